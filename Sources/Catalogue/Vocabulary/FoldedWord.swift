internal import Markup

/// A word or phrase as the vocabulary compares it.
///
/// Case, the kind of apostrophe, the kind and number of blanks, the width of Latin letters and
/// punctuation, and a colon at the end make no difference. Pages of one locale and different years
/// differ in just these.
struct FoldedWord: Sendable, Hashable {
  let text: String

  init(_ phrase: String) {
    var folder = WhitespaceFolder()
    if phrase.utf8.allSatisfy({ $0 < 0x80 }) {
      folder.append(phrase.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
    } else {
      let scalars = phrase.lowercased().unicodeScalars.map(Self.folded)
      folder.append(String(String.UnicodeScalarView(scalars)))
    }
    var bytes = folder.bytes[...]
    while let last = bytes.last, last == UInt8(ascii: ":") || last == 0x20 { bytes.removeLast() }
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0x00B4: "'"
    // Fullwidth forms stand in the order of ASCII, and none is a capital any more.
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }
}
