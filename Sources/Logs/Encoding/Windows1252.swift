/// Makes UTF-8 of Windows-1252, which has a character for nearly every byte.
enum Windows1252 {
  /// Appends text; the five bytes without a character become the control characters of Latin-1.
  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    output.append(addingCapacity: text.count * 3) { output in
      for index in 0..<text.count {
        let byte = text[index]
        if byte < 0x80 {
          output.append(byte)
          continue
        }
        let scalar = byte < 0xA0 ? signs[Int(byte) - 0x80] : UInt16(byte)
        if scalar < 0x800 {
          output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        } else {
          output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
          output.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6 & 0x3F)))
        }
        output.append(UInt8(truncatingIfNeeded: 0x80 | (scalar & 0x3F)))
      }
    }
  }

  /// What stands at 0x80 to 0x9F
  /// (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
  private static let signs: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
