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
