/// The heading over the replies to an article: `Comments (26)`, `3 Antworten`.
enum RepliesTitle {
  private static let words: Set<String> = Set(WordLists.shared.words("replies"))
  private static let fillers: Set<String> = [
    "to", "on", "all", "show", "user", "the", "this", "post", "article", "and", "thoughts",
  ]

  /// The heading without its number; nil where a line is none.
  static func title(in line: String) -> String? {
    guard line.utf8.count <= 400 else { return nil }
    let line = line.folded
    guard line.count <= 80, line.unicodeScalars.count(where: { $0 == " " }) < 12 else { return nil }
    let parts = line.split { $0.isWhitespace || "()[]:：（）-–—".contains($0) }
    let letters = parts.filter { !$0.allSatisfy { $0.isNumber || $0 == "," || $0 == "." } }
    // `3 réponses à « … »`
    let isCounted = parts.count > 1 && letters.first == parts[1] && isWord(parts[1])
    guard let place = letters.firstIndex(where: { isWord($0) }), letters.count <= 4 || isCounted,
      place == 0 || letters[..<place].allSatisfy({ fillers.contains($0.lowercased()) }),
      // `Comments on the settings` is a heading of the article's own.
      letters.count == place + 1 || letters.count != parts.count
    else { return nil }
    var word = String(letters[place])
    if let number = word.firstIndex(where: \.isNumber) { word = String(word[..<number]) }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func isWord(_ word: Substring) -> Bool {
    let lowered = word.lowercased()
    if words.contains(lowered) || words.contains(lowered + "s") { return true }
    // `26件のコメント`
    return words.contains {
      $0.unicodeScalars.allSatisfy { $0.value > 0x2E80 } && lowered.hasSuffix($0)
    }
  }
}
