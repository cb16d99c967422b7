internal import CCMark
internal import Diagnostics

/// Copies the inlines of one leaf block, and puts the covered additions in their places.
///
/// A paragraph may turn out to hold blocks: a table, the head of an alert, a fragment of several
/// blocks. It is then split around them.
struct InlineConverter {
  enum Place {
    /// A paragraph, which makes its own node and may be split.
    case paragraph
    /// Inside a node that is open: a heading, a cell.
    case inside
  }

  /// Something that is open: an inline of libcmark's, or an HTML tag that wraps inlines.
  enum Open {
    case inline(Int?)
    case tag(name: String, index: Int)
  }

  let place: Place
  /// The first line of the block, in the body.
  let firstLine: Int
  let lineShift: Int
  var open: [Open] = []
  var joint = TextJoint()
  var paragraph: Int?
  /// The rows of the current table whose covers are still to come.
  var coveredRows = 0
  /// The element whose content is being removed.
  var removing: String?
  /// The line of the inline being read, in the body.
  var line: Int
  var column = 1

  /// Whether libcmark's lines mean nothing: it reads a cell apart from its page.
  let isFixedLine: Bool
  /// Whether the block stands directly in a quote.
  let mayHoldAlerts: Bool

  init(
    _ place: Place, line: Int, lineShift: Int, isFixedLine: Bool = false,
    mayHoldAlerts: Bool = false
  ) {
    self.place = place
    self.mayHoldAlerts = mayHoldAlerts
    self.isFixedLine = isFixedLine
    firstLine = line
    self.line = line
    self.lineShift = lineShift
  }

  var fileLine: Int32 { Int32(line + lineShift) }
  var isSplittable: Bool { place == .paragraph && open.isEmpty }

  /// Copies everything under a node of libcmark's into the parser's document.
  mutating func convert(_ block: OpaquePointer, into parser: inout MarkdownParser) {
    var current = unsafe cmark_node_first_child(block)
    walking: while let node = unsafe current {
      if let child = unsafe enter(node, &parser) {
        unsafe current = child
        continue
      }
      var leaving = unsafe node
      while unsafe cmark_node_next(leaving) == nil {
        guard let parent = unsafe cmark_node_parent(leaving), unsafe parent != block else {
          break walking
        }
        leave(&parser)
        unsafe leaving = parent
      }
      unsafe current = cmark_node_next(leaving)
    }
    while !open.isEmpty { leave(&parser) }
    endParagraph(&parser)
  }

  // MARK: Nodes

  /// Copies one inline; returns its first child where that is to be walked next.
  private mutating func enter(
    _ node: OpaquePointer, _ parser: inout MarkdownParser
  ) -> OpaquePointer? {
    let start = Int(unsafe cmark_node_get_start_line(node))
    if start > 0, !isFixedLine {
      line = start
      column = Int(unsafe cmark_node_get_start_column(node))
    }
    let type = unsafe cmark_node_get_type(node)
    if removing != nil, type != CMARK_NODE_HTML_INLINE { return nil }
    switch type {
    case CMARK_NODE_TEXT:
      unsafe CString.withBytes(cmark_node_get_literal(node)) { appendText($0, &parser) }
      return nil
    case CMARK_NODE_SOFTBREAK:
      appendBreak(.softBreak, &parser)
      return nil
    case CMARK_NODE_LINEBREAK:
      appendBreak(.hardBreak, &parser)
      return nil
    case CMARK_NODE_CODE:
      startParagraph(&parser)
      appendCode(parser.uncovered(unsafe CString.bytes(cmark_node_get_literal(node))), &parser)
      return nil
    case CMARK_NODE_HTML_INLINE:
      convertTag(
        parser.uncovered(unsafe CString.bytes(cmark_node_get_literal(node)), asHTML: true), &parser)
      return nil
    case CMARK_NODE_EMPH:
      return unsafe enterSpan(.emphasis, node, &parser)
    case CMARK_NODE_STRONG:
      return unsafe enterSpan(.strong, node, &parser)
    case CMARK_NODE_LINK:
      return unsafe enterSpan(.link, node, &parser)
    case CMARK_NODE_IMAGE:
      return unsafe enterSpan(.image, node, &parser)
    default:
      return nil
    }
  }

  private mutating func enterSpan(
    _ kind: Document.Kind, _ node: OpaquePointer, _ parser: inout MarkdownParser
  ) -> OpaquePointer? {
    startParagraph(&parser)
    let child = unsafe cmark_node_first_child(node)
    var made = Document.Node(kind, line: fileLine)
    if kind == .link || kind == .image {
      let address = parser.uncovered(unsafe CString.bytes(cmark_node_get_url(node)))
      guard let stored = storeAddress(String(decoding: address, as: UTF8.self), &parser) else {
        // Its text stays.
        if unsafe child != nil { open.append(.inline(nil)) }
        return unsafe child
      }
      made.attribute = stored
    }
    if open.count >= MarkdownParser.depthLimit {
      if unsafe child != nil { open.append(.inline(nil)) }
    } else {
      let index = parser.document.open(made)
      if unsafe child != nil { open.append(.inline(index)) }
    }
    return unsafe child
  }

  /// Ends the innermost inline of libcmark's, and the tags that were left open in it.
  private mutating func leave(_ parser: inout MarkdownParser) {
    joint.cut()
    while let last = open.popLast() {
      switch last {
      case .tag(_, let index):
        close(index, &parser)
      case .inline(let index):
        if let index { parser.document.close(index) }
        return
      }
    }
  }

  /// Ends a node that a tag began.
  func close(_ index: Int, _ parser: inout MarkdownParser) {
    parser.document.close(index)
    if parser.document.nodes[index].kind == .code { parser.document.flattenCode(at: index) }
  }

  // MARK: Paragraphs

  mutating func startParagraph(_ parser: inout MarkdownParser) {
    guard place == .paragraph, paragraph == nil else { return }
    paragraph = parser.document.open(Document.Node(.paragraph, line: fileLine))
  }

  /// Ends the paragraph, with no break at its end.
  mutating func endParagraph(_ parser: inout MarkdownParser) {
    guard let index = paragraph else { return }
    parser.document.removeBreaksAtEnd(ofParagraphAt: index)
    paragraph = nil
    if parser.document.nodes.count == index + 1 {
      parser.document.nodes.removeLast()
    } else {
      parser.document.close(index)
    }
  }

  private mutating func appendBreak(_ kind: Document.Kind, _ parser: inout MarkdownParser) {
    defer { line += 1 }
    // Nothing before it: the paragraph was just split.
    if place == .paragraph, paragraph == nil { return }
    parser.document.open(Document.Node(kind, line: fileLine))
  }
}
