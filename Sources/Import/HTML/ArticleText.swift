internal import Markup

/// The document that an article's elements are written to, down to its lines: paragraphs, spans,
/// blanks and breaks.
///
/// Blanks and breaks are due only when text follows them, so that no block begins or ends with one.
struct ArticleText {
  /// What a heading is that only bold letters make.
  static let boldLevel: UInt8 = 7

  private(set) var document = Document()

  /// How many cells and headings are open: only inlines can stand there.
  var inlineOnly = 0
  /// How many lists and quotes are open.
  var depth = 0
  /// Whether a cell is open; blocks in it stand on lines of their own.
  var isInCell = false
  /// Whether that is one of a table's head, which is bold by itself.
  var isInHead = false

  /// Whether a text that is bold and alone is a heading.
  private let isHeading: (String) -> Bool
  private(set) var paragraph: Int?
  /// The spans that are open in the paragraph, the innermost last.
  private var spans: [Int] = []
  private var isBlankPending = false
  private var breaks = 0
  /// The text node that further text may be joined to.
  private var joint: Int?

  init(isHeading: @escaping (String) -> Bool) {
    self.isHeading = isHeading
  }

  /// Opens a node that is no part of a paragraph.
  mutating func open(_ kind: Document.Kind, _ change: (inout Document.Node) -> Void = { _ in })
    -> Int
  {
    var node = Document.Node(kind, line: 1)
    change(&node)
    return document.open(node)
  }

  /// Ends a node.
  mutating func close(_ index: Int) { document.close(index) }

  /// Ends a node, or takes it back where nothing stands in it.
  mutating func closeOrDrop(_ index: Int) {
    if document.nodes.count == index + 1 {
      document.nodes.removeLast()
    } else {
      document.close(index)
    }
  }

  /// Changes the detail of a node that stands.
  mutating func setDetail(_ detail: UInt8, of index: Int) { document.nodes[index].detail = detail }

  /// Appends a block of code.
  mutating func appendCodeBlock(_ code: [UInt8], language: String?) {
    var node = Document.Node(.codeBlock, line: 1)
    node.text = document.store(code)
    if let language { node.attribute = document.store(language.utf8) }
    document.open(node)
  }
}

// MARK: - Inlines

extension ArticleText {
  /// Appends text whose blanks do not matter.
  mutating func append(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let blank = WhitespaceFolder.whitespace(in: text, at: index)
      if blank > 0 {
        isBlankPending = true
        index += blank
        continue
      }
      let start = index
      while index < text.endIndex, WhitespaceFolder.whitespace(in: text, at: index) == 0 {
        index += 1
      }
      startParagraph()
      flushBlank()
      appendText(text[start..<index])
    }
  }

  /// Appends a break of the line.
  mutating func appendBreak() { breaks += 1 }

  /// Appends code in the line.
  mutating func appendCode(_ code: [UInt8]) {
    var folder = WhitespaceFolder()
    folder.append(code)
    guard !folder.bytes.isEmpty else { return }
    startParagraph()
    if code.first.map({ $0 <= 0x20 }) ?? false { isBlankPending = true }
    flushBlank()
    var node = Document.Node(.code, line: 1)
    node.text = document.store(folder.bytes)
    document.open(node)
    isBlankPending = code.last.map { $0 <= 0x20 } ?? false
  }

  /// Appends a link with a text of its own.
  mutating func appendLink(_ text: String, to target: String) {
    startParagraph()
    flushBlank()
    var node = Document.Node(.link, line: 1)
    node.attribute = document.store(target.utf8)
    let made = document.open(node)
    document.appendText(Array(text.utf8), line: 1)
    document.close(made)
  }

  /// Goes on in the paragraph that is open, after a colon.
  mutating func continueAfterColon() {
    closeSpans()
    isBlankPending = false
    breaks = 0
    appendText((document.pool.last == UInt8(ascii: ":") ? " " : ": ").utf8.map { $0 }[...])
  }

  /// Opens a span; nil where it would say nothing: bold within bold, or in the head of a table.
  mutating func openSpan(_ kind: Document.Kind, target: String? = nil) -> Int? {
    startParagraph()
    flushBlank()
    guard !(kind == .strong && isInHead),
      !spans.contains(where: { document.nodes[$0].kind == kind }), spans.count < 20
    else { return nil }
    var node = Document.Node(kind, line: 1)
    if let target { node.attribute = document.store(target.utf8) }
    let made = document.open(node)
    spans.append(made)
    return made
  }

  /// Ends a span and those within it, unless its paragraph has ended it.
  mutating func closeSpan(_ made: Int) {
    guard let place = spans.lastIndex(of: made) else { return }
    while spans.count > place { closeSpan() }
  }

  /// Whether a link is open.
  var isInLink: Bool { spans.contains { document.nodes[$0].kind == .link } }

  private mutating func closeSpan() {
    let index = spans.removeLast()
    closeOrDrop(index)
    joint = nil
  }

  private mutating func closeSpans() {
    while !spans.isEmpty { closeSpan() }
  }

  /// Appends to the text node that stands last and beside what comes, or begins one.
  private mutating func appendText(_ bytes: ArraySlice<UInt8>) {
    if let joint, joint == document.nodes.count - 1, document.nodes[joint].kind == .text,
      document.nodes[joint].text.range.upperBound == document.pool.count
    {
      document.pool += bytes
      document.nodes[joint].text.count += Int32(bytes.count)
    } else {
      document.appendText(bytes, line: 1)
      joint = document.nodes.count - 1
    }
  }

  /// Puts in the blank or the break that is due; there is none at the beginning of a block.
  private mutating func flushBlank() {
    defer {
      isBlankPending = false
      breaks = 0
    }
    guard isBlankPending || breaks > 0, !isAtStart else { return }
    if breaks > 0 {
      document.open(Document.Node(.hardBreak, line: 1))
    } else {
      appendText([0x20])
    }
  }

  /// Whether nothing stands in the block but spans that have just begun.
  private var isAtStart: Bool {
    var index = document.nodes.count - 1
    while index >= 0 {
      switch document.nodes[index].kind {
      case .strong, .emphasis, .link, .superscript, .subscript: index -= 1
      case .paragraph, .heading, .tableCell: return true
      default: return false
      }
    }
    return true
  }
}

