internal import Catalogue
internal import Markup

/// Writes the blocks of a document as lines for a terminal.
///
/// The nodes are walked once, in order; what is open is a stack of frames, so that no nesting of
/// the input is too deep. Frames past a limit of columns stop indenting, so that text keeps room.
struct DocumentPrinter {
  typealias Face = TerminalStyle.Face

  /// A block that other blocks stand in.
  struct Frame {
    enum Kind { case base, list, item, quote, fix, tab }

    var kind: Kind
    /// The index that follows the last node of the block.
    var end: Int
    /// The column at which its blocks begin.
    var indent: Int
    /// Whether its blocks follow one another without blank lines.
    var isCompact: Bool
    /// Of an ordered list: the number of its next item.
    var number: Int?
    /// Of a list: the columns from a mark to the text.
    var hang = 0
  }

  /// What was written last, which decides on the blank line after it.
  enum Previous { case nothing, paragraph, compactFix, other }

  let document: Document
  let words: InterfaceWords
  /// The fixes that are numbered, in order of their nodes, the first of them numbered 1.
  let fixes: [Page.Fix]
  /// The roots that are left out.
  let hidden: [Int]

  var frames: [Frame] = []
  var lead = TerminalOutput.Lead()
  var previous = Previous.nothing
  private var nextFix = 0

  init(_ document: Document, words: InterfaceWords, fixes: [Page.Fix] = [], hidden: [Int] = []) {
    self.document = document
    self.words = words
    self.fixes = fixes
    self.hidden = hidden
  }

  /// Writes a range of whole nodes, each line beginning at a column.
  mutating func print(_ range: Range<Int>, indent: Int, to output: inout TerminalOutput) {
    frames = [Frame(kind: .base, end: range.upperBound, indent: indent, isCompact: false)]
    previous = .nothing
    nextFix = fixes.firstIndex { $0.nodes.lowerBound >= range.lowerBound } ?? fixes.count
    var index = range.lowerBound
    while index < range.upperBound {
      close(before: index, in: &output)
      if hidden.contains(index) {
        index = Int(document.nodes[index].end)
        continue
      }
      if let fix = fix(at: index) { open(fix, at: index, in: &output) }
      index = visit(index, output: &output)
    }
    close(before: range.upperBound, in: &output)
    frames = []
  }

  /// Indents leave at least these columns for text.
  static let roomForText = 24

  /// A column that leaves room for text.
  func bounded(_ indent: Int, in output: TerminalOutput) -> Int {
    min(indent, max(frames.first?.indent ?? 0, output.width - Self.roomForText))
  }

  var indent: Int { frames.last?.indent ?? 0 }

  /// Writes a block that holds no blocks, or opens one that does; returns where to go on.
  private mutating func visit(_ index: Int, output: inout TerminalOutput) -> Int {
    let node = document.nodes[index]
    let end = Int(node.end)
    switch node.kind {
    case .paragraph:
      let isTabName = frames.last?.kind == .tab && document.nodes[index - 1].kind == .tab
      write(text(of: index + 1..<end, isTabName ? .bold : []), to: &output)
      if isTabName { previous = .nothing }
      return end
    case .heading:
      // The page's own heading is in the first line of the answer.
      guard node.detail > 1 else { return end }
      write(text(of: index + 1..<end, .bold), to: &output)
      previous = .nothing
      return end
    case .list:
      openList(index, in: &output)
      return index + 1
    case .item:
      openItem(index, in: &output)
      return index + 1
    case .blockQuote:
      open(.quote, until: end, deeper: 2, in: &output)
      return index + 1
    case .alert:
      openAlert(index, in: &output)
      return index + 1
    case .tab:
      open(.tab, until: end, deeper: 0, in: &output)
      return index + 1
    case .codeBlock:
      writeCode(index, to: &output)
      return end
    case .table:
      writeTable(index, to: &output)
      return end
    case .thematicBreak:
      write(StyledText(String(repeating: "─", count: 10), .dim), to: &output)
      previous = .other
      return end
    case .tableRow, .tableCell:
      return index + 1
    case .tableSurplus, .text, .code, .emphasis, .strong, .superscript, .subscript, .link, .image,
      .softBreak, .hardBreak, .anchor:
      let last = endOfInlines(from: index)
      write(text(of: index..<last, []), to: &output)
      return last
    }
  }

