internal import CCMark
package import Diagnostics

/// Reads Docs Markdown: CommonMark through libcmark, and around it the Docs additions.
///
/// The additions are covered before libcmark reads the text (`InlineMasking`, `BlockMasking`) and
/// put in place while its tree is copied into a `Document`. The tree is walked without recursion,
/// since its depth is the input's choice.
package struct MarkdownParser {
  /// How deep blocks and inlines may nest; what lies deeper is kept, without its nesting.
  static let depthLimit = 100
  /// How deep fragments may include fragments; each level is one of the stack's.
  static let includeDepthLimit = 32
  /// How much a page may come to with all it includes, and how much one fragment may bring:
  /// fragments that include fragments can double a text at each step.
  static let pageLimit = Size(nodes: 4_000_000, bytes: 256 << 20)
  static let fragmentLimit = Size(nodes: 250_000, bytes: 16 << 20)
  /// How many fragments that stand in circles a page may read: the ways around can be without number.
  static let circleLimit = 500

  /// How large a document is.
  struct Size {
    var nodes: Int
    var bytes: Int

    static func + (one: Size, other: Size) -> Size {
      Size(nodes: one.nodes + other.nodes, bytes: one.bytes + other.bytes)
    }

    func fits(in limit: Size) -> Bool { nodes <= limit.nodes && bytes <= limit.bytes }
  }

  /// What was found wrong, in no particular order.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether a circle of includes was met whose beginning lies above this file.
  private(set) var isCircular = false
  /// How many fragments that stand in circles were read on the way from the page.
  var circularReads = 0

  let path: String
  private let library: FragmentLibrary
  private let stack: [String]

  var document = Document()
  /// The body with its inline additions covered.
  var inlineText: [UInt8] = []
  /// The body as written.
  private var body: ArraySlice<UInt8> = []
  private var tokens: [InlineToken] = []
  private var blocks: BlockMasking
  private var nextMarker = 0
  /// What a line of the body must be raised by to be a line of the file.
  var lineShift = 0
  /// How many cells were made that their rows lack.
  var madeCells = 0
  private var isDepthReported = false
  private var isSizeReported = false

  /// A parser of the file at `path`, whose includes come from a library.
  package init(path: String, library: FragmentLibrary) {
    self.init(path: path, library: library, stack: [path])
  }

  init(path: String, library: FragmentLibrary, stack: [String]) {
    self.path = path
    self.library = library
    self.stack = stack
    self.blocks = BlockMasking([])
  }

  /// Parses the text that begins at an offset of a file's bytes, which is on the given line.
  package mutating func parse(_ bytes: [UInt8], from start: Int = 0, line: Int = 1) -> Document {
    document = Document()
    lineShift = line - 1
    nextMarker = 0
    body = bytes[start...]
    let inline = InlineMasking(Array(body))
    inlineText = inline.bytes
    tokens = inline.tokens
    blocks = BlockMasking(inlineText)
    document.pool.reserveCapacity(body.count)
    document.nodes.reserveCapacity(body.count / 16)
    for position in inline.malformed {
      report(.includeSyntax, position, "the include is not '[!INCLUDE [label](path)]'")
    }
    for alert in blocks.unknownAlerts {
      report(
        .alertKind, SourcePosition(line: alert.line),
        "'\(alert.word)' is no kind of alert; the kinds are NOTE, TIP, IMPORTANT, CAUTION, WARNING")
    }
    for line in blocks.openZones {
      report(.zoneUnclosed, SourcePosition(line: line), "the zone is never ended")
    }
    convertBlocks()
    return document
  }

  /// Reports something at a place of the body.
  mutating func report(
    _ rule: Rule, _ position: SourcePosition, _ message: String,
    severity: Diagnostic.Severity? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule, path: path,
        at: SourcePosition(line: position.line + lineShift, column: position.column), message,
        severity: severity))
  }

  // MARK: Blocks

  /// Copies libcmark's blocks: a walk along first child, next sibling, parent.
  private mutating func convertBlocks() {
    let root = unsafe blocks.bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root = unsafe root else { return }
    defer { unsafe cmark_node_free(root) }

    /// The containers that are open: their index, or nil where depth was cut.
    var open: [Int?] = []
    var current = unsafe cmark_node_first_child(root)
    walking: while let node = unsafe current {
      if let child = unsafe convertBlock(node, depth: open.count, open: &open) {
        unsafe current = child
        continue
      }
      var leaving = unsafe node
      while unsafe cmark_node_next(leaving) == nil {
        guard let parent = unsafe cmark_node_parent(leaving), unsafe parent != root else {
          break walking
        }
        if let index = open.removeLast() { closeContainer(index) }
        unsafe leaving = parent
      }
      unsafe current = cmark_node_next(leaving)
    }
  }

  /// Copies one block; returns its first child where that is to be walked next.
  private mutating func convertBlock(
    _ node: OpaquePointer, depth: Int, open: inout [Int?]
  ) -> OpaquePointer? {
    let line = Int32(unsafe cmark_node_get_start_line(node))
    var made = Document.Node(.paragraph, line: line + Int32(lineShift))
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      unsafe convertParagraph(node)
      return nil
    case CMARK_NODE_HEADING:
      unsafe convertHeading(node)
      return nil
    case CMARK_NODE_CODE_BLOCK:
      unsafe convertCode(node)
      return nil
    case CMARK_NODE_HTML_BLOCK:
      convertHTML(unsafe uncoveredBlock(node, asHTML: true), line: Int(line))
      return nil
    case CMARK_NODE_THEMATIC_BREAK:
      made.kind = .thematicBreak
      document.open(made)
      return nil
    case CMARK_NODE_BLOCK_QUOTE:
      made.kind = .blockQuote
    case CMARK_NODE_LIST:
      made.kind = .list
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let isTight = unsafe cmark_node_get_list_tight(node) == 1
      made.detail = (isOrdered ? 1 : 0) | (isTight ? 2 : 0)
      made.number = Int32(unsafe cmark_node_get_list_start(node))
    case CMARK_NODE_ITEM:
      made.kind = .item
    default:
      return nil
    }
    guard let child = unsafe cmark_node_first_child(node) else {
      // An empty item or quote.
      document.open(made)
      return nil
    }
    if depth >= Self.depthLimit {
      reportDepth(line: Int(line))
      open.append(nil)
    } else {
      open.append(document.open(made))
    }
    return unsafe child
  }

  private mutating func closeContainer(_ index: Int) {
    document.close(index)
    if document.nodes[index].kind == .blockQuote { document.splitAlerts(ofQuoteAt: index) }
  }

  private mutating func reportDepth(line: Int) {
    guard !isDepthReported else { return }
    isDepthReported = true
    report(
      .nestingDepth, SourcePosition(line: line),
      "the text nests deeper than \(Self.depthLimit) levels; what lies deeper is kept without its nesting"
    )
  }

  // MARK: Leaf blocks

  private mutating func convertParagraph(_ node: OpaquePointer) {
    let line = Int(unsafe cmark_node_get_start_line(node))
    let parent = unsafe cmark_node_parent(node)
    let isQuoted = unsafe cmark_node_get_type(parent) == CMARK_NODE_BLOCK_QUOTE
    var inlines = InlineConverter(
      .paragraph, line: line, lineShift: lineShift, mayHoldAlerts: isQuoted)
    unsafe inlines.convert(node, into: &self)
  }

  private mutating func convertHeading(_ node: OpaquePointer) {
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

  private mutating func convertCode(_ node: OpaquePointer) {
    let line = Int(unsafe cmark_node_get_start_line(node))
    var literal = unsafe uncoveredBlock(node)
    var info = uncovered(unsafe CString.bytes(cmark_node_get_fence_info(node)))
    if CodeFence.isText(info) {
      report(
        .fenceText, SourcePosition(line: line),
        "text after the fence is not a language; it is read as the first line of the code")
      literal = info + [0x0A] + literal
      info = []
    }
    var made = Document.Node(.codeBlock, line: Int32(line + lineShift))
    made.text = document.store(literal)
    made.attribute = document.store(info)
    document.open(made)
  }

  /// The literal of a code or HTML block with every cover taken off.
  ///
  /// Tables and alerts are covered by the line: the lines of the literal are the ends of the lines
  /// of the text, so what was covered is read from there.
  private func uncoveredBlock(_ node: OpaquePointer, asHTML: Bool = false) -> [UInt8] {
    let literal = unsafe CString.bytes(cmark_node_get_literal(node))
    guard literal.contains(where: Mask.isCover) else { return literal }
    guard literal.contains(where: { $0 == Mask.table || $0 == Mask.alert }) else {
      return uncovered(literal, asHTML: asHTML)
    }
    var line = Int(unsafe cmark_node_get_start_line(node)) - 1
    if unsafe cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK,
      line < blocks.lineCount,
      blocks.bytes[blocks.lineStarts[line]..<blocks.lineStarts[line + 1] - 1]
        .contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") })
    {
      line += 1
    }
    var result: [UInt8] = []
    for part in literal.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if part.contains(where: { $0 == Mask.table || $0 == Mask.alert }), line < blocks.lineCount {
        let end = blocks.lineStarts[line + 1] - 1
        result += uncovered(Array(inlineText[max(end - part.count, 0)..<end]), asHTML: asHTML)
      } else {
        result += uncovered(Array(part), asHTML: asHTML)
      }
      result.append(0x0A)
      line += 1
    }
    result.removeLast()
    return result
  }

  /// A literal with the covers of inline additions taken off; as HTML, what they kept from being
  /// markup is written as entities.
  func uncovered(_ literal: [UInt8], asHTML: Bool = false) -> [UInt8] {
    guard literal.contains(where: Mask.isCover) else { return literal }
    var result: [UInt8] = []
    result.reserveCapacity(literal.count)
    var index = 0
    while index < literal.count {
      switch literal[index] {
      case Mask.star: result.append(UInt8(ascii: "*"))
      case Mask.angle: result += (asHTML ? "&lt;" : "<").utf8
      case Mask.ampersand: result += (asHTML ? "&amp;" : "&").utf8
      case Mask.token:
        let (number, next) = Self.tokenNumber(literal, at: index)
        if let number, number < tokens.count { result += tokens[number].written }
        index = next
        continue
      case Mask.fill, Mask.table, Mask.alert: break
      default: result.append(literal[index])
      }
      index += 1
    }
    return result
  }

  /// The number of the covered token at an offset, and the offset after its cover.
  static func tokenNumber(_ bytes: [UInt8], at start: Int) -> (number: Int?, next: Int) {
    var index = start + 1
    var number: Int?
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, (number ?? 0) < 1 << 30 {
      number = (number ?? 0) * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    while index < bytes.count, bytes[index] == Mask.fill { index += 1 }
    return (number, index)
  }

  // MARK: What inlines ask for

  /// A covered token by its number.
  func token(_ number: Int) -> InlineToken? { number < tokens.count ? tokens[number] : nil }

  /// The table or alert whose cover begins next within a paragraph's lines.
  mutating func takeMarker(from first: Int) -> BlockMasking.Marker? {
    while nextMarker < blocks.markers.count, blocks.markers[nextMarker].line < first {
      nextMarker += 1
    }
    guard nextMarker < blocks.markers.count else { return nil }
    defer { nextMarker += 1 }
    return blocks.markers[nextMarker].marker
  }

  /// The bytes of the text before tables were covered.
  func inlineBytes(_ range: Range<Int>) -> ArraySlice<UInt8> { inlineText[range] }

  /// Stores where a link leads or an image lies; nil where the scheme is not allowed, which is
  /// reported.
  mutating func storeAddress(_ address: String, at position: SourcePosition) -> Document.Slice? {
    guard LinkTarget.isAllowed(address) else {
      report(.linkScheme, position, "the address '\(address)' has a scheme that is not allowed")
      return nil
    }
    return document.store(address.utf8)
  }

  /// The fragment that an include names, or nil where it cannot be had, which is reported.
  mutating func fragment(for token: InlineToken, path target: String) -> Document? {
    var found: String
    switch library.locate(target, from: path) {
    case .found(let path):
      found = path
    case .otherCase(let path):
      report(
        .includeCase, token.position,
        "include '\(target)' is found as '\(path)': the names differ in case")
      found = path
    case .fallback(let path):
      report(
        .includeFallback, token.position,
        "include '\(target)' is missing in this locale's tree; '\(path)' is taken")
      found = path
    case .missing:
      report(.includeMissing, token.position, "include '\(target)' does not exist")
      return nil
    case .outside:
      report(
        .includeOutside, token.position,
        "include '\(target)' leads outside the content folder and is not read")
      return nil
    }
    if let start = stack.firstIndex(of: found) {
      report(
        .includeCircular, token.position,
        "include '\(target)' includes itself: \((stack[start...] + [found]).joined(separator: " -> "))"
      )
      isCircular = true
      return nil
    }
    return fragment(at: found, for: token, path: target)
  }

  /// The fragment in a file that was found, unless it is more than a page can take.
  private mutating func fragment(
    at found: String, for token: InlineToken, path target: String
  ) -> Document? {
    guard stack.count <= Self.includeDepthLimit else {
      report(
        .nestingDepth, token.position,
        "include '\(target)' nests deeper than \(Self.includeDepthLimit) levels", severity: .error)
      // From a page nearer to it, it can be had.
      isCircular = true
      circularReads += 1
      return nil
    }
    guard circularReads <= Self.circleLimit else {
      isCircular = true
      reportSize("the includes lead around in too many ways", token)
      return nil
    }
    do {
      let fragment = try library.fragment(at: found, stack: stack, circularReads: &circularReads)
      if fragment.isCircular { isCircular = true }
      let size = Size(nodes: fragment.document.nodes.count, bytes: fragment.document.pool.count)
      let whole = Size(nodes: document.nodes.count, bytes: document.pool.count) + size
      guard size.fits(in: Self.fragmentLimit), whole.fits(in: Self.pageLimit) else {
        reportSize("include '\(target)' makes the page too large", token)
        return nil
      }
      return fragment.document
    } catch {
      report(.includeMissing, token.position, "include '\(target)' cannot be read: \(error)")
      return nil
    }
  }

  /// Reports the first include of a file that is too much.
  private mutating func reportSize(_ message: String, _ token: InlineToken) {
    guard !isSizeReported else { return }
    isSizeReported = true
    report(.includeCircular, token.position, message)
  }
}

/// Bytes of the strings that C lends.
enum CString {
  /// A copy of a C string's bytes; none for a null pointer.
  static func bytes(_ pointer: UnsafePointer<CChar>?) -> [UInt8] {
    guard let pointer = unsafe pointer else { return [] }
    return unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 1) { bytes in
      var count = 0
      while unsafe bytes[count] != 0 { count += 1 }
      return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    }
  }
}

/// What stands after the fence of a code block.
enum CodeFence {
  /// Whether an info string is text that was meant as the first line of the code: it has several
  /// words and does not look like attributes (`{linenos=1}`, `name="x"`).
  static func isText(_ info: [UInt8]) -> Bool {
    guard let blank = info.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return false }
    let rest = info[blank...].drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first, info[0] != UInt8(ascii: "{") else { return false }
    let firstWord = rest.prefix { $0 != 0x20 }
    return first != UInt8(ascii: "{") && !firstWord.contains(UInt8(ascii: "="))
  }
}
