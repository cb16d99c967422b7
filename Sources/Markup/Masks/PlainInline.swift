/// Text that CommonMark reads as itself.
enum PlainInline {
  /// Whether no byte of a text could mean anything to CommonMark's inlines, nor is a cover.
  ///
  /// Errs on the side of no.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
        UInt8(ascii: "\\"), 0...0x08:
        return false
      case UInt8(ascii: "]"):
        if index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "(") { return false }
      case UInt8(ascii: "_"):
        // Within a word it is no delimiter.
        guard index > text.startIndex, index + 1 < text.endIndex,
          isWordByte(text[index - 1]), isWordByte(text[index + 1])
        else { return false }
      default:
        break
      }
    }
    return true
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
  }
}
