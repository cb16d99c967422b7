internal import Catalogue
internal import Diagnostics
internal import Markup

/// Writes the blocks of documents with the macros of man(7): sections, paragraphs, items, tagged
/// paragraphs, code.
///
/// Nodes are walked once, in order; what is open is a stack of frames, so that no nesting of the
/// input is too deep, and past a limit nothing is set in further. Macros come right before what they
/// head, so that none is ever empty.
struct ManBlocks {
  /// A block that other blocks stand in.
  private struct Frame {
    enum Kind { case base, list, item, inset, tab }

    var kind: Kind
    /// The index that follows the last node of the block.
    var end: Int
    /// Whether its blocks follow one another without blank lines.
    var isCompact = false
    /// How far what stands in it is set in, where it is.
    var indent: Int?
    /// Whether that has begun.
    var isSetIn = false
    /// Of a list: whether its last item was one paragraph.
    var followsShortItem = false
    /// Of an ordered list: the number of its next item.
    var number: Int?
  }

  /// What was written last.
  private enum Previous {
    /// Something that the next block follows without a macro: a heading, a mark.
    case opening
    case block
  }

  private(set) var output = RoffWriter()
  private let words: InterfaceWords
  private var frames: [Frame] = []
  private var fixes = FixNumbers()
  private var previous = Previous.opening
  /// The mark that leads the next block.
  private var lead: (mark: RoffWriter.ItemMark, indent: Int)?
  /// What begins the next paragraph: the word of an alert.
  private var label: StyledText?
  /// Whether there is no distance between paragraphs now.
  private var isTight = false
  /// Whether a stretch of our own is set in.
  private var isInset = false
  /// How many frames are set in.
  private var depth = 0

  private static let bulletIndent = 3
  private static let inset = 4
  private static let deepest = 5
  private static let leastRoom = 8
  /// Tags as wide as this have their text beside them.
  private static let widestTag = 10

  init(words: InterfaceWords) { self.words = words }

  // MARK: Headings

  /// Writes what every page begins with: what it is and what it is called.
  mutating func begin(
    title: String, date: CalendarDate?, source: String, manual: String, names: [String],
    description: ManDescription
  ) {
    output.coding()
    let date = date.map(\.description) ?? Self.noDate
    output.title(title, section: ManNames.section, date: date, source: source, manual: manual)
    // Nothing is hyphenated that may be typed, and nothing is stretched; the register is for macros
    // of groff that would begin again.
    output.request("nr", "HY", "0")
    output.request("nh")
    output.request("ad", "l")
    output.names(names, heading: words[.manName], description: description)
  }

  /// What is in the footer where nothing in a whole catalogue bears a date: to those who read man
  /// pages none is a mistake.
  private static let noDate = "1970-01-01"

  /// Heads a section.
  mutating func section(_ title: String) { heading("SH", title) }

  /// Heads a part of a section.
  mutating func subsection(_ title: String) { heading("SS", title) }

  private mutating func heading(_ macro: StaticString, _ title: String) {
    setTight(false)
    output.request(macro, StyledText(title).isEmpty ? words[.other] : title)
    previous = .opening
  }

  // MARK: Blocks of our own

  /// Writes a paragraph.
  mutating func paragraph(_ text: StyledText, isTight: Bool = false) {
    guard !text.isEmpty else { return }
    open(isTight: isTight)
    output.text(text, columns: room)
    previous = .block
  }

  /// How far the text beside some tags is set in.
  static func indent(beside tags: some Sequence<StyledText>) -> Int {
    let columns = tags.map { DisplayWidth.columns(of: $0.bytes) }.filter { $0 <= widestTag }
    return max(inset, (columns.max() ?? inset) + 2)
  }

  /// Writes a label and what it labels.
  mutating func labelled(_ label: String, _ value: String, isTight: Bool) {
    var text = StyledText(label + words.colon, .dim)
    text.separate()
    text.append(value)
    paragraph(text, isTight: isTight)
  }

