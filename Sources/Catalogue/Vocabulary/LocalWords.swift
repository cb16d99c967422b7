/// What words mean in each of several languages.
struct LocalWords<Meaning: Sendable>: Sendable {
  /// By language tag in lower case; what is added for `pt-BR` is also added for `pt`.
  private var tables: [String: WordTable<Meaning>] = [:]

  /// Gives a word a meaning in a locale unless it has one there.
  mutating func add(_ word: String, _ meaning: Meaning, locale: String) {
    for tag in Self.tags(from: locale) { tables[tag, default: WordTable()].add(word, meaning) }
  }

  /// The meaning of a word in a locale, else in its language.
  func meaning(of word: FoldedWord, locale: LocaleTag) -> Meaning? {
    for tag in Self.tags(from: locale.text) {
      if let meaning = tables[tag]?[word] { return meaning }
    }
    return nil
  }

  /// The tag and what is left of it when subtags are taken off its end.
  private static func tags(from locale: String) -> [String] {
    var rest = Substring(locale.lowercased())
    var tags: [String] = []
    while !rest.isEmpty {
      tags.append(String(rest))
      guard let hyphen = rest.utf8.lastIndex(of: UInt8(ascii: "-")) else { break }
      rest = rest[..<hyphen]
    }
    return tags
  }
}
