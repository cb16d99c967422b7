/// What of a page's text must not reach a terminal as it is, and how it is shown instead.
///
/// Pages are written by strangers: an escape sequence could repaint the screen, a bidi override
/// could make a command read as another one.
enum TerminalText {
  /// How many bytes at the end of UTF-8 text make up a character that is shown by its number.
  ///
  /// Asked after each appended byte, so that text needs no look ahead. White space that has a
  /// meaning is the caller's to deal with before.
  static func hiddenSuffix(of bytes: [UInt8]) -> Int {
    guard let last = bytes.last else { return 0 }
    if last < 0x80 { return last < 0x20 || last == 0x7F ? 1 : 0 }
    let count = bytes.count
    guard count >= 2, last < 0xC0 else { return 0 }
    switch (bytes[count - 2], last) {
    case (0xC2, 0x80...0x9F), (0xD8, 0x9C): return 2
    default: break
    }
    guard count >= 3 else { return 0 }
    switch (bytes[count - 3], bytes[count - 2], last) {
    // U+200E, U+200F, U+2028 to U+202E, U+2066 to U+2069, U+FEFF.
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA6...0xA9),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// Replaces the last character by its number if it is one that must not be shown as it is.
  static func showSuffix(of bytes: inout [UInt8]) {
    let length = hiddenSuffix(of: bytes)
    guard length > 0 else { return }
    let scalar = UTF8Scalar(in: bytes, at: bytes.count - length)
    bytes.removeLast(length)
    append(scalar.value, to: &bytes)
  }

  /// Appends a line of code: each tab as blanks up to the next stop, the rest as written but for
  /// what must not be shown as it is.
  static func appendCode(_ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let tabStop = 4
    // Where the last stop was: only what follows need be measured at the next tab.
    var stop = bytes.count
    for byte in line {
      if byte == 0x09 {
        let column = DisplayWidth.columns(of: Array(bytes[stop...]))
        bytes.append(contentsOf: repeatElement(0x20, count: tabStop - column % tabStop))
        stop = bytes.count
        continue
      }
      bytes.append(byte)
      if byte < 0x20 || byte >= 0x7F { showSuffix(of: &bytes) }
    }
  }

  /// Appends `\u{1B}`.
  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: #"\u{"#.utf8)
    bytes.append(contentsOf: String(scalar, radix: 16, uppercase: true).utf8)
    bytes.append(UInt8(ascii: "}"))
  }
}