  /// Writes a term and what it means.
  mutating func tagged(
    _ tag: StyledText, _ lines: [StyledText], indent: Int, isTight: Bool
  ) {
    setTight(isTight)
    output.request("TP", indent)
    output.text(tag.isEmpty ? StyledText("\u{A0}") : tag.onOneLine, columns: room)
    var isFirst = true
    for line in lines where !line.isEmpty {
      if !isFirst { output.request("br") }
      output.text(line, columns: room(besides: indent))
      isFirst = false
    }
    previous = .block
  }

  /// The columns there are for text on a page 40 columns wide: groff complains of what is longer and
  /// cannot break.
  private var room: Int { room(besides: 0) }

  private func room(besides indent: Int) -> Int {
    let narrowest = 33
    let setIn = frames.reduce(isInset ? Self.inset : 0) { $0 + ($1.isSetIn ? $1.indent ?? 0 : 0) }
    return max(Self.leastRoom, narrowest - setIn - indent)
  }

  /// Begins a stretch that is set in.
  mutating func beginInset() {
    output.request("RS", Self.inset)
    isInset = true
  }

  /// Ends it.
  mutating func endInset() {
    setTight(false)
    isInset = false
    output.request("RE")
    previous = .block
  }

  /// Begins a paragraph, unless one has just begun.
  private mutating func open(isTight: Bool) {
    guard previous != .opening else { return }
    setTight(isTight)
    output.request("PP")
  }

  private mutating func setTight(_ isTight: Bool) {
    guard self.isTight != isTight else { return }
    self.isTight = isTight
    if isTight { output.request("PD", 0) } else { output.request("PD") }
  }
}

// MARK: - Nodes

extension ManBlocks {
  /// Writes whole nodes of a document; headings of its top level are sub-sections.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - range: Its nodes.
  ///   - fixes: The fixes that are numbered.
  ///   - hidden: The roots that are left out.
  ///   - isSection: Whether a heading at the beginning heads a section.
  mutating func write(
    _ document: Document, _ range: Range<Int>, fixes: [Page.Fix] = [], hidden: [Int] = [],
    isSection: Bool = false
  ) {
    frames = [Frame(kind: .base, end: range.upperBound)]
    self.fixes = FixNumbers(fixes)
    self.fixes.go(to: range.lowerBound)
    var index = range.lowerBound
    while index < range.upperBound {
      close(before: index)
      if hidden.contains(index) {
        index = Int(document.nodes[index].end)
        continue
      }
      if let fix = self.fixes.fix(at: index) { open(fix, at: index, in: document) }
      index = visit(index, of: document, isSection: isSection && index == range.lowerBound)
    }
    close(before: range.upperBound)
    frames = []
  }

  /// Writes a block that holds no blocks, or opens one that does; returns where to go on.
  private mutating func visit(_ index: Int, of document: Document, isSection: Bool) -> Int {
    let node = document.nodes[index]
    let end = Int(node.end)
    switch node.kind {
    case .paragraph:
      let isTabName = frames.last?.kind == .tab && document.nodes[index - 1].kind == .tab
      write(text(of: index + 1..<end, in: document, isTabName ? .bold : []))
      return end
    case .heading:
      guard node.detail > 1 else { return end }
      write(headingAt: index, of: document, isSection: isSection)
      return end
    case .list:
      openList(index, of: document)
      return index + 1
    case .item:
      openItem(index, of: document)
      return index + 1
    case .blockQuote:
      open(Frame(kind: .inset, end: end, indent: Self.inset))
      return index + 1
    case .alert:
      open(Frame(kind: .inset, end: end, indent: Self.inset))
      let word = words[alert: Document.Alert(rawValue: node.detail) ?? .note]
      label = StyledText(word + words.colon, .bold)
      return index + 1
    case .tab:
      open(Frame(kind: .tab, end: end))
      return index + 1
    case .codeBlock:
      write(code: document.codeLines(index))
      return end
    case .table:
      write(tableAt: index, of: document)
      return end
    case .thematicBreak:
      write(StyledText("──────────"))
      return end
    case .tableRow, .tableCell:
      return index + 1
    case .tableSurplus, .text, .code, .emphasis, .strong, .superscript, .subscript, .link, .image,
      .softBreak, .hardBreak, .anchor:
      let last = document.endOfInlines(from: index, before: frames.last?.end ?? index)
      write(text(of: index..<last, in: document))
      return last
    }
  }

