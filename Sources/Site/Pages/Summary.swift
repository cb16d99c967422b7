/// The beginning of a text, for those who show a line of it.
enum Summary {
  /// In scalars: what search engines show.
  private static let longest = 200

  /// A text, cut off at the last blank before its length is too much.
  static func of(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    let start = scalars[..<end]
    // Languages without blanks are cut where they are.
    let blank = start.lastIndex(of: " ")
    return String(scalars[..<(blank ?? end)]) + "…"
  }
}
