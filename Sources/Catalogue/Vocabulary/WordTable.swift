/// What words mean; a word that ends in a star means all that begins with what stands before it.
struct WordTable<Meaning: Sendable>: Sendable {
  private var meanings: [FoldedWord: Meaning] = [:]
  /// The beginnings, the longest first.
  private var beginnings: [(text: [UInt8], meaning: Meaning)] = []

  /// Gives a word a meaning unless it has one.
  mutating func add(_ word: String, _ meaning: Meaning) {
    let folded = FoldedWord(word)
    guard folded.text.utf8.last == UInt8(ascii: "*") else {
      if meanings[folded] == nil { meanings[folded] = meaning }
      return
    }
    let text = Array(folded.text.utf8.dropLast())
    let place = beginnings.firstIndex { $0.text.count < text.count } ?? beginnings.endIndex
    beginnings.insert((text, meaning), at: place)
  }

  /// The meaning of a word.
  subscript(_ word: FoldedWord) -> Meaning? {
    if let meaning = meanings[word] { return meaning }
    return beginnings.first { word.text.utf8.starts(with: $0.text) }?.meaning
  }
}

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
    var subtags = locale.lowercased().split(separator: "-")
    var tags: [String] = []
    while !subtags.isEmpty {
      tags.append(subtags.joined(separator: "-"))
      subtags.removeLast()
    }
    return tags
  }
}