// MARK: - Paragraphs

extension ArticleText {
  /// Begins a paragraph unless one is open or none can stand here.
  mutating func startParagraph() {
    // An empty line made of breaks ends a paragraph.
    if breaks > 1, inlineOnly == 0, paragraph != nil { endParagraph() }
    guard paragraph == nil, inlineOnly == 0 else { return }
    paragraph = document.open(Document.Node(.paragraph, line: 1))
    isBlankPending = false
    breaks = 0
  }

  /// Ends the paragraph; where only inlines can stand, a blank stands between.
  mutating func separate() {
    if inlineOnly > 0 {
      // In a cell blocks stand on lines of their own.
      if isInCell { breaks = max(breaks, 1) } else { isBlankPending = true }
    } else {
      endParagraph()
    }
  }

  /// Ends the paragraph, if one is open.
  mutating func endParagraph() {
    guard inlineOnly == 0 else { return }
    endLine()
    guard let index = paragraph else { return }
    paragraph = nil
    closeOrDrop(index)
    guard index < document.nodes.count else { return }
    makeHeading(index)
  }

  /// Ends what is open in a heading or a cell.
  mutating func endLine() {
    closeSpans()
    isBlankPending = false
    breaks = 0
  }

  /// Begins a place where only inlines can stand; returns the paragraph that is open around it.
  mutating func beginCell() -> Int? {
    let outer = paragraph
    paragraph = nil
    inlineOnly += 1
    isBlankPending = false
    breaks = 0
    return outer
  }

  /// Ends such a place; the paragraph around it goes on.
  mutating func endCell(around outer: Int?) {
    endLine()
    inlineOnly -= 1
    paragraph = outer
  }

  /// Makes a heading of a paragraph that is bold as a whole and reads like one.
  private mutating func makeHeading(_ index: Int) {
    let strong = index + 1
    guard depth == 0, strong < document.nodes.count, document.nodes[strong].kind == .strong,
      document.nodes[strong].end == document.nodes[index].end,
      document.descendants(of: strong).allSatisfy({ document.nodes[$0].kind == .text })
    else { return }
    let text = document.plainText(at: strong)
    guard text.count <= 80, !text.endsSentence || text.hasSuffix("?"), isHeading(text) else {
      return
    }
    joint = nil
    document.nodes.remove(at: strong)
    document.nodes[index].kind = .heading
    document.nodes[index].detail = Self.boldLevel
    document.close(index)
    for node in index + 1..<document.nodes.count { document.nodes[node].end -= 1 }
  }
}
