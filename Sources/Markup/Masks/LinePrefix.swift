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
