/// Phrases with a meaning each, found in a text taken apart into words.
///
/// In a phrase `%` stands for a number, `...` for up to three words, and a star at the end of a word
/// for any ending.
struct PhraseTable<Meaning: Sendable>: Sendable {
  /// A phrase that was found: its words.
  struct Match {
    var words: Range<Int>
    var meaning: Meaning
    /// Whether words stand in it that are none of its own.
    var hasGap: Bool
  }

  private enum Element: Sendable {
    case word(String)
    case beginning(String)
    case number
    case gap
  }

  private struct Phrase: Sendable {
    var elements: [Element]
    var meaning: Meaning
    var hasGap = false
  }

  /// By the first word.
  private var phrases: [String: [Phrase]] = [:]
  /// Those whose first word may end anyhow, by the letters that it begins with.
  private var beginnings: [String: [Phrase]] = [:]
  /// The first two bytes of all first words, a bit each: most words begin no phrase, and are told
  /// without being looked up.
  private var starts = [UInt64](repeating: 0, count: 1 << 10)
  private static var lettersOfBeginning: Int { 3 }
  private static var longestGap: Int { 3 }

  /// Gives a phrase a meaning, unless it has one; false where it is too short a beginning.
  @discardableResult
  mutating func add(_ text: String, _ meaning: Meaning) -> Bool {
    var elements: [Element] = []
    for part in text.split(separator: " ") {
      switch part {
      case "%": elements.append(.number)
      case "...": elements.append(.gap)
      default:
        var words = ReportWords(String(part)).words.map { Element.word($0.text) }
        if part.hasSuffix("*"), case .word(let last)? = words.popLast() {
          words.append(.beginning(last))
        }
        elements += words
      }
    }
    let phrase = Phrase(
      elements: elements, meaning: meaning, hasGap: text.contains("..."))
    switch elements.first {
    case .word(let word)?:
      phrases[word, default: []].append(phrase)
      addStart(of: word)
    case .beginning(let text)? where text.unicodeScalars.count >= Self.lettersOfBeginning:
      beginnings[Self.beginning(of: text), default: []].append(phrase)
      addStart(of: text)
    default: return false
    }
    return true
  }

  private mutating func addStart(of word: String) {
    let start = Self.start(of: word)
    starts[start >> 6] |= 1 << UInt64(start & 63)
  }

  /// The first two bytes of a word as a number.
  private static func start(of word: String) -> Int {
    let bytes = word.utf8.span
    guard bytes.count > 0 else { return 0 }
    return Int(bytes[0]) << 8 | (bytes.count > 1 ? Int(bytes[1]) : 0)
  }

  /// The longest phrase that begins with a word of a list.
  func match(_ words: [ReportWords.Word], at start: Int) -> Match? {
    let bits = Self.start(of: words[start].text)
    guard starts[bits >> 6] >> UInt64(bits & 63) & 1 == 1 else { return nil }
    var best: Match?
    func consider(_ phrases: [Phrase]?) {
      for phrase in phrases ?? [] {
        guard let end = Self.end(of: phrase.elements[...], in: words, from: start) else { continue }
        if end > best?.words.upperBound ?? start {
          best = Match(
            words: start..<end, meaning: phrase.meaning, hasGap: phrase.hasGap)
        }
      }
    }
    consider(phrases[words[start].text])
    if !beginnings.isEmpty { consider(beginnings[Self.beginning(of: words[start].text)]) }
    return best
  }

  /// The phrases of a text from left to right, none over another; where two overlap the longer one
  /// counts: `worked for a while`, not `it worked`.
  func matches(_ words: [ReportWords.Word]) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < words.count {
      guard let first = match(words, at: index) else {
        index += 1
        continue
      }
      let within = first.words.dropFirst()
      let longer = within.lazy.compactMap { match(words, at: $0) }
        .first { $0.words.count > first.words.count }
      if longer == nil { matches.append(first) }
      index = longer?.words.lowerBound ?? first.words.upperBound
    }
    return matches
  }

  private static func beginning(of word: String) -> String {
    String(Substring(word.unicodeScalars.prefix(lettersOfBeginning)))
  }

  /// Where a phrase ends that begins at a word; nil where it does not stand there.
  private static func end(
    of elements: ArraySlice<Element>, in words: [ReportWords.Word], from start: Int
  ) -> Int? {
    var index = start
    var elements = elements
    while let element = elements.popFirst() {
      if case .gap = element {
        for skipped in 0...longestGap {
          if let end = end(of: elements, in: words, from: index + skipped) { return end }
        }
        return nil
      }
      guard index < words.count else { return nil }
      let word = words[index].text
      switch element {
      case .word(let text): guard word == text else { return nil }
      case .beginning(let text): guard word.utf8.starts(with: text.utf8) else { return nil }
      case .number:
        guard word.utf8.first.map({ (0x30...0x39).contains($0) }) == true else { return nil }
      case .gap: break
      }
      index += 1
    }
    return index
  }
}
