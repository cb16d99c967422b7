/// What lies between two words of a line.
enum LineGaps {
  /// How a number stands behind its label.
  struct LabelGap {
    var isNegative = false
    /// Whether a colon or an equals sign is among it.
    var hasColon = false
    /// Whether anything but blanks is.
    var hasMark = false
  }

  /// Reads what lies between a label and its number or value: blanks of any number and kind, and a
  /// few marks; nil where there is more.
  static func label(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> LabelGap? {
    let mostMarks = 4
    var gap = LabelGap()
    var marks = 0
    var index = start
    while index < end {
      switch line[index] {
      case 0x20, 0x09, UInt8(ascii: "\\"), 0:
        index += 1
        continue
      case UInt8(ascii: ":"), UInt8(ascii: "="):
        gap.hasColon = true
        index += 1
      case UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ">"):
        index += 1
      case UInt8(ascii: "-") where index + 1 == end:
        gap.isNegative = true
        index += 1
        continue
      default:
        let blank = blankLength(line, index)
        if blank > 0 {
          index += blank
          continue
        }
        let mark = wideMarkLength(line, index)
        guard mark > 0 else { return nil }
        gap.hasColon = gap.hasColon || mark == 3
        index += mark
      }
      marks += 1
      gap.hasMark = true
      guard marks <= mostMarks else { return nil }
    }
    return gap
  }

  /// Whether what lies between a number and the next label parts the items of a list.
  static func partsItems(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let mostBytes = 9
    var bytes = 0
    var index = start
    while index < end {
      let blank = blankLength(line, index)
      index += max(blank, 1)
      if blank == 0 { bytes += 1 }
      guard bytes <= mostBytes else { return false }
    }
    return true
  }

  /// Whether a comma of any script begins at an offset.
  static func isComma(_ line: Span<UInt8>, _ index: Int) -> Bool {
    guard index < line.count else { return false }
    switch line[index] {
    case UInt8(ascii: ","): return true
    case 0xE3: return index + 2 < line.count && line[index + 1] == 0x80 && line[index + 2] == 0x81
    case 0xEF: return index + 2 < line.count && line[index + 1] == 0xBC && line[index + 2] == 0x8C
    // The comma of Arabic.
    case 0xD8: return index + 1 < line.count && line[index + 1] == 0x8C
    default: return false
    }
  }

  /// Whether a closing parenthesis of any width begins at an offset.
  static func isClosing(_ line: Span<UInt8>, _ index: Int) -> Bool {
    guard index < line.count else { return false }
    if line[index] == UInt8(ascii: ")") { return true }
    return index + 2 < line.count && line[index] == 0xEF && line[index + 1] == 0xBC
      && line[index + 2] == 0x89
  }

  /// Whether an opening parenthesis of any width lies between two offsets.
  static func hasOpening(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if line[index] == UInt8(ascii: "(") { return true }
      if line[index] == 0xEF, index + 2 < end, line[index + 1] == 0xBC, line[index + 2] == 0x88 {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether a colon, narrow or wide, begins at an offset.
  static func isColon(_ line: Span<UInt8>, _ index: Int) -> Bool {
    guard index < line.count else { return false }
    if line[index] == UInt8(ascii: ":") { return true }
    return index + 2 < line.count && line[index] == 0xEF && line[index + 1] == 0xBC
      && line[index + 2] == 0x9A
  }

  /// The length of the blank that begins at an offset, 0 where none does: ASCII's, no-break ones of
  /// three widths, the wide one, and the marks that turn the direction of text.
  static func blankLength(_ line: Span<UInt8>, _ index: Int) -> Int {
    switch line[index] {
    case 0x20, 0x09, 0: return 1
    case 0xC2: return index + 1 < line.count && line[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < line.count, line[index + 1] == 0x80 else { return 0 }
      let third = line[index + 2]
      return (0x80...0x8F).contains(third) || (0xAA...0xAF).contains(third) ? 3 : 0
    case 0xE3:
      return index + 2 < line.count && line[index + 1] == 0x80 && line[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The offset of the first byte at or behind an offset that is no blank.
  static func skipBlanks(_ line: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < line.count {
      let length = blankLength(line, index)
      guard length > 0 else { break }
      index += length
    }
    return index
  }

  /// The wide colon and equals sign, 3 bytes long; the signs of degree and ordinal (`n°`), 2.
  private static func wideMarkLength(_ line: Span<UInt8>, _ index: Int) -> Int {
    if line[index] == 0xC2, index + 1 < line.count {
      return line[index + 1] == 0xB0 || line[index + 1] == 0xBA ? 2 : 0
    }
    guard line[index] == 0xEF, index + 2 < line.count, line[index + 1] == 0xBC else { return 0 }
    return line[index + 2] == 0x9A || line[index + 2] == 0x9D ? 3 : 0
  }
}
