import Catalogue
import Markup

/// What stands within a line, for documents made by hand.
indirect enum Inline: Sendable, ExpressibleByStringLiteral {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case superscript([Inline])
  case link([Inline], to: String)
  case image([Inline], from: String)
  case softBreak
  case hardBreak

  init(stringLiteral text: String) { self = .text(text) }
}

/// A block, for documents made by hand.
indirect enum Block: Sendable {
  case paragraph([Inline])
  case list(from: Int? = nil, [[Block]])
  case quote([Block])
  case alert(Document.Alert, [Block])
  case code(String)
  case table([[[Inline]]], [Document.Alignment] = [])
  case heading(Int, [Inline])
  case tab(String, [Block])
  case thematicBreak

  static func text(_ text: String) -> Block { .paragraph([.text(text)]) }
}

extension Document {
  @discardableResult
  mutating func append(_ blocks: [Block]) -> Range<Int> {
    let start = nodes.count
    for block in blocks { append(block) }
    return start..<nodes.count
  }

  mutating func append(_ block: Block) {
    switch block {
    case .paragraph(let inlines): append(.paragraph) { $0.append(inlines) }
    case .quote(let blocks): append(.blockQuote) { $0.append(blocks) }
    case .alert(let kind, let blocks):
      append(.alert, detail: kind.rawValue) { $0.append(blocks) }
    case .heading(let level, let inlines):
      append(.heading, detail: UInt8(level)) { $0.append(inlines) }
    case .thematicBreak: append(.thematicBreak) { _ in }
    case .tab(let name, let blocks):
      append(.tab) {
        $0.append(.text(name))
        $0.append(blocks)
      }
    case .code(let code):
      var node = Node(.codeBlock, line: 1)
      node.text = store(code.utf8)
      open(node)
    case .list(let start, let items):
      append(.list, detail: start == nil ? 0 : 1, number: Int32(start ?? 0)) { document in
        for item in items { document.append(.item) { $0.append(item) } }
      }
    case .table(let rows, let alignments):
      append(.table) { document in
        for row in rows {
          document.append(.tableRow) { document in
            for (column, cell) in row.enumerated() {
              let alignment = column < alignments.count ? alignments[column] : .none
              document.append(.tableCell, detail: alignment.rawValue) { $0.append(cell) }
            }
          }
        }
      }
    }
  }

  mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): appendText(Array(text.utf8), line: 1)
      case .code(let code):
        var node = Node(.code, line: 1)
        node.text = store(code.utf8)
        open(node)
      case .emphasis(let inner): append(.emphasis) { $0.append(inner) }
      case .strong(let inner): append(.strong) { $0.append(inner) }
      case .superscript(let inner): append(.superscript) { $0.append(inner) }
      case .link(let inner, let target):
        append(.link, attribute: target) { $0.append(inner) }
      case .image(let inner, let source):
        append(.image, attribute: source) { $0.append(inner) }
      case .softBreak: append(.softBreak) { _ in }
      case .hardBreak: append(.hardBreak) { _ in }
      }
    }
  }

  private mutating func append(
    _ kind: Kind, detail: UInt8 = 0, number: Int32 = 0, attribute: String = "",
    _ body: (inout Document) -> Void
  ) {
    var node = Node(kind, line: 1)
    node.detail = detail
    node.number = number
    node.attribute = store(attribute.utf8)
    let index = open(node)
    body(&self)
    close(index)
  }
}

extension Page {
  static func reference(_ id: String, _ locale: String, source: String = "MSSQLSERVER") -> Page {
    Page(
      kind: .reference, source: source, ids: [EventID(id)], locale: LocaleTag(canonical: locale),
      title: "\(source)_\(id)", path: "\(id).md")
  }

  /// Appends a section, and for a role of user action the fixes that its list items or paragraphs
  /// are.
  mutating func append(
    _ role: Role, _ anchor: String, _ title: String, level: Int = 2, _ blocks: [Block]
  ) {
    let heading = document.append([.heading(level, [.text(title)])])
    let body = document.append(blocks)
    sections.append(
      Section(
        role: role, anchor: anchor, level: level, title: title, heading: heading, body: body))
    guard role == .userAction else { return }
    let roots = Array(document.roots(in: body))
    let lists = roots.filter { document.nodes[$0].kind == .list }
    let steps = lists.isEmpty ? roots : lists.flatMap { Array(document.children(of: $0)) }
    for step in steps {
      let nodes = step..<Int(document.nodes[step].end)
      fixes.append(
        Fix(
          text: document.plainText(of: nodes), code: [], section: sections.count - 1, nodes: nodes))
    }
  }

  /// Appends the section of the details table as the product's pages have it.
  mutating func appendDetails(_ title: String, labels: [String], message: [Inline]) {
    let values = ["SQL Server", ids[0].text, source, "SQLEngine", details.symbolicName ?? ""]
    var rows: [[[Inline]]] = [[[], []]]
    for (label, value) in zip(labels, values) { rows.append([[.text(label)], [.text(value)]]) }
    rows.append([[.text(labels[5])], message])
    append(.details, "details", title, [.table(rows)])
    details.productName = "SQL Server"
    details.eventID = ids[0].text
    details.eventSource = source
    details.component = "SQLEngine"
    let cell = document.nodes.lastIndex { $0.kind == .tableCell } ?? 0
    details.messageText = document.plainText(at: cell)
    self.message = details.messageText
  }
}
