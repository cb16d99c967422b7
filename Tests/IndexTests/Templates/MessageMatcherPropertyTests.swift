import Testing

@testable import Index

/// The matcher beside one that is slow and obvious, over small random catalogues.
@Suite struct MessageMatcherPropertyTests {
  /// A part of a message: a word, or a placeholder for a number or a text.
  private enum Part: Hashable {
    case word(String)
    case number, text

    var written: String {
      switch self {
      case .word(let word): word
      case .number: "%d"
      case .text: "%ls"
      }
    }
  }

  private static let words = "the a of in server cannot open file name page error log user 表 列"
    .split(
      separator: " "
    ).map(String.init)

  @Test(arguments: 0..<40 as Range<UInt64>)
  func findsWhatTheObviousMatcherFinds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let messages = (0..<12).map { _ in Self.message(&generator) }
    let rows = messages.enumerated().map { number, parts in
      MatcherFixture.Row("\(number)", "en-US", parts.map(\.written).joined(separator: " "))
    }
    let fixture = MatcherFixture(rows)
    for _ in 0..<40 {
      guard let message = messages.randomElement(using: &generator) else { continue }
      let line = Self.line(of: message, &generator)
      let best = Self.eventsWithMostWords(of: messages, in: line)
      let text = line.joined(separator: " ")
      guard let found = fixture.event(in: text) else {
        Issue.record("nothing in '\(text)', but \(best)")
        continue
      }
      #expect(best.contains(found), "'\(text)'")
    }
  }

  /// Four or more words in one stretch, then parts of all kinds.
  private static func message(_ generator: inout SeededGenerator) -> [Part] {
    func word(_ generator: inout SeededGenerator) -> Part {
      .word(words.randomElement(using: &generator) ?? "")
    }
    var parts = (0..<4).map { _ in word(&generator) }
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0 where parts.last != .number: parts.append(.number)
      case 1 where parts.last != .text: parts.append(.text)
      default: parts.append(word(&generator))
      }
    }
    for _ in 0..<4 { parts.append(word(&generator)) }
    return parts
  }

  /// The words of a line that has the message, among words of a log.
  private static func line(
    of message: [Part], _ generator: inout SeededGenerator
  ) -> [String] {
    var line: [String] = []
    for _ in 0..<Int.random(in: 0...3, using: &generator) { line.append("spid51") }
    for part in message {
      switch part {
      case .word(let word): line.append(word)
      case .number: line.append("\(Int.random(in: 0...99, using: &generator))")
      case .text:
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
          line.append(["orders", "Sales", "7", "x"].randomElement(using: &generator) ?? "")
        }
      }
    }
    for _ in 0..<Int.random(in: 0...2, using: &generator) { line.append("SQLSTATE") }
    return line
  }

  // MARK: The obvious matcher

  /// The events whose messages the line has as a whole, with as many fixed words as any.
  private static func eventsWithMostWords(of messages: [[Part]], in line: [String]) -> Set<String> {
    var most = 0
    var events: Set<String> = []
    for (number, message) in messages.enumerated() {
      let isThere = line.indices.contains { has(message[...], at: line[$0...]) }
      guard isThere else { continue }
      let worth = message.reduce(0) { sum, part in
        guard case .word(let word) = part else { return sum }
        return sum + (word == "表" || word == "列" ? 1 : 2)
      }
      if worth > most { (most, events) = (worth, []) }
      if worth == most { events.insert("\(number)") }
    }
    return events
  }

  /// Whether the message stands at the beginning of the words, trying all that may stand at its
  /// placeholders.
  private static func has(_ message: ArraySlice<Part>, at line: ArraySlice<String>) -> Bool {
    guard let part = message.first else { return true }
    let rest = message.dropFirst()
    switch part {
    case .word(let word):
      return line.first == word && has(rest, at: line.dropFirst())
    case .number:
      let numbers = line.prefix { $0.allSatisfy(\.isNumber) }.count
      return (1...3).contains { $0 <= numbers && has(rest, at: line.dropFirst($0)) }
    case .text:
      return (0...line.count).contains { has(rest, at: line.dropFirst($0)) }
    }
  }
}
