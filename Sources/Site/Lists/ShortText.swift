/// Texts cut to a length at which a list stays easy to look over.
enum ShortText {
  /// More than any message that is read as a whole in a list.
  static let length = 140

  /// The beginning of a text, at most so many characters, cut after a word where one ends in its last
  /// third, and an ellipsis.
  static func cut(_ text: String, to length: Int = ShortText.length) -> String {
    guard text.utf8.count > length,
      let end = text.index(text.startIndex, offsetBy: length, limitedBy: text.endIndex),
      end < text.endIndex
    else { return text }
    // The word that the limit stands in goes as a whole; so does the blank before it.
    let whole = text[end] == " " ? end : text[..<end].lastIndex(of: " ")
    let least = text.index(text.startIndex, offsetBy: length * 2 / 3)
    let kept = whole.map { $0 >= least ? text[..<$0] : text[..<end] } ?? text[..<end]
    return kept + "…"
  }
}
