internal import Diagnostics

/// What stands behind the names of a man page, for `whatis` and `apropos`: one line, as long as it
/// may be.
enum ManDescription {
  /// In columns.
  private static let longest = 200
  /// What has no blank cannot break, for `mandb` knows no other break: it has to fit on a line.
  private static let longestRun = 60

  /// The beginning of a text.
  static func of(_ text: StyledText) -> StyledText {
    let bytes = text.onOneLine.bytes
    var width = DisplayWidth()
    var (columns, run) = (0, 0)
    var blank: Int?
    var index = 0
    while index < bytes.count {
      let scalar = UTF8Scalar(in: bytes.span, at: index)
      let added = width.advance(over: scalar.value)
      if scalar.value == 0x20 {
        (blank, run) = (index, 0)
      } else {
        run += added
      }
      columns += added
      if run > longestRun { return cut(bytes, at: index) }
      if columns > longest { return cut(bytes, at: blank ?? index) }
      index += scalar.length
    }
    return StyledText(String(decoding: bytes, as: UTF8.self))
  }

  private static func cut(_ bytes: [UInt8], at end: Int) -> StyledText {
    StyledText(String(decoding: bytes[..<end], as: UTF8.self) + "…")
  }
}
