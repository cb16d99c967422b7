package import Markup

/// Writes nodes as normalised Markdown: CommonMark with GFM tables and Docs alerts.
///
/// What is written reads back as the same tree with any CommonMark reader that knows tables; an
/// alert is a quote whose first line is `[!NOTE]`. Where CommonMark has no mark (superscript,
/// anchors, a break in a cell) a plain tag stands. Tabs become their names in bold and their
/// content. The range may begin and end anywhere between nodes: an item without its list is
/// written as its content, inline nodes without a block as a paragraph.
package struct MarkdownWriter {
  private let document: Document
  private var output: [UInt8]
  private var containers = MarkdownContainers()
  private var inlines = MarkdownInlines()
  /// The block that inline nodes go to, nil between blocks.
  private var block: Block?
  private var table = MarkdownTable()
  /// How many cells are open: in one, blocks become lines parted by `<br>`.
  private var cells = 0

  private enum Block: Equatable {
    case paragraph
    /// Inline nodes that stand in no block.
    case loose
    case heading(Int)
  }

  /// Appends the Markdown of whole nodes; it ends with a line break unless there is nothing.
  package static func append(
    _ document: Document, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    var writer = MarkdownWriter(document: document, output: output)
    output = []
    writer.write(range)
    output = writer.output
  }

  private init(document: Document, output: consuming [UInt8]) {
    self.document = document
    self.output = output
  }

  private mutating func write(_ range: Range<Int>) {
    var events = DocumentEvents(document, range)
    while let event = events.next() {
      switch event {
      case .enter(let index):
        enter(index, &events)
      case .leave(let index):
        leave(index)
      }
    }
    endBlock()
    // Rows or cells that came without their table.
    table.endRow()
    writeTable()
  }
}

extension Document {
  /// The Markdown of whole nodes, as `MarkdownWriter` writes it.
  package func markdown(of range: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    MarkdownWriter.append(self, range, to: &output)
    return output
  }
}

// MARK: - Entering and leaving

extension MarkdownWriter {
  private mutating func enter(_ index: Int, _ events: inout DocumentEvents) {
    let node = document.nodes[index]
    switch node.kind {
    case .text, .code, .emphasis, .strong, .superscript, .subscript, .link, .image, .softBreak,
      .hardBreak, .anchor:
      enterInline(index, &events)
    case _ where cells > 0:
      enterInCell(node)
    case .paragraph, .heading, .tableCell:
      endBlock()
      enterBlock(index)
    case .blockQuote, .alert, .list, .item:
      endBlock()
      enterContainer(index)
    case .codeBlock:
      endBlock()
      writeCode(node)
    case .thematicBreak:
      endBlock()
      containers.separate(before: .thematicBreak, in: &output)
      // Hyphens could be read as front matter or as the underline of a heading.
      containers.writeLine("___".utf8, to: &output)
    case .table:
      endBlock()
      table = MarkdownTable()
    case .tab, .tableRow, .tableSurplus:
      endBlock()
    }
  }

  private mutating func leave(_ index: Int) {
    let node = document.nodes[index]
    switch node.kind {
    case .emphasis, .strong:
      inlines.closeEmphasis()
    case .superscript:
      inlines.tag("sup", isClosing: true)
    case .subscript:
      inlines.tag("sub", isClosing: true)
    case .link:
      inlines.closeLink(document.bytes(node.attribute))
    case .image:
      inlines.closeImage(document.bytes(node.attribute))
    case .tableCell:
      leaveCell(node)
    case _ where cells > 0:
      break
    case .paragraph:
      if isName(index) { inlines.closeEmphasis() }
      endBlock()
    case .heading:
      endBlock()
    case .tableRow:
      table.endRow()
    case .table:
      writeTable()
    case .blockQuote, .alert, .list, .item:
      endBlock()
      containers.leave(index, in: &output)
    case .tab:
      endBlock()
    case .text, .code, .softBreak, .hardBreak, .anchor, .codeBlock, .thematicBreak,
      .tableSurplus:
      break
    }
  }

  private mutating func enterInline(_ index: Int, _ events: inout DocumentEvents) {
    if block == nil, cells == 0 { beginBlock(.loose, .paragraph) }
    let node = document.nodes[index]
    switch node.kind {
    case .text:
      let run = events.takeText()
      guard run.count > 1 else { return inlines.text(document.bytes(node.text)) }
      inlines.text(run.flatMap { document.bytes(document.nodes[$0].text) }[...])
    case .code: inlines.code(document.bytes(node.text))
    case .emphasis: inlines.openEmphasis(isStrong: false)
    case .strong: inlines.openEmphasis(isStrong: true)
    case .superscript: inlines.tag("sup", isClosing: false)
    case .subscript: inlines.tag("sub", isClosing: false)
    case .link: inlines.openLink()
    case .image: inlines.openImage()
    case .softBreak: inlines.softBreak()
    case .hardBreak: inlines.hardBreak()
    case .anchor: inlines.anchor(document.bytes(node.attribute))
    default: break
    }
  }
}

