/// What stands before the content of a line: blanks, quote marks, list markers.
struct LinePrefix {
  /// The offset at which the content begins.
  private(set) var content: Int
  private(set) var quoteDepth = 0
  /// How many columns stand before the content.
  private(set) var indent = 0
  /// How many columns stand before the first quote mark or list marker, or before the content.
  private(set) var margin = 0
  /// How many columns stand before what follows the last list marker; 0 where there is none.
  private(set) var itemIndent = 0

  /// Reads blanks and quote marks, and list markers where they may be; with a number of `quotes`,
  /// no more of them than that.
  init(
    _ text: [UInt8], _ range: Range<Int>, mayHoldMarkers: Bool = false, quotes: Int = .max
  ) {
    var index = range.lowerBound
    while index < range.upperBound, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    margin = index - range.lowerBound
    func byte(_ index: Int) -> UInt8 { index < range.upperBound ? text[index] : 0x0A }
    reading: while index < range.upperBound {
      switch text[index] {
      case 0x20, 0x09:
        index += 1
      case UInt8(ascii: ">") where quoteDepth < quotes:
        quoteDepth += 1
        index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard mayHoldMarkers, byte(index + 1) == 0x20 || byte(index + 1) == 0x09 else {
          break reading
        }
        index += 2
        itemIndent = index - range.lowerBound
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = index
        while byte(end) >= 0x30, byte(end) <= 0x39, end - index < 10 { end += 1 }
        guard mayHoldMarkers, end - index < 10,
          byte(end) == UInt8(ascii: ".") || byte(end) == UInt8(ascii: ")"),
          byte(end + 1) == 0x20
        else { break reading }
        index = end + 2
        itemIndent = index - range.lowerBound
      default:
        break reading
      }
    }
    content = index
    indent = index - range.lowerBound
  }
}

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