  /// Where the inlines that begin here and stand beside one another end.
  private func endOfInlines(from index: Int) -> Int {
    let limit = frames.last?.end ?? document.nodes.count
    var end = index
    while end < limit, document.nodes[end].kind.isInline { end = Int(document.nodes[end].end) }
    return max(end, index + 1)
  }

  /// Writes a paragraph with the marks that are due before it.
  mutating func write(_ text: StyledText, to output: inout TerminalOutput) {
    guard !text.isEmpty else { return }
    separate(in: &output)
    output.write(text, indent: indent, lead: takeLead())
    previous = .paragraph
  }

  /// Asks for a blank line before a block unless it belongs to what stands before it.
  mutating func separate(in output: inout TerminalOutput) {
    guard lead.isEmpty, previous != .nothing else { return }
    if frames.last?.isCompact != true { output.separate() }
  }

  mutating func takeLead() -> TerminalOutput.Lead {
    defer { lead = TerminalOutput.Lead() }
    return lead
  }

  /// Writes marks on a line of their own where what follows cannot stand beside them.
  mutating func flushLead(to output: inout TerminalOutput) {
    guard !lead.isEmpty else { return }
    output.write(leadAlone: takeLead())
    previous = .nothing
  }

  /// Ends the frames that no further node belongs to.
  private mutating func close(before index: Int, in output: inout TerminalOutput) {
    while let frame = frames.last, frame.end <= index, frames.count > 1 {
      // An item without text still has its number.
      flushLead(to: &output)
      frames.removeLast()
      switch frame.kind {
      case .fix: previous = frame.isCompact ? .compactFix : .other
      case .item: previous = .paragraph
      case .list, .quote, .tab: previous = .other
      case .base: break
      }
    }
  }

  // MARK: Fixes

  /// The number of the fix that begins at a node, passing those that lie behind.
  private mutating func fix(at index: Int) -> Int? {
    while nextFix < fixes.count, fixes[nextFix].nodes.lowerBound < index { nextFix += 1 }
    guard nextFix < fixes.count, fixes[nextFix].nodes.lowerBound == index else { return nil }
    return nextFix
  }

  /// The columns that the numbers of the fixes take, with the blank after them.
  static func hang(forFixes count: Int) -> Int { String(count).utf8.count + 2 }

  /// Opens a frame that numbers a fix; an item carries the number itself.
  private mutating func open(_ fix: Int, at index: Int, in output: inout TerminalOutput) {
    guard document.nodes[index].kind != .item, index < fixes[fix].nodes.upperBound else { return }
    let nodes = fixes[fix].nodes
    let isCompact =
      document.nodes[index].kind == .paragraph && document.nodes[index].end == nodes.upperBound
    if previous != .nothing, !(isCompact && previous == .compactFix) { output.separate() }
    let hang = Self.hang(forFixes: fixes.count)
    let indent = bounded(indent + hang, in: output)
    mark(Self.number(fix + 1, in: hang), .bold, at: max(0, indent - hang), in: &output)
    let end = min(nodes.upperBound, frames.last?.end ?? nodes.upperBound)
    frames.append(Frame(kind: .fix, end: end, indent: indent, isCompact: isCompact))
    previous = .nothing
  }

  /// A number with its point, set right in the columns that a list has for it.
  static func number(_ number: Int, in hang: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, hang - 2 - digits.utf8.count)) + digits + "."
  }

  /// The number that the item at a node has as a fix.
  mutating func fixNumber(ofItem index: Int) -> Int? {
    if let fix = fix(at: index) { return fix + 1 }
    // Or the fix is all that stands in the item.
    guard nextFix < fixes.count, fixes[nextFix].nodes.lowerBound == index + 1,
      fixes[nextFix].nodes.upperBound == Int(document.nodes[index].end)
    else { return nil }
    nextFix += 1
    return nextFix
  }
}

extension Document.Kind {
  /// Whether a node stands within a line of text.
  var isInline: Bool {
    switch self {
    case .text, .code, .emphasis, .strong, .superscript, .subscript, .link, .image, .softBreak,
      .hardBreak, .anchor, .tableSurplus:
      true
    case .paragraph, .heading, .blockQuote, .alert, .list, .item, .codeBlock, .table, .tableRow,
      .tableCell, .thematicBreak, .tab:
      false
    }
  }
}
