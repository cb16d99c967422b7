internal import CCMark
internal import Diagnostics

/// Blocks that hold no other blocks: paragraphs, headings, tabs, code.
extension MarkdownParser {
  mutating func convertParagraph(_ node: OpaquePointer) {
    let line = Int(unsafe cmark_node_get_start_line(node))
    let parent = unsafe cmark_node_parent(node)
    let isQuoted = unsafe cmark_node_get_type(parent) == CMARK_NODE_BLOCK_QUOTE
    var inlines = InlineConverter(
      .paragraph, line: line, lineShift: lineShift, mayHoldAlerts: isQuoted)
    unsafe inlines.convert(node, into: &self)
  }

  mutating func convertHeading(_ node: OpaquePointer) {
    let line = Int(unsafe cmark_node_get_start_line(node))
    if blocks.tableEnds.contains(line) { return }
    if let name = unsafe tabName(node) {
      let tab = document.open(Document.Node(.tab, line: Int32(line + lineShift)))
      let paragraph = document.open(Document.Node(.paragraph, line: Int32(line + lineShift)))
      document.appendText(uncovered(name), line: Int32(line + lineShift))
      document.close(paragraph)
      document.close(tab)
      return
    }
    var made = Document.Node(.heading, line: Int32(line + lineShift))
    made.detail = UInt8(unsafe cmark_node_get_heading_level(node))
    let index = document.open(made)
    var inlines = InlineConverter(.inside, line: line, lineShift: lineShift)
    unsafe inlines.convert(node, into: &self)
    document.close(index)
    document.liftAnchor(ofHeadingAt: index)
  }

  /// The name of a tab, `# [Name](#tab/id)`, if the heading is one.
  private func tabName(_ heading: OpaquePointer) -> [UInt8]? {
    guard let link = unsafe cmark_node_first_child(heading),
      unsafe cmark_node_get_type(link) == CMARK_NODE_LINK,
      unsafe cmark_node_next(link) == nil,
      unsafe CString.bytes(cmark_node_get_url(link)).starts(with: "#tab/".utf8),
      let text = unsafe cmark_node_first_child(link)
    else { return nil }
    return unsafe CString.bytes(cmark_node_get_literal(text))
  }

  mutating func convertCode(_ node: OpaquePointer) {
    let line = Int(unsafe cmark_node_get_start_line(node))
    var literal = unsafe uncoveredBlock(node)
    // Where the block ends tells a fenced one: an indented one is as long as its code.
    let end = Int(unsafe cmark_node_get_end_line(node))
    let isFenced = end - line >= literal.count { $0 == 0x0A }
    var start: Document.CodeStart = isFenced ? .nextLine : .sameLine
    var info = uncovered(unsafe CString.bytes(cmark_node_get_fence_info(node)))
    if CodeFence.isText(info) {
      report(
        .fenceText, SourcePosition(line: line),
        "text after the fence is not a language; it is read as the first line of the code")
      literal = info + [0x0A] + literal
      info = []
      start = .sameLine
    }
    var made = Document.Node(.codeBlock, line: Int32(line + lineShift))
    made.detail = start.rawValue
    made.text = document.store(literal)
    made.attribute = document.store(info)
    document.open(made)
  }

  /// Stores where a link leads or an image lies; nil where the scheme is not allowed, which is
  /// reported.
  mutating func storeAddress(_ address: String, at position: SourcePosition) -> Document.Slice? {
    guard LinkTarget.isAllowed(address) else {
      report(.linkScheme, position, "the address '\(address)' has a scheme that is not allowed")
      return nil
    }
    return document.store(address.utf8)
  }
}
