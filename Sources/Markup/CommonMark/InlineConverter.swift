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
  private enum Open {
    case inline(Int?)
    case tag(name: String, index: Int)
  }

  private let place: Place
  /// The first line of the block, in the body.
  private let firstLine: Int
  private let lineShift: Int
  private var open: [Open] = []
  private var joint = TextJoint()
  private var paragraph: Int?
  /// The rows of the current table whose covers are still to come.
  private var coveredRows = 0
  /// The element whose content is being removed.
  private var removing: String?
  /// The line of the inline being read, in the body.
  private var line: Int
  private var column = 1

  /// Whether libcmark's lines mean nothing: it reads a cell apart from its page.
  private let isFixedLine: Bool
  /// Whether the block stands directly in a quote.
  private let mayHoldAlerts: Bool

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

  private var fileLine: Int32 { Int32(line + lineShift) }
  private var isSplittable: Bool { place == .paragraph && open.isEmpty }

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
      appendText(unsafe CString.bytes(cmark_node_get_literal(node)), &parser)
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
        parser.document.close(index)
      case .inline(let index):
        if let index { parser.document.close(index) }
        return
      }
    }
  }

  // MARK: Paragraphs

  private mutating func startParagraph(_ parser: inout MarkdownParser) {
    guard place == .paragraph, paragraph == nil else { return }
    paragraph = parser.document.open(Document.Node(.paragraph, line: fileLine))
  }

  /// Ends the paragraph, with no break at its end.
  private mutating func endParagraph(_ parser: inout MarkdownParser) {
    guard let index = paragraph else { return }
    while let last = parser.document.nodes.last, last.kind == .softBreak || last.kind == .hardBreak
    {
      parser.document.nodes.removeLast()
    }
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

  // MARK: Text

  private mutating func appendText(_ literal: [UInt8], _ parser: inout MarkdownParser) {
    guard literal.contains(where: Mask.isCover) else {
      startParagraph(&parser)
      joint.append(literal[...], to: &parser.document, line: fileLine)
      return
    }
    var index = 0
    while index < literal.count {
      switch literal[index] {
      case Mask.token:
        let (number, next) = MarkdownParser.tokenNumber(literal, at: index)
        index = next
        if let number, let token = parser.token(number) { append(token, &parser) }
      case Mask.table:
        while index < literal.count, literal[index] == Mask.table { index += 1 }
        appendTable(&parser)
      case Mask.alert:
        while index < literal.count, literal[index] == Mask.alert { index += 1 }
        appendAlert(&parser)
        while index < literal.count, literal[index] == 0x20 { index += 1 }
      case Mask.fill:
        index += 1
      default:
        var run: [UInt8] = []
        reading: while index < literal.count {
          switch literal[index] {
          case Mask.star: run.append(UInt8(ascii: "*"))
          case Mask.angle: run.append(UInt8(ascii: "<"))
          case Mask.ampersand: run.append(UInt8(ascii: "&"))
          case Mask.token, Mask.table, Mask.alert, Mask.fill: break reading
          default: run.append(literal[index])
          }
          index += 1
        }
        startParagraph(&parser)
        joint.append(run[...], to: &parser.document, line: fileLine)
      }
    }
  }

  private mutating func appendTable(_ parser: inout MarkdownParser) {
    if coveredRows > 0 {
      coveredRows -= 1
      return
    }
    guard case .table(let table) = parser.takeMarker(from: firstLine) else { return }
    // The delimiter row is covered too, but is no row.
    coveredRows = table.rows.count
    if isSplittable { endParagraph(&parser) }
    parser.appendTable(table)
  }

  private mutating func appendAlert(_ parser: inout MarkdownParser) {
    guard case .alert(let kind, let written) = parser.takeMarker(from: firstLine) else { return }
    guard isSplittable, mayHoldAlerts else {
      startParagraph(&parser)
      joint.append(written[...], to: &parser.document, line: fileLine)
      return
    }
    endParagraph(&parser)
    var node = Document.Node(.alert, line: fileLine)
    node.detail = kind.rawValue
    parser.document.open(node)
  }

  private mutating func appendCode(_ bytes: [UInt8], _ parser: inout MarkdownParser) {
    var node = Document.Node(.code, line: fileLine)
    node.text = parser.document.store(bytes)
    parser.document.open(node)
  }

  // MARK: Tokens

  private mutating func append(_ token: InlineToken, _ parser: inout MarkdownParser) {
    switch token.kind {
    case .include(let label, let path):
      guard let fragment = parser.fragment(for: token, path: path) else {
        startParagraph(&parser)
        joint.append(Array(label.utf8)[...], to: &parser.document, line: fileLine)
        return
      }
      append(fragment, &parser)
    case .video(let address):
      appendSpan(.link, text: address, address: address, &parser)
    case .snippet(let label, let path):
      appendSpan(.link, text: label.isEmpty ? path : label, address: path, &parser)
    case .image(let source, let text):
      appendSpan(.image, text: text, address: source, &parser)
    case .literal(let text):
      startParagraph(&parser)
      joint.append(Array(text.utf8)[...], to: &parser.document, line: fileLine)
    }
  }

  /// Puts a fragment in the place of its include: its inlines where it is one paragraph, its blocks
  /// where they can stand, else its text.
  private mutating func append(_ fragment: Document, _ parser: inout MarkdownParser) {
    var roots = fragment.roots(in: fragment.indices)
    guard let first = roots.next() else { return }
    if roots.next() == nil, fragment.nodes[first].kind == .paragraph {
      startParagraph(&parser)
      joint.append(
        fragment.descendants(of: first), of: fragment, to: &parser.document, line: fileLine)
    } else if isSplittable {
      endParagraph(&parser)
      parser.document.append(fragment.indices, of: fragment, line: fileLine)
    } else {
      startParagraph(&parser)
      joint.append(
        fragment.plainBytes(of: fragment.indices)[...], to: &parser.document, line: fileLine)
    }
  }

  /// Appends a link or an image of one text; the text alone where its address is not allowed.
  private mutating func appendSpan(
    _ kind: Document.Kind, text: String, address: String, _ parser: inout MarkdownParser
  ) {
    startParagraph(&parser)
    guard let stored = storeAddress(address, &parser) else {
      joint.append(Array(text.utf8)[...], to: &parser.document, line: fileLine)
      return
    }
    var node = Document.Node(kind, line: fileLine)
    node.attribute = stored
    let index = parser.document.open(node)
    parser.document.appendText(Array(text.utf8), line: fileLine)
    parser.document.close(index)
  }

  private func storeAddress(
    _ address: String, _ parser: inout MarkdownParser
  ) -> Document.Slice? {
    parser.storeAddress(address, at: SourcePosition(line: line, column: max(column, 1)))
  }

  // MARK: Tags

  /// Reads one HTML tag between inlines and does what its element asks for.
  private mutating func convertTag(_ literal: [UInt8], _ parser: inout MarkdownParser) {
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
      parser.document.close(index)
      if parser.document.nodes[index].kind == .code { parser.document.flattenCode(at: index) }
    }
  }

  private func report(_ rule: Rule, _ message: String, _ parser: inout MarkdownParser) {
    parser.report(rule, SourcePosition(line: line, column: max(column, 1)), message)
  }
}
