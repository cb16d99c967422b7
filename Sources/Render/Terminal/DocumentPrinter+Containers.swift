internal import Catalogue
internal import Diagnostics
internal import Markup

// Blocks that hold blocks: lists and their items, quotes, alerts.
extension DocumentPrinter {
  /// Opens a frame whose blocks begin further to the right.
  mutating func open(
    _ kind: Frame.Kind, until end: Int, deeper: Int, in output: inout TerminalOutput
  ) {
    separate(in: &output)
    frames.append(
      Frame(kind: kind, end: end, indent: bounded(indent + deeper, in: output), isCompact: false))
    // The first block within stands where the frame itself was set apart.
    previous = .nothing
  }

  /// Opens an alert: its word leads its text, and all that it holds stands under the text.
  mutating func openAlert(_ index: Int, in output: inout TerminalOutput) {
    let node = document.nodes[index]
    separate(in: &output)
    let column = indent
    let word = words[alert: Document.Alert(rawValue: node.detail) ?? .note]
    let label = word + words.colon
    let hang = DisplayWidth.columns(of: label)
    open(.quote, until: Int(node.end), deeper: hang, in: &output)
    mark(label, .bold, at: column, in: &output)
  }

  mutating func openList(_ index: Int, in output: inout TerminalOutput) {
    let node = document.nodes[index]
    let isCompact = document.isCompactList(index)
    // A short list belongs to the sentence that announces it.
    if !(isCompact && previous == .paragraph) { separate(in: &output) }
    var list = Frame(
      kind: .list, end: Int(node.end), indent: indent, isCompact: isCompact, number: nil, hang: 2)
    if node.detail & 1 == 1 {
      let first = Int(node.number)
      list.number = first
      list.hang = String(first + max(0, document.itemCount(of: index) - 1)).utf8.count + 2
    }
    if fixes.begin(under: document.descendants(of: index)) {
      list.hang = max(list.hang, Self.hang(forFixes: fixes.count))
    }
    frames.append(list)
    previous = .nothing
  }

  mutating func openItem(_ index: Int, in output: inout TerminalOutput) {
    guard let list = frames.last, list.kind == .list else { return }
    if previous != .nothing, !list.isCompact, lead.isEmpty { output.separate() }
    var text = "-"
    if let number = list.number {
      text = Self.number(number, in: list.hang)
      frames[frames.count - 1].number = number + 1
    }
    var face: Face = []
    if let number = fixes.number(ofItem: index, in: document) {
      text = Self.number(number, in: list.hang)
      face = .bold
    }
    let indent = bounded(list.indent + list.hang, in: output)
    mark(text, face, at: max(0, indent - list.hang), in: &output)
    frames.append(
      Frame(
        kind: .item, end: Int(document.nodes[index].end), indent: indent,
        isCompact: list.isCompact))
    previous = .nothing
  }

  /// Leads the next block with a mark, after those of the items that begin with it.
  mutating func mark(
    _ text: String, _ face: Face, at column: Int, in output: inout TerminalOutput
  ) {
    // Past the limit of columns marks no longer stand beside one another.
    if !lead.isEmpty, lead.columns >= column { flushLead(to: &output) }
    lead.append(text, face, at: column)
  }
}
