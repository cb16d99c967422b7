internal import Markup

/// A line of plain text.
struct TextLine {
  /// The text without white space at either end; no-break spaces are blanks.
  let text: String
  /// The line without what ends it: blanks within and before it stay.
  let raw: String
  /// How many columns stand before the text; a tab comes to four.
  let indent: Int

  var isEmpty: Bool { text.isEmpty }

  /// Splits a text in UTF-8 into lines.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { TextLine($0) }
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let blank = WhitespaceFolder.whitespace(in: bytes, at: index)
      if blank > 0 {
        plain.append(bytes[index] == 0x09 ? 0x09 : 0x20)
        index += blank
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    while let last = plain.last, last == 0x20 || last == 0x09 { plain.removeLast() }
    let lead = plain.prefix { $0 == 0x20 || $0 == 0x09 }
    indent = plain.isEmpty ? 0 : lead.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    raw = String(decoding: plain, as: UTF8.self)
    text = String(decoding: plain.dropFirst(lead.count), as: UTF8.self)
  }
}
