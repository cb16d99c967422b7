internal import Catalogue
internal import Markup

/// The blocks of a document as lines: each heading, paragraph, list item, table row and line of code
/// is one.
struct BlockLines: Sendable {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Appends the lines of whole nodes.
  func append(_ nodes: Range<Int>, role: LineRole, to lines: inout LineText) {
    var folder = WhitespaceFolder()
    var start = 0
    // The last node of the table row whose cells are being read.
    var rowEnd = 0
    func end() {
      if !folder.bytes.isEmpty { lines.append(folder.bytes, role: role, number: start) }
      folder = WhitespaceFolder()
    }
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .text, .code:
        if folder.bytes.isEmpty { start = line(index) }
        folder.append(document.bytes(node.text))
      case .softBreak, .hardBreak:
        folder.separate()
      case .codeBlock where index < rowEnd:
        folder.separate()
        folder.append(document.bytes(node.text))
        folder.separate()
      case .codeBlock:
        end()
        let place = codePlace(index)
        lines.append(code: document.bytes(node.text), role: role) { place.first + $0 * place.step }
      case .tableRow:
        end()
        rowEnd = Int(node.end)
      case .tableSurplus:
        index = Int(node.end)
        continue
      case .paragraph, .heading, .item, .tableCell, .thematicBreak, .tab, .list, .table,
        .blockQuote, .alert:
        // A row is one line, whatever stands in its cells.
        if index < rowEnd { folder.separate() } else { end() }
      case .emphasis, .strong, .superscript, .subscript, .link, .image, .anchor:
        break
      }
      index += 1
    }
    end()
  }

  // MARK: Places

  private func line(_ node: Int) -> Int { max(1, Int(document.nodes[node].line)) }

  /// The line of the file on which the code of a block begins, and how far the next one is.
  private func codePlace(_ block: Int) -> (first: Int, step: Int) {
    switch Document.CodeStart(rawValue: document.nodes[block].detail) ?? .unknown {
    case .unknown: (line(block), 0)
    case .sameLine: (line(block), 1)
    case .nextLine: (line(block) + 1, 1)
    }
  }
}
