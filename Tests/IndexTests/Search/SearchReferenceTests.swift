import Catalogue
import Index
import Testing

/// Search beside a slow and obvious one, over many small catalogues.
struct SearchReferenceTests {
  private static let scripts: [[String]] = [
    ["数", "据", "库", "错", "误", "连"],
    ["サ", "ー", "バ", "に", "接", "続"],
    ["데", "이", "터", "베", "스"],
    ["ข", "้", "อ", "มู", "ล"],
  ]

  /// Any piece of a run of characters without blanks is found, from one character up, and nothing
  /// else is.
  @Test(arguments: 0..<UInt64(scripts.count))
  func findsEveryPiece(script: UInt64) throws {
    var generator = SeededGenerator(seed: script)
    let letters = Self.scripts[Int(script)] + ["，", " ", "a"]
    func text(_ count: Int) -> String {
      (0..<count).compactMap { _ in letters.randomElement(using: &generator) }.joined()
    }
    let texts = (0..<60).map { _ in text(12) }
    let corpus = try SearchCorpus(messages: texts, locale: "zh-CN")
    for _ in 0..<150 {
      let query = Self.scripts[Int(script)].indices.prefix(Int.random(in: 1...4, using: &generator))
        .compactMap { _ in Self.scripts[Int(script)].randomElement(using: &generator) }.joined()
      let expected = texts.indices.filter { texts[$0].contains(scalars: query) }
      // Quoted, nothing is loosened where the whole is nowhere.
      let found = try corpus.ids("\"\(query)\"", lang: "zh-CN").compactMap { Int($0) }.sorted()
      #expect(found == expected.map { $0 + 1 }, "\(query)")
    }
  }

  /// Words that stay as they are: all of them, none of those after a dash, phrases in a row,
  /// beginnings.
  @Test(arguments: 0..<UInt64(4))
  func findsWords(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = ["abc", "abd", "bcd", "é", "E", "zz9", "x1"]
    func one() -> String { words.randomElement(using: &generator) ?? "" }
    let texts = (0..<60).map { _ in
      (0..<Int.random(in: 1...6, using: &generator)).map { _ in one() }
    }
    let corpus = try SearchCorpus(
      messages: texts.map { $0.joined(separator: " ") }, locale: "sw")
    let folded = texts.map { $0.map { $0 == "é" ? "e" : $0.lowercased() } }
    for _ in 0..<80 {
      let (one, other, without) = (one(), one(), one())
      let (first, second) = (Self.fold(one), Self.fold(other))
      try check(corpus, "\(one) \(other)", folded) { $0.contains(first) && $0.contains(second) }
      try check(corpus, "\(one) -\(without)", folded) {
        $0.contains(first) && !$0.contains(Self.fold(without))
      }
      try check(corpus, "\"\(one) \(other)\"", folded) { text in
        zip(text, text.dropFirst()).contains { $0 == first && $1 == second }
      }
      try check(corpus, "\(one.prefix(1))*", folded) { text in
        text.contains { $0.hasPrefix(first.prefix(1)) }
      }
    }
  }

  private static func fold(_ word: String) -> String { word == "é" ? "e" : word.lowercased() }

  private func check(
    _ corpus: SearchCorpus, _ query: String, _ texts: [[String]], _ matches: ([String]) -> Bool
  ) throws {
    let expected = texts.indices.filter { matches(texts[$0]) }.map { $0 + 1 }
    let answer = try corpus.answer(query, lang: "sw")
    // Where nothing has all of them, some are looked for.
    if expected.isEmpty, !answer.results.isEmpty, query.contains(" ") { return }
    #expect(answer.results.compactMap { Int($0.event.id.text) }.sorted() == expected, "\(query)")
  }
}

extension String {
  /// Whether another text is in it, code point by code point.
  fileprivate func contains(scalars other: String) -> Bool {
    let (text, part) = (Array(unicodeScalars), Array(other.unicodeScalars))
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }
}
