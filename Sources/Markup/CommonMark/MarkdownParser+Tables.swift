internal import CCMark
internal import Diagnostics

/// Tables: their cells are inlines, which libcmark reads.
///
/// Most cells of a message list are plain text and never reach libcmark; the others of a table are
/// read in one go, a paragraph each.
extension MarkdownParser {
  /// Appends a table to the document.
  mutating func appendTable(_ table: BlockMasking.Table) {
    var cells: [Cell] = []
    var rows: [Range<Int>] = []
    var text: [UInt8] = []
    for row in table.rows {
      let first = cells.count
      readCells(of: row, columns: table.alignments, into: &cells, text: &text)
      rows.append(first..<cells.count)
    }

    let root = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root = unsafe root else { return }
    defer { unsafe cmark_node_free(root) }
    var paragraph = unsafe cmark_node_first_child(root)

    let line = Int32(table.rows.first.map { $0.line + lineShift } ?? 0)
    let index = document.open(Document.Node(.table, line: line))
    for (row, range) in zip(table.rows, rows) {
      let rowLine = Int32(row.line + lineShift)
      let rowIndex = document.open(Document.Node(.tableRow, line: rowLine))
      for cell in cells[range] {
        var node = Document.Node(cell.isSurplus ? .tableSurplus : .tableCell, line: rowLine)
        node.detail = cell.alignment.rawValue
        let cellIndex = document.open(node)
        switch cell.content {
        case .plain(let bytes):
          document.appendText(bytes, line: rowLine)
        case .markdown:
          if let source = unsafe paragraph {
            unsafe convertCell(source, line: row.line)
            unsafe paragraph = cmark_node_next(source)
          }
        }
        document.close(cellIndex)
      }
      document.close(rowIndex)
    }
    document.close(index)
  }

  private struct Cell {
    enum Content {
      case plain(ArraySlice<UInt8>)
      /// The next paragraph of what libcmark reads.
      case markdown
    }

    var content: Content
    var alignment: Document.Alignment
    var isSurplus = false
  }

  /// How many cells a page may have that no one wrote.
  private static let madeCellLimit = 500_000

  /// Reads the cells of a row: as many as there are columns, and what is left over as surplus.
  private mutating func readCells(
    of row: BlockMasking.Table.Row, columns: [Document.Alignment], into cells: inout [Cell],
    text: inout [UInt8]
  ) {
    let ranges = TableRow.cells(inlineText, row.range)
    // Cells that are not written are made for so long only: a few bytes a row would else make
    // thousands of nodes.
    let missing = max(0, columns.count - ranges.count)
    let isFilled = madeCells + missing <= Self.madeCellLimit
    if isFilled { madeCells += missing }
    for (column, alignment) in columns.enumerated() where isFilled || column < ranges.count {
      let bytes = column < ranges.count ? inlineText[ranges[column]] : []
      cells.append(Cell(content: read(bytes, text: &text), alignment: alignment))
    }
    guard ranges.count > columns.count, ranges[columns.count...].contains(where: { !$0.isEmpty })
    else { return }
    // From the end of the last column's text to the end of the row, its closing pipe left out.
    let start = ranges[columns.count - 1].upperBound
    let end = ranges[ranges.count - 1].upperBound
    let surplus = inlineText[start..<max(start, end)]
    cells.append(
      Cell(content: .plain(uncovered(Array(surplus))[...]), alignment: .none, isSurplus: true))
  }

  /// A cell's content: plain where nothing in it means anything to CommonMark, else queued for
  /// libcmark as a paragraph of its own.
  ///
  /// The paragraph begins with a full stop, so that a cell that begins like a heading or a list is
  /// read as what it is, inlines; a stop before a delimiter run counts like the line's beginning.
  private func read(_ cell: ArraySlice<UInt8>, text: inout [UInt8]) -> Cell.Content {
    if let hasCover = PlainInline.hasCover(cell.span) {
      return .plain(hasCover ? uncovered(Array(cell))[...] : cell)
    }
    text.append(UInt8(ascii: "."))
    var index = cell.startIndex
    while index < cell.endIndex {
      if cell[index] == UInt8(ascii: "\\"), index + 1 < cell.endIndex,
        cell[index + 1] == UInt8(ascii: "|")
      {
        index += 1
      }
      text.append(cell[index])
      index += 1
    }
    text.append(0x0A)
    text.append(0x0A)
    return .markdown
  }

  private mutating func convertCell(_ paragraph: OpaquePointer, line: Int) {
    let first = document.nodes.count
    var inlines = InlineConverter(.inside, line: line, lineShift: lineShift, isFixedLine: true)
    unsafe inlines.convert(paragraph, into: &self)
    // The full stop goes again.
    guard first < document.nodes.count, document.nodes[first].kind == .text else { return }
    document.nodes[first].text.start += 1
    document.nodes[first].text.count -= 1
    if document.nodes[first].text.isEmpty { document.removeLeaf(at: first) }
  }
}
