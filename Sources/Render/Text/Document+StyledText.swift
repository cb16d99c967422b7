internal import Markup

extension Document {
  /// What follows the text of a link that leads out to the web.
  enum LinkEnding {
    /// `↗`, for those who can look the page up.
    case mark
    /// The address, for those who have nothing else.
    case address
  }

  /// The text of inline nodes: code in the accent, strong in bold, emphasis plain unless it has a
  /// face given, pictures by their alternative text, links by theirs with an ending where they lead
  /// out to the web.
  func styledText(
    of range: Range<Int>, _ base: StyledText.Face = [], emphasis: StyledText.Face = [],
    links: LinkEnding = .mark
  ) -> StyledText {
    var text = StyledText()
    var face = base
    // The faces outside the open nodes, and what is written at their ends.
    var open: [(end: Int, outer: StyledText.Face, leadsOut: Slice?)] = []
    var index = range.lowerBound
    while true {
      while let last = open.last, last.end <= index {
        open.removeLast()
        face = last.outer
        guard let target = last.leadsOut else { continue }
        switch links {
        case .mark: text.append("\u{A0}↗", face)
        case .address: text.append(" ⟨\(string(target))⟩", face)
        }
      }
      guard index < range.upperBound else { break }
      let node = nodes[index]
      let end = Int(node.end)
      index += 1
      switch node.kind {
      case .text: text.append(bytes(node.text), face)
      case .code: text.appendVerbatim(bytes(node.text), face.union(.accent))
      case .strong:
        open.append((end, face, nil))
        face.insert(.bold)
      case .emphasis:
        open.append((end, face, nil))
        face.formUnion(emphasis)
      case .link:
        let target = bytes(node.attribute)
        let leadsOut = LinkTarget(target) == .external && !isItsOwnText(index..<end)
        open.append((end, face, leadsOut ? node.attribute : nil))
      case .softBreak: text.separate()
      case .hardBreak: text.breakLine()
      case .superscript:
        // 10⁶ is not 106.
        if text.endsInDigit { text.append("^", face) }
      case .subscript, .image, .anchor: break
      case .codeBlock:
        text.separate()
        text.append(bytes(node.text), face)
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
    guard let first = range.first, nodes[first].kind == .text else { return false }
    let text = bytes(nodes[first].text)
    return LinkTarget(text) == .external && !text.contains(0x20)
  }
}
