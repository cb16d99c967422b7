/// Text that CommonMark reads as itself.
enum PlainInline {
  /// Whether no byte of a text could mean anything to CommonMark's inlines, nor covers more than a
  /// byte that would; nil where one could, else whether there are such covers.
  ///
  /// Errs on the side of nil.
  static func hasCover(_ text: Span<UInt8>) -> Bool? {
    var hasCover = false
    for index in text.indices {
      switch text[index] {
      case Mask.star, Mask.angle, Mask.ampersand:
        hasCover = true
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
        UInt8(ascii: "\\"), 0...0x08:
        return nil
      case UInt8(ascii: "]"):
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "(") { return nil }
      case UInt8(ascii: "_"):
        // Within a word it is no delimiter.
        guard index > 0, index + 1 < text.count,
          isWordByte(text[index - 1]), isWordByte(text[index + 1])
        else { return nil }
      default:
        break
      }
    }
    return hasCover
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
  }
}
