internal import Diagnostics

/// Text of which a limited part goes into an answer.
enum BoundedText {
  /// The beginning of a text that takes at most so many bytes as a JSON string, without its quotes;
  /// characters stay whole, and what is not UTF-8 becomes U+FFFD.
  static func beginning(of text: [UInt8], limit: Int) -> (text: String, isCut: Bool) {
    let whole = String(decoding: text, as: UTF8.self)
    var room = limit
    var end = whole.unicodeScalars.startIndex
    for scalar in whole.unicodeScalars {
      room -= size(of: scalar)
      if room < 0 { return (String(whole.unicodeScalars[..<end]), true) }
      whole.unicodeScalars.formIndex(after: &end)
    }
    return (whole, false)
  }

  /// The beginning of a line of text, and a sign where it is cut; what would act on a terminal or
  /// end the line is shown.
  static func line(_ text: String, limit: Int = MCPLimits.note) -> String {
    let (beginning, isCut) = beginning(of: Array(VisibleText.visible(text).utf8), limit: limit)
    return isCut ? beginning + "…" : beginning
  }

  /// How many bytes a text takes as a JSON string, without its quotes.
  static func size(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + size(of: $1) }
  }

  /// How many bytes `JSONWriter` takes for a character.
  private static func size(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "\"", "\\": 2
    case "\u{0}"..<" ", "\u{2028}", "\u{2029}": 6
    default: UTF8.width(scalar)
    }
  }
}
