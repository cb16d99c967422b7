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
  /// The roots that are left out.
  let hidden: [Int]

  var frames: [Frame] = []
  var lead = TerminalOutput.Lead()
  var previous = Previous.nothing
  /// The fixes that are numbered.
  var fixes: FixNumbers

  init(_ document: Document, words: InterfaceWords, fixes: [Page.Fix] = [], hidden: [Int] = []) {
    self.document = document
    self.words = words
    self.fixes = FixNumbers(fixes)
    self.hidden = hidden
  }

  /// Writes a range of whole nodes, each line beginning at a column.
  mutating func print(_ range: Range<Int>, indent: Int, to output: inout TerminalOutput) {
    frames = [Frame(kind: .base, end: range.upperBound, indent: indent, isCompact: false)]
    previous = .nothing
    fixes.go(to: range.lowerBound)
    var index = range.lowerBound
    while index < range.upperBound {
      close(before: index, in: &output)
      if hidden.contains(index) {
        index = Int(document.nodes[index].end)
        continue
      }
      if let fix = fixes.fix(at: index) { open(fix, at: index, in: &output) }
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
      let last = document.endOfInlines(from: index, before: frames.last?.end ?? index)
      write(text(of: index..<last, []), to: &output)
      return last
    }
  }

  /// The text of inline nodes.
  func text(of range: Range<Int>, _ base: Face) -> StyledText {
    document.styledText(of: range, base)
  }

  /// Writes code, set in by four more columns, never wrapped.
  mutating func writeCode(_ index: Int, to output: inout TerminalOutput) {
    separate(in: &output)
    flushLead(to: &output)
    for line in document.codeLines(index) { output.writeCode(line, indent: indent + 4) }
    previous = .other
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

  /// The columns that the numbers of the fixes take, with the blank after them.
  static func hang(forFixes count: Int) -> Int { String(count).utf8.count + 2 }

  /// Opens a frame that numbers a fix; an item carries the number itself.
  private mutating func open(_ fix: Int, at index: Int, in output: inout TerminalOutput) {
    let nodes = fixes.nodes(of: fix)
    guard document.nodes[index].kind != .item, index < nodes.upperBound else { return }
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
}