  private func text(
    of range: Range<Int>, in document: Document, _ face: StyledText.Face = []
  ) -> StyledText {
    document.styledText(of: range, face, emphasis: .dim, links: .address)
  }

  /// Writes a paragraph of the document with what leads it.
  private mutating func write(_ text: StyledText) {
    guard !text.isEmpty else { return }
    let text = takeLabel(before: text)
    if takeLead(isParagraph: true) {
      output.text(text, columns: room(besides: frames.last?.indent ?? 0))
      previous = .block
    } else {
      paragraph(text, isTight: isCompact)
    }
  }

  private mutating func write(headingAt index: Int, of document: Document, isSection: Bool) {
    let nodes = document.descendants(of: index)
    guard frames.count == 1 else { return write(text(of: nodes, in: document, .bold)) }
    let title = document.plainText(of: nodes)
    if isSection { section(title) } else { subsection(title) }
  }

  private mutating func write(code lines: [ArraySlice<UInt8>]) {
    guard !lines.isEmpty else { return }
    beginBlock()
    output.request("RS", Self.inset)
    open(isTight: false)
    output.request("EX")
    for line in lines { output.code(line) }
    output.request("EE")
    output.request("RE")
    previous = .block
  }

  // MARK: Frames

  private var isCompact: Bool { frames.last?.isCompact ?? false }

  /// Opens a frame within the one that is open.
  private mutating func open(_ frame: Frame) {
    beginBlock()
    frames.append(frame)
  }

  /// Writes what is due before a block that is no paragraph: the word of an alert, a mark, and that
  /// the frame is set in.
  private mutating func beginBlock() {
    if let label = takeLabel() { return write(label) }
    _ = takeLead(isParagraph: false)
  }

  private mutating func takeLabel() -> StyledText? {
    defer { label = nil }
    return label
  }

  private mutating func takeLabel(before text: StyledText) -> StyledText {
    guard var whole = takeLabel() else { return text }
    whole.separate()
    whole.append(text)
    return whole
  }

  /// Writes the mark that is due; else sets the frame in, if it is.
  ///
  /// Returns whether a paragraph stands right beside the mark.
  private mutating func takeLead(isParagraph: Bool) -> Bool {
    if let lead {
      write(lead)
      if isParagraph { return true }
    }
    setIn()
    return false
  }

  private mutating func write(_ lead: (mark: RoffWriter.ItemMark, indent: Int)) {
    output.item(lead.mark, indent: lead.indent)
    self.lead = nil
    previous = .opening
  }

  private mutating func setIn() {
    guard let frame = frames.last, let indent = frame.indent, !frame.isSetIn,
      depth < Self.deepest
    else { return }
    output.request("RS", indent)
    depth += 1
    frames[frames.count - 1].isSetIn = true
  }

  /// Ends the frames that no further node belongs to.
  private mutating func close(before index: Int) {
    while let frame = frames.last, frame.end <= index, frames.count > 1 {
      // An item without text still has its number, an alert its word.
      if let lead { write(lead) }
      if let label = takeLabel() { write(label) }
      let isSetIn = frames.removeLast().isSetIn
      guard isSetIn else { continue }
      output.request("RE")
      depth -= 1
      previous = .block
    }
  }

  // MARK: Lists

  private mutating func openList(_ index: Int, of document: Document) {
    let node = document.nodes[index]
    open(Frame(kind: .list, end: Int(node.end), isCompact: document.isCompactList(index)))
    frames[frames.count - 1].number = node.detail & 1 == 1 ? Int(node.number) : nil
  }

