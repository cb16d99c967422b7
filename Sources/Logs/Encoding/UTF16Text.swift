/// Makes UTF-8 of UTF-16.
enum UTF16Text {
  /// Appends text; a surrogate without its other half becomes U+FFFD, a last odd byte is left out.
  static func append(_ text: Span<UInt8>, littleEndian: Bool, to output: inout [UInt8]) {
    let low = littleEndian ? 0 : 1
    // A unit makes three bytes at most, a pair of them four.
    output.append(addingCapacity: text.count / 2 * 3) { output in
      var index = 0
      while index + 1 < text.count {
        let unit = UInt32(text[index + low]) | UInt32(text[index + 1 - low]) << 8
        index += 2
        if unit < 0x80 {
          output.append(UInt8(truncatingIfNeeded: unit))
          continue
        }
        var scalar = unit
        if unit & 0xF800 == 0xD800 {
          scalar = 0xFFFD
          if unit < 0xDC00, index + 1 < text.count {
            let second = UInt32(text[index + low]) | UInt32(text[index + 1 - low]) << 8
            if second & 0xFC00 == 0xDC00 {
              scalar = 0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF
              index += 2
            }
          }
        }
        append(scalar, to: &output)
      }
    }
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to output: inout OutputSpan<UInt8>) {
    if scalar < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else if scalar < 0x10000 {
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(tail(scalar >> 6))
    } else {
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(tail(scalar >> 12))
      output.append(tail(scalar >> 6))
    }
    output.append(tail(scalar))
  }

  @inline(__always)
  private static func tail(_ bits: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x80 | (bits & 0x3F))
  }
}
