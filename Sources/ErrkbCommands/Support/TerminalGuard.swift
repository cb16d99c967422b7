internal import Diagnostics

/// Makes data for other programs fit to be looked at on a terminal: what would act on it is shown.
///
/// Written to a file or a pipe, the same data stays as it is.
enum TerminalGuard {
  /// Text whose tabs and line ends stay.
  static func visible(_ bytes: [UInt8]) -> [UInt8] {
    VisibleText.visible(bytes.span, keeping: [.tab, .newline])
  }

  /// JSON that means the same: what acts on a terminal can only stand in a string, and is escaped.
  static func visible(json bytes: [UInt8]) -> [UInt8] {
    guard visible(bytes) != bytes else { return bytes }
    var output: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let character = Array(String(scalar).utf8)
      guard visible(character) != character else {
        output += character
        continue
      }
      let digits = String(scalar.value, radix: 16)
      output += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
    }
    return output
  }
}
