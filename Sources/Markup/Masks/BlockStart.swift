/// Whether a line begins a block that ends a table: heading, quote, fence, list item, rule, HTML.
enum BlockStart {
  static func begins(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    func byte(_ offset: Int) -> UInt8 {
      range.lowerBound + offset < range.upperBound ? text[range.lowerBound + offset] : 0x20
    }
    let first = byte(0)
    switch first {
    case UInt8(ascii: "#"):
      var count = 0
      while byte(count) == first, count < 7 { count += 1 }
      return count <= 6 && (byte(count) == 0x20 || byte(count) == 0x09)
    case UInt8(ascii: ">"):
      return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return byte(1) == first && byte(2) == first
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return byte(1) == 0x20 || byte(1) == 0x09 || isRule(text, range)
    case UInt8(ascii: "_"):
      return isRule(text, range)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var count = 0
      while byte(count) >= 0x30, byte(count) <= 0x39 { count += 1 }
      let isMarked = byte(count) == UInt8(ascii: ".") || byte(count) == UInt8(ascii: ")")
      return count < 10 && isMarked && (byte(count + 1) == 0x20 || byte(count + 1) == 0x09)
    case UInt8(ascii: ":"):
      return byte(1) == first && byte(2) == first
    case UInt8(ascii: "<"):
      return byte(1) == UInt8(ascii: "/") || byte(1) == UInt8(ascii: "!")
        || ((byte(1) | 0x20) >= 0x61 && (byte(1) | 0x20) <= 0x7A)
    default:
      return false
    }
  }

  /// Three or more of the same mark and nothing else but blanks (CommonMark, section 4.1).
  private static func isRule(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let mark = text[range.lowerBound]
    var count = 0
    for byte in text[range] {
      if byte == mark { count += 1 } else if byte != 0x20 && byte != 0x09 { return false }
    }
    return count >= 3
  }
}
