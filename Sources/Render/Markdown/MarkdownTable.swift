import Markup

/// The cells of one table until it is whole, when the number of its columns is known.
struct MarkdownTable {
  private var rows: [[[UInt8]]] = []
  private var row: [[UInt8]] = []
  /// The alignment of each column, as the cells of the first row give it.
  private var alignments: [Document.Alignment] = []

  /// Whether there is no row.
  var isEmpty: Bool { rows.isEmpty }

  /// Ends a cell of the current row.
  mutating func append(_ cell: [UInt8], _ alignment: Document.Alignment) {
    if rows.isEmpty { alignments.append(alignment) }
    row.append(cell)
  }

  /// Ends the row; one without cells is left out.
  mutating func endRow() {
    guard !row.isEmpty else { return }
    rows.append(row)
    row = []
  }

  /// The lines of the table; every row is filled up to the longest.
  var lines: [[UInt8]] {
    let columns = max(1, rows.reduce(0) { max($0, $1.count) })
    var lines: [[UInt8]] = []
    lines.reserveCapacity(rows.count + 1)
    for (index, row) in rows.enumerated() {
      lines.append(line(row, columns))
      if index == 0 { lines.append(delimiters(columns)) }
    }
    return lines
  }

  private func line(_ row: [[UInt8]], _ columns: Int) -> [UInt8] {
    var line: [UInt8] = []
    for cell in row {
      line.append(contentsOf: "| ".utf8)
      for byte in cell {
        // A reader splits rows before it looks at anything else, code spans included.
        if byte == UInt8(ascii: "|") { line.append(UInt8(ascii: "\\")) }
        line.append(byte)
      }
      line.append(0x20)
    }
    for _ in row.count..<columns { line.append(contentsOf: "|  ".utf8) }
    line.append(UInt8(ascii: "|"))
    return line
  }

  private func delimiters(_ columns: Int) -> [UInt8] {
    var line: [UInt8] = []
    for column in 0..<columns {
      switch column < alignments.count ? alignments[column] : .none {
      case .none: line.append(contentsOf: "| --- ".utf8)
      case .left: line.append(contentsOf: "| :-- ".utf8)
      case .center: line.append(contentsOf: "| :-: ".utf8)
      case .right: line.append(contentsOf: "| --: ".utf8)
      }
    }
    line.append(UInt8(ascii: "|"))
    return line
  }
}
