internal import Catalogue
internal import Markup

/// The lines of a page in each scope, as they go into the catalogue.
struct PageLines: Sendable {
  /// Each fix as one line, its code line by line.
  private(set) var fixes = LineText()
  /// Each heading, paragraph, list item, table row and line of code as one line, from the title
  /// on.
  private(set) var page = LineText()
  /// What the product prints, as one line.
  private(set) var message = LineText()

  private let document: Document

  init(_ page: Page) {
    document = page.document
    for fix in page.fixes { append(fix, of: page) }
    appendSections(of: page)
    if let text = page.message {
      message.append(text.utf8, role: .message, number: Self.messageLine(of: page))
    }
  }

  /// The lines of a row of a message list.
  static func lines(of message: Message) -> LineText {
    var lines = LineText()
    lines.append(message.text.utf8, role: .message, number: message.line)
    return lines
  }

  // MARK: Fixes

  private mutating func append(_ fix: Page.Fix, of page: Page) {
    let role = LineRole.section(fix.section.map { page.sections[$0].role } ?? .userAction)
    let nodes = fix.nodes.clamped(to: document.indices)
    let line = nodes.isEmpty ? 1 : line(nodes.lowerBound)
    if !fix.text.isEmpty { fixes.append(fix.text.utf8, role: role, number: line) }
    let blocks = nodes.filter { document.nodes[$0].kind == .codeBlock }
    for (index, code) in fix.code.enumerated() {
      let block = index < blocks.count ? blocks[index] : nil
      let place = block.map(codePlace) ?? (first: line, step: 0)
      fixes.append(code: Array(code.utf8)[...], role: role) { place.first + $0 * place.step }
    }
  }

  // MARK: Sections

  private mutating func appendSections(of page: Page) {
    // What stands before the first section, the title above all, is for nothing else.
    let first = page.sections.first?.heading.lowerBound ?? document.nodes.count
    append(0..<first, role: .section(.other))
    for section in page.sections {
      append(section.heading.lowerBound..<section.body.upperBound, role: .section(section.role))
    }
  }

  /// Appends the lines of whole nodes.
  private mutating func append(_ nodes: Range<Int>, role: LineRole) {
    var folder = WhitespaceFolder()
    var start = 0
    // The last node of the table row whose cells are being read.
    var rowEnd = 0
    func end(_ lines: inout LineText) {
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
        end(&page)
        let place = codePlace(index)
        page.append(code: document.bytes(node.text), role: role) { place.first + $0 * place.step }
      case .tableRow:
        end(&page)
        rowEnd = Int(node.end)
      case .tableSurplus:
        index = Int(node.end)
        continue
      case .paragraph, .heading, .item, .tableCell, .thematicBreak, .tab, .list, .table,
        .blockQuote, .alert:
        // A row is one line, whatever stands in its cells.
        if index < rowEnd { folder.separate() } else { end(&page) }
      case .emphasis, .strong, .superscript, .subscript, .link, .image, .anchor:
        break
      }
      index += 1
    }
    end(&page)
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

  /// The line of the row that gives the message in the details, as far as it can be told.
  private static func messageLine(of page: Page) -> Int {
    guard let details = page.sections.first(where: { $0.role == .details }),
      let text = page.details.messageText
    else { return 1 }
    let document = page.document
    for node in details.body where document.nodes[node].kind == .tableRow {
      if document.plainText(at: node).hasSuffix(text) {
        return max(1, Int(document.nodes[node].line))
      }
    }
    return details.heading.isEmpty
      ? 1 : max(1, Int(document.nodes[details.heading.lowerBound].line))
  }
}