  private mutating func openItem(_ index: Int, of document: Document) {
    var mark = RoffWriter.ItemMark.bullet
    var isTight = false
    if let list = frames.last, list.kind == .list {
      // Short items follow one another, and the first of all an item that does so itself.
      let isInner = frames.dropLast().last?.isCompact ?? false
      isTight = list.followsShortItem || list.isCompact && isInner
      frames[frames.count - 1].followsShortItem =
        document.children(of: index).reduce(0) { count, _ in count + 1 } == 1
      if let number = list.number {
        mark = .number(number)
        frames[frames.count - 1].number = number &+ 1
      }
    }
    if let number = fixes.number(ofItem: index, in: document) { mark = .number(number) }
    beginBlock()
    open(
      mark, isTight: isTight,
      Frame(kind: .item, end: Int(document.nodes[index].end), isCompact: isCompact))
  }

  /// Opens a frame whose first block a mark leads.
  private mutating func open(_ mark: RoffWriter.ItemMark, isTight: Bool, _ frame: Frame) {
    setTight(isTight)
    let indent: Int
    switch mark {
    case .bullet: indent = Self.bulletIndent
    case .number(let number): indent = max(Self.inset, String(number).utf8.count + 2)
    }
    lead = (mark, indent)
    frames.append(frame)
    frames[frames.count - 1].indent = indent
  }

  /// Opens a frame that numbers a fix; an item carries the number itself.
  private mutating func open(_ fix: Int, at index: Int, in document: Document) {
    let nodes = fixes.nodes(of: fix)
    let kind = document.nodes[index].kind
    guard kind != .item, kind != .heading, index < nodes.upperBound else { return }
    beginBlock()
    open(
      .number(fix + 1), isTight: false,
      Frame(kind: .item, end: min(nodes.upperBound, frames.last?.end ?? nodes.upperBound)))
  }
}

// MARK: - Tables

extension ManBlocks {
  /// A tagged paragraph a row: the first cell is the tag; of more than two columns each of the
  /// others is led by its head.
  private mutating func write(tableAt index: Int, of document: Document) {
    let rows = rows(of: index, in: document)
    guard let head = rows.first else { return }
    beginBlock()
    let columns = rows.reduce(0) { max($0, $1.count) }
    let isTight = rows.allSatisfy { $0.dropFirst().allSatisfy { $0.bytes.count < Self.shortCell } }
    if columns < 2 {
      for row in rows { for cell in row { paragraph(cell, isTight: true) } }
      return
    }
    let indent = Self.indent(beside: rows.compactMap(\.first))
    let hasHead = columns == 2 && head.contains { !$0.isEmpty }
    if hasHead {
      tagged(
        head[0].adding(.dim), head.dropFirst().map { $0.adding(.dim) }, indent: indent,
        isTight: false)
    }
    var isFirst = !hasHead
    for row in rows.dropFirst() where row.contains(where: { !$0.isEmpty }) {
      var cells = Array(row.dropFirst())
      if columns > 2 { cells = labelled(cells, by: Array(head.dropFirst())) }
      tagged(
        row[0].adding(.bold), cells, indent: indent, isTight: isTight && columns == 2 && !isFirst)
      isFirst = false
    }
    if rows.count == 1, columns > 2 {
      for cell in head { paragraph(cell, isTight: true) }
    }
  }

  /// In bytes: more than one line on most pages.
  private static let shortCell = 60

  private func rows(of table: Int, in document: Document) -> [[StyledText]] {
    document.children(of: table).map { row in
      document.children(of: row).filter { document.nodes[$0].kind == .tableCell }.map {
        text(of: document.descendants(of: $0), in: document)
      }
    }
  }

  private func labelled(_ cells: [StyledText], by heads: [StyledText]) -> [StyledText] {
    var lines: [StyledText] = []
    for (number, cell) in cells.enumerated() where !cell.isEmpty {
      guard number < heads.count, !heads[number].isEmpty else {
        lines.append(cell)
        continue
      }
      var line = heads[number].adding(.dim)
      line.append(words.colon)
      line.append(cell)
      lines.append(line)
    }
    return lines
  }
}
