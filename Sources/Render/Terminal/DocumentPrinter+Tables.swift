internal import Catalogue
internal import Diagnostics
internal import Markup

// Tables: in columns where they fit, else row by row as labelled lines.
extension DocumentPrinter {
  /// The columns between two cells.
  private static let gutter = 2
  /// The fewest columns that the last cell of a row is wrapped to.
  private static let narrowestCell = 24

  private struct Cell {
    var text: StyledText
    var columns: Int
    var alignment: Document.Alignment
  }

  mutating func writeTable(_ index: Int, to output: inout TerminalOutput) {
    let rows = rows(of: index)
    let widths = widths(of: rows)
    guard !widths.isEmpty else { return }
    separate(in: &output)
    flushLead(to: &output)
    let before = widths.dropLast().reduce(0) { $0 + $1 + Self.gutter }
    let left = output.width - indent - before
    if widths[widths.count - 1] <= left || left >= Self.narrowestCell {
      writeColumns(rows, widths: widths, last: min(left, widths[widths.count - 1]), to: &output)
    } else {
      writeLabelled(rows, to: &output)
    }
    previous = .other
  }

  private func rows(of table: Int) -> [[Cell]] {
    var rows: [[Cell]] = []
    for row in document.children(of: table) {
      var cells: [Cell] = []
      let face: Face = rows.isEmpty ? .bold : []
      for cell in document.children(of: row) where document.nodes[cell].kind == .tableCell {
        let text = text(of: document.descendants(of: cell), face)
        cells.append(
          Cell(
            text: text, columns: Self.widestLine(of: text),
            alignment: Document.Alignment(rawValue: document.nodes[cell].detail) ?? .none))
      }
      // A spacer row says nothing.
      if cells.contains(where: { !$0.text.isEmpty }) || rows.isEmpty { rows.append(cells) }
    }
    return rows
  }

  private static func widestLine(of text: StyledText) -> Int {
    guard text.bytes.contains(UInt8(ascii: "\n")) else {
      return DisplayWidth.columns(of: text.bytes)
    }
    return text.bytes.split(separator: UInt8(ascii: "\n"))
      .reduce(0) { max($0, DisplayWidth.columns(of: $1.span)) }
  }

  private func widths(of rows: [[Cell]]) -> [Int] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.columns)
      }
    }
    while widths.last == 0 { widths.removeLast() }
    return widths
  }

  /// One row after another, the last cell wrapped in its column.
  private func writeColumns(
    _ rows: [[Cell]], widths: [Int], last: Int, to output: inout TerminalOutput
  ) {
    for row in rows where row.contains(where: { !$0.text.isEmpty }) {
      // Every cell as its lines, so that a break within one stays in its column.
      var lines: [[StyledText]] = []
      var height = 0
      for (column, width) in widths.enumerated() {
        let width = column == widths.count - 1 ? last : width
        let cell = column < row.count ? row[column].text.lines(width: width) : []
        lines.append(cell)
        height = max(height, cell.count)
      }
      for line in 0..<height {
        var pieces: [(column: Int, columns: Int, text: StyledText)] = []
        var start = indent
        for (column, width) in widths.enumerated() {
          if line < lines[column].count {
            let text = lines[column][line]
            let columns = DisplayWidth.columns(of: text.bytes)
            let width = column == widths.count - 1 ? last : width
            let shift =
              switch row[column].alignment {
              case .right: max(0, width - columns)
              case .center: max(0, width - columns) / 2
              case .none, .left: 0
              }
            pieces.append((start + shift, columns, text))
          }
          start += width + Self.gutter
        }
        output.writeRow(pieces)
      }
    }
  }

  /// Each cell on lines of its own after the head of its column.
  private func writeLabelled(_ rows: [[Cell]], to output: inout TerminalOutput) {
    let head = rows.first ?? []
    if rows.count == 1 {
      for cell in head { output.write(cell.text, indent: indent) }
    }
    for (number, row) in rows.dropFirst().enumerated() {
      if number > 0 { output.separate() }
      for (column, cell) in row.enumerated() where !cell.text.isEmpty {
        var line = StyledText()
        if column < head.count, !head[column].text.isEmpty {
          line.append(head[column].text)
          line.append(words.colon, .bold)
        }
        line.append(cell.text)
        output.write(line, indent: bounded(indent + 2, in: output), first: indent)
      }
    }
  }
}
