import Markup

extension Document {
  /// The tree as indented lines, one a node: `heading 2 #user-action`, `text "…"`.
  var outline: String {
    var lines: [String] = []
    var ends: [Int32] = []
    for (index, node) in nodes.enumerated() {
      while let end = ends.last, Int32(index) >= end { ends.removeLast() }
      lines.append(String(repeating: "  ", count: ends.count) + line(of: node))
      if node.end > Int32(index + 1) { ends.append(node.end) }
    }
    return lines.joined(separator: "\n")
  }

  private func line(of node: Node) -> String {
    let attribute = string(node.attribute)
    switch node.kind {
    case .text, .code: return "\(node.kind) \(quoted(node.text))"
    case .codeBlock:
      let language = attribute.isEmpty ? "" : " " + attribute
      return "codeBlock\(language) \(quoted(node.text))"
    case .heading: return "heading \(node.detail)" + (attribute.isEmpty ? "" : " #" + attribute)
    case .anchor: return "anchor #" + attribute
    case .link, .image: return "\(node.kind) \(attribute)"
    case .alert: return "alert \(Alert(rawValue: node.detail).map { "\($0)" } ?? "?")"
    case .list:
      return (node.detail & 1 == 1 ? "list from \(node.number)" : "list")
        + (node.detail & 2 == 2 ? "" : ", loose")
    case .tableCell:
      let alignment = Alignment(rawValue: node.detail)
      return "cell" + (alignment == Alignment.none ? "" : " \(alignment.map { "\($0)" } ?? "?")")
    case .tableRow: return "row"
    case .tableSurplus: return "surplus"
    default: return "\(node.kind)"
    }
  }

  private func quoted(_ slice: Slice) -> String {
    let text = string(slice).unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\t": "\\t"
      case "\u{0}"..."\u{1F}": "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }
    return "\"\(text.joined())\""
  }

  /// Whether every node lies within the one that holds it, and every slice within the pool.
  var isSound: Bool {
    var ends = [Int32(nodes.count)]
    for (index, node) in nodes.enumerated() {
      while let end = ends.last, Int32(index) >= end, ends.count > 1 { ends.removeLast() }
      guard let end = ends.last, node.end > Int32(index), node.end <= end,
        [node.text, node.attribute].allSatisfy({
          $0.start >= 0 && $0.count >= 0 && $0.range.upperBound <= pool.count
        })
      else { return false }
      ends.append(node.end)
    }
    return String(validating: pool, as: UTF8.self) != nil
  }
}
