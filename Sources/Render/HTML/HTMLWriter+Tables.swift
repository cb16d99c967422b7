import Markup

extension HTMLWriter {
  mutating func openTable(_ index: Int) {
    var rows = document.children(of: index)
    let header = rows.next()
    let text = header.map { document.plainBytes(of: document.descendants(of: $0)) } ?? []
    tables.append(
      Table(headerEnd: header.map { Int(document.nodes[$0].end) } ?? 0, hasHeader: !text.isEmpty))
    put("<div class=\"table\">\n<table>\n")
  }

  mutating func openRow(_ index: Int, _ events: inout DocumentEvents) {
    if let table = tables.last {
      if index < table.headerEnd {
        guard table.hasHeader else { return events.skipDescendants() }
        put("<thead>\n")
      } else if !table.hasBody {
        put("<tbody>\n")
        tables[tables.count - 1].hasBody = true
      }
    }
    put("<tr>")
  }

  mutating func closeRow(_ index: Int) {
    guard let table = tables.last, index < table.headerEnd else { return put("</tr>\n") }
    if table.hasHeader { put("</tr>\n</thead>\n") }
  }

  mutating func closeTable() {
    if tables.popLast()?.hasBody == true { put("</tbody>\n") }
    put("</table>\n</div>\n")
  }

  mutating func openCell(_ index: Int, _ node: Document.Node) {
    put(isHeader(index) ? "<th scope=\"col\"" : "<td")
    switch Document.Alignment(rawValue: node.detail) ?? .none {
    case .none: break
    case .left: put(" class=\"align-left\"")
    case .center: put(" class=\"align-center\"")
    case .right: put(" class=\"align-right\"")
    }
    put(">")
  }

  /// Whether a cell stands in the header of the innermost table.
  func isHeader(_ cell: Int) -> Bool { tables.last.map { cell < $0.headerEnd } ?? false }
}