// MARK: - Blocks

extension MarkdownWriter {
  private mutating func enterBlock(_ index: Int) {
    let node = document.nodes[index]
    switch node.kind {
    case .heading:
      beginBlock(.heading(index), .heading)
    case .tableCell:
      cells = 1
      inlines.begin(.cell)
    default:
      beginBlock(.paragraph, .paragraph)
      if isName(index) { inlines.openEmphasis(isStrong: true) }
    }
  }

  private mutating func enterContainer(_ index: Int) {
    let node = document.nodes[index]
    if node.kind == .item {
      containers.enterItem(index, in: &output)
    } else if node.kind != .list || !document.descendants(of: index).isEmpty {
      containers.enter(
        index, node, isSafeBehindText: node.kind != .list || interruptsText(index), in: &output)
    }
  }

  private mutating func beginBlock(_ block: Block, _ form: MarkdownInlines.Form) {
    self.block = block
    inlines.begin(form)
  }

  /// Writes the block that is open, if any; a paragraph without content is left out.
  private mutating func endBlock() {
    guard let block else { return }
    self.block = nil
    let text = inlines.finish()
    if case .heading(let index) = block { return writeHeading(index, text) }
    guard !text.isEmpty else { return }
    containers.separate(before: .paragraph, in: &output)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      containers.writeLine(line, to: &output)
    }
  }

  private mutating func writeHeading(_ index: Int, _ text: [UInt8]) {
    let node = document.nodes[index]
    var line = [UInt8](repeating: UInt8(ascii: "#"), count: min(max(Int(node.detail), 1), 6))
    let anchor = document.string(node.attribute)
    let needsAnchor =
      !anchor.isEmpty
      && anchor != Slug.of(document.plainText(of: document.descendants(of: index)))
    if needsAnchor || !text.isEmpty { line.append(0x20) }
    if needsAnchor { MarkdownInlines.appendAnchor(document.bytes(node.attribute), to: &line) }
    line.append(contentsOf: text)
    containers.separate(before: .heading, in: &output)
    containers.writeLine(line, to: &output)
  }

  private mutating func writeCode(_ node: Document.Node) {
    let (text, info) = (document.bytes(node.text), document.bytes(node.attribute))
    let tick = UInt8(ascii: "`")
    let mark = info.contains(tick) ? UInt8(ascii: "~") : tick
    let fence = [UInt8](
      repeating: mark, count: max(3, MarkdownEscaping.longestRun(of: mark, in: text) + 1))
    var opening = fence
    MarkdownEscaping.appendInfo(info, to: &opening)
    containers.separate(before: .codeBlock, in: &output)
    containers.writeLine(opening, to: &output)
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      containers.writeLine(line.last == 0x0D ? line.dropLast() : line, to: &output)
    }
    containers.writeLine(fence, to: &output)
  }

  /// Whether a paragraph is the name of a tab.
  private func isName(_ index: Int) -> Bool {
    index > 0 && document.nodes[index - 1].kind == .tab
  }

  /// Whether a list may follow a line of text: only one that begins with 1 and is not empty may.
  private func interruptsText(_ list: Int) -> Bool {
    let node = document.nodes[list]
    let paragraph = list + 2
    guard node.detail & 1 == 0 || node.number == 1, paragraph + 1 < Int(node.end) else {
      return false
    }
    return document.nodes[paragraph].kind == .paragraph
      && document.nodes[paragraph + 1].kind == .text
      && document.bytes(document.nodes[paragraph + 1].text).contains { $0 > 0x20 }
  }
}

// MARK: - Tables

extension MarkdownWriter {
  private mutating func enterInCell(_ node: Document.Node) {
    inlines.parting()
    if node.kind == .tableCell { cells += 1 }
    if node.kind == .codeBlock {
      for line in document.bytes(node.text).split(separator: 0x0A) {
        inlines.parting()
        inlines.code(line)
      }
      inlines.parting()
    }
  }

  private mutating func leaveCell(_ node: Document.Node) {
    cells -= 1
    guard cells == 0 else { return }
    table.append(inlines.finish(), Document.Alignment(rawValue: node.detail) ?? .none)
  }

  private mutating func writeTable() {
    guard !table.isEmpty else { return }
    containers.separate(before: .table, in: &output)
    for line in table.lines { containers.writeLine(line, to: &output) }
    table = MarkdownTable()
  }
}
