/// Text from outside made fit for a terminal: what would act on it is shown instead.
///
/// Control characters (C0, DEL, C1), the marks that turn the direction of text, line separators and
/// byte-order marks become `\u{1B}`, as Swift would write them; bytes that are not UTF-8 become
/// U+FFFD. A page can then neither move the cursor nor make a line read as another.
package enum VisibleText {
  /// The characters that may stay.
  package struct Kept: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let tab = Kept(rawValue: 1)
    package static let newline = Kept(rawValue: 2)
    /// Every control character that counts as white space: tab, line feed and the three after it.
    package static let whiteSpace = Kept(rawValue: 7)
    /// White space and U+2028 and U+2029, for those who fold it.
    package static let lineBreaks = Kept(rawValue: 15)
  }

  /// The text as it may be printed.
  package static func visible(_ bytes: Span<UInt8>, keeping kept: Kept = []) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    append(bytes, keeping: kept, to: &output)
    return output
  }

  /// The text as it may be printed.
  package static func visible(_ text: String, keeping kept: Kept = []) -> String {
    String(decoding: visible(text.utf8.span, keeping: kept), as: UTF8.self)
  }

  /// Appends the text as it may be printed.
  package static func append(
    _ text: Span<UInt8>, keeping kept: Kept = [], to output: inout [UInt8]
  ) {
    do {
      _ = try UTF8Span(validating: text)
    } catch {
      let repaired = unsafe text.withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
      append(repaired.utf8.span, keeping: kept, to: &output)
      return
    }
    unsafe text.withUnsafeBufferPointer { text in
      var runStart = 0
      var index = 0
      while index < text.count {
        guard let hidden = unsafe hidden(text, at: index, kept) else {
          index += 1
          continue
        }
        unsafe output.append(contentsOf: text[runStart..<index])
        let number = String(hidden.scalar, radix: 16, uppercase: true)
        output.append(contentsOf: "\\u{\(number)}".utf8)
        index += hidden.length
        runStart = index
      }
      unsafe output.append(contentsOf: text[runStart...])
    }
  }

  /// The character to be shown as its number that begins here, if one does.
  ///
  /// The text is UTF-8, so a first byte has the others after it.
  private static func hidden(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, _ kept: Kept
  ) -> (scalar: UInt32, length: Int)? {
    let byte = unsafe text[index]
    switch byte {
    case 0x09 where kept.contains(.tab), 0x0A where kept.contains(.newline),
      0x0B...0x0D where kept.contains(.whiteSpace):
      return nil
    case 0..<0x20, 0x7F:
      return (UInt32(byte), 1)
    // C1.
    case 0xC2 where unsafe text[index + 1] < 0xA0:
      return unsafe (UInt32(text[index + 1]), 2)
    // The Arabic letter mark.
    case 0xD8 where unsafe text[index + 1] == 0x9C:
      return (0x061C, 2)
    case 0xE2, 0xEF:
      let (second, third) = unsafe (UInt32(text[index + 1] & 0x3F), UInt32(text[index + 2] & 0x3F))
      let scalar = UInt32(byte & 0x0F) << 12 | second << 6 | third
      switch scalar {
      case 0x2028...0x2029 where kept.contains(.lineBreaks): return nil
      case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: return (scalar, 3)
      default: return nil
      }
    default:
      return nil
    }
  }
}
