internal import Diagnostics

/// HTML tags between inlines.
extension InlineConverter {
  /// Reads one HTML tag between inlines and does what its element asks for.
  mutating func convertTag(_ literal: [UInt8], _ parser: inout MarkdownParser) {
    guard let tag = HTMLTag(literal) else { return }
    if let removed = removing {
      if tag.isEnd, tag.name == removed { removing = nil }
      return
    }
    guard let treatment = HTMLElement.treatment(of: tag.name) else {
      // A name that is no element's: it was covered already unless an entity brought it.
      startParagraph(&parser)
      joint.append(literal[...], to: &parser.document, line: fileLine)
      return
    }
    for problem in tag.problems { report(.htmlRemoved, problem, &parser) }
    switch treatment {
    case .lineBreak:
      startParagraph(&parser)
      parser.document.open(Document.Node(.hardBreak, line: fileLine))
    case .anchor:
      convertAnchor(tag, &parser)
    case .image:
      let text = tag.attribute("alt") ?? ""
      if let source = tag.attribute("src"), LinkTarget.isAllowed(source) {
        appendSpan(.image, text: text, address: source, &parser)
      } else if !text.isEmpty {
        startParagraph(&parser)
        joint.append(Array(text.utf8)[...], to: &parser.document, line: fileLine)
      }
    case .emphasis: wrap(.emphasis, tag, &parser)
    case .strong: wrap(.strong, tag, &parser)
    case .superscript: wrap(.superscript, tag, &parser)
    case .subscript: wrap(.subscript, tag, &parser)
    case .code, .preformatted: wrap(.code, tag, &parser)
    case .remove:
      report(.htmlRemoved, "the element '\(tag.name)' is removed", &parser)
      if !tag.isEnd, !tag.isVoid { removing = tag.name }
    case .hide:
      if !tag.isEnd, !tag.isVoid { removing = tag.name }
    case .item:
      guard !tag.isEnd else { return }
      startParagraph(&parser)
      if isAfterText(parser) { parser.document.open(Document.Node(.hardBreak, line: fileLine)) }
      joint.append(Array("• ".utf8)[...], to: &parser.document, line: fileLine)
    case .block, .heading, .quote, .row, .rule:
      if !tag.isEnd, isAfterText(parser) {
        parser.document.open(Document.Node(.hardBreak, line: fileLine))
      }
    case .cell, .headerCell:
      if !tag.isEnd, isAfterText(parser) {
        joint.append([0x20], to: &parser.document, line: fileLine)
      }
    case .unwrap, .list, .table:
      break
    }
  }

  /// Whether text of this block stands before the point that is reached.
  private func isAfterText(_ parser: MarkdownParser) -> Bool {
    guard let last = parser.document.nodes.last else { return false }
    switch last.kind {
    case .text, .code: return place == .inside || paragraph != nil
    default: return false
    }
  }

  private mutating func convertAnchor(_ tag: HTMLTag, _ parser: inout MarkdownParser) {
    if tag.isEnd {
      endTag("a", &parser)
      return
    }
    if let name = tag.attribute("name") ?? tag.attribute("id"), !name.isEmpty {
      startParagraph(&parser)
      var node = Document.Node(.anchor, line: fileLine)
      node.attribute = parser.document.store(name.utf8)
      parser.document.open(node)
    }
    if let target = tag.attribute("href"), !target.isEmpty, LinkTarget.isAllowed(target) {
      startParagraph(&parser)
      var node = Document.Node(.link, line: fileLine)
      node.attribute = parser.document.store(target.utf8)
      open.append(.tag(name: "a", index: parser.document.open(node)))
    }
  }

  private mutating func wrap(
    _ kind: Document.Kind, _ tag: HTMLTag, _ parser: inout MarkdownParser
  ) {
    if tag.isEnd {
      endTag(tag.name, &parser)
    } else if !tag.isVoid, open.count < MarkdownParser.depthLimit {
      startParagraph(&parser)
      let node = Document.Node(kind, line: fileLine)
      open.append(.tag(name: tag.name, index: parser.document.open(node)))
    }
  }

  /// Ends the tag of this name if it was begun beside the point that is reached.
  private mutating func endTag(_ name: String, _ parser: inout MarkdownParser) {
    var candidate = open.count - 1
    while candidate >= 0, case .tag(let opened, _) = open[candidate], opened != name {
      candidate -= 1
    }
    guard candidate >= 0, case .tag(name, _) = open[candidate] else { return }
    joint.cut()
    while open.count > candidate {
      guard case .tag(_, let index) = open.removeLast() else { return }
      close(index, &parser)
    }
  }

  private func report(_ rule: Rule, _ message: String, _ parser: inout MarkdownParser) {
    parser.report(rule, SourcePosition(line: line, column: max(column, 1)), message)
  }
}
