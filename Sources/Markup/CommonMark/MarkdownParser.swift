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
  var isCircular = false
  /// How many fragments that stand in circles were read on the way from the page.
  var circularReads = 0

  /// The file, as it was reached from where the command runs.
  let path: String
  let library: FragmentLibrary
  /// The files that are being read, each included by the one before it.
  let stack: [String]

  var document = Document()
  /// The body with its inline additions covered.
  var inlineText: [UInt8] = []
  /// What was covered in lines, by number.
  var tokens: [InlineToken] = []
  var blocks: BlockMasking
  /// The first of the covered tables and alerts that is not put back yet.
  var nextMarker = 0
  /// What a line of the body must be raised by to be a line of the file.
  var lineShift = 0
  /// How many cells were made that their rows lack.
  var madeCells = 0
  private var isDepthReported = false
  var isSizeReported = false

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
    let body = Array(bytes[start...])
    let inline = InlineMasking(body)
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
}
