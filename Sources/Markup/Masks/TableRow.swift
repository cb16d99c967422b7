/// The cells of a pipe table's row (GFM, section 4.10).
enum TableRow {
  /// The ranges of the cells, blanks trimmed; a pipe at either end begins or ends none.
  static func cells(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    let text = text.span
    let row = trimmed(text, range)
    var start = row.lowerBound
    if start < row.upperBound, text[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < row.upperBound {
      switch text[index] {
      case UInt8(ascii: "\\")
      where index + 1 < row.upperBound && text[index + 1] == UInt8(ascii: "|"):
        // Whatever stands before the backslash.
        index += 2
      case UInt8(ascii: "|"):
        cells.append(trimmed(text, start..<index))
        index += 1
        start = index
      default:
        index += 1
      }
    }
    if start < row.upperBound { cells.append(trimmed(text, start..<row.upperBound)) }
    return cells
  }

  /// The alignments that a delimiter row gives, or nil if the line is none.
  static func alignments(_ text: [UInt8], _ range: Range<Int>) -> [Document.Alignment]? {
    guard text[range].contains(UInt8(ascii: "|")) || text[range].contains(UInt8(ascii: ":")) else {
      return nil
    }
    for byte in text[range] {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: continue
      default: return nil
      }
    }
    var alignments: [Document.Alignment] = []
    for cell in cells(text, range) {
      guard !cell.isEmpty else { return nil }
      let isLeft = text[cell.lowerBound] == UInt8(ascii: ":")
      let isRight = text[cell.upperBound - 1] == UInt8(ascii: ":")
      let dashes = text[cell].dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
