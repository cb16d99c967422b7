internal import Markup

// What stands within a line, and code.
extension DocumentPrinter {
  /// The text of inline nodes: code in the accent, strong in bold, emphasis plain unless it has a
  /// face given, pictures by their alternative text, links by theirs with a mark where they lead
  /// out to the web.
  func text(of range: Range<Int>, _ base: Face, emphasis: Face = []) -> StyledText {
    var text = StyledText()
    var face = base
    // The faces outside the open nodes, and what is written at their ends.
    var open: [(end: Int, outer: Face, leadsOut: Bool)] = []
    var index = range.lowerBound
    while true {
      while let last = open.last, last.end <= index {
        open.removeLast()
        face = last.outer
        if last.leadsOut { text.append("\u{A0}↗", face) }
      }
      guard index < range.upperBound else { break }
      let node = document.nodes[index]
      let end = Int(node.end)
      index += 1
      switch node.kind {
      case .text: text.append(document.bytes(node.text), face)
      case .code: text.appendVerbatim(document.bytes(node.text), face.union(.accent))
      case .strong:
        open.append((end, face, false))
        face.insert(.bold)
      case .emphasis:
        open.append((end, face, false))
        face.formUnion(emphasis)
      case .link:
        let target = document.bytes(node.attribute)
        open.append((end, face, LinkTarget(target) == .external && !isItsOwnText(index..<end)))
      case .softBreak: text.separate()
      case .hardBreak: text.breakLine()
      case .superscript:
        // 10⁶ is not 106.
        if text.endsInDigit { text.append("^", face) }
      case .subscript, .image, .anchor: break
      case .codeBlock:
        text.separate()
        text.append(document.bytes(node.text), face)
        text.separate()
      case .paragraph, .heading, .item, .list, .blockQuote, .alert, .table, .tableRow, .tableCell,
        .thematicBreak, .tab:
        text.separate()
      case .tableSurplus: index = end
      }
    }
    return text
  }

  /// Whether the text of a link is an address itself, so that no mark need say it leads out.
  private func isItsOwnText(_ range: Range<Int>) -> Bool {
    guard let first = range.first, document.nodes[first].kind == .text else { return false }
    let text = document.bytes(document.nodes[first].text)
    return LinkTarget(text) == .external && !text.contains(0x20)
  }

  /// Writes code, set in by four more columns, never wrapped.
  mutating func writeCode(_ index: Int, to output: inout TerminalOutput) {
    separate(in: &output)
    flushLead(to: &output)
    let code = document.bytes(document.nodes[index].text)
    var lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { output.writeCode(line, indent: indent + 4) }
    previous = .other
  }
}
