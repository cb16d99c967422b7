/// Where text that follows text is joined to it, so that no two text nodes stand side by side.
///
/// Whether the last text of a document lies beside what comes next, or in a span that has ended,
/// the nodes do not tell while their ancestors are open; whoever closes a span says so here.
struct TextJoint {
  /// The text node beside which the next text would stand.
  private var index: Int?

  /// Appends text to a document, to its last node where that is text beside it.
  mutating func append(_ bytes: ArraySlice<UInt8>, to document: inout Document, line: Int32) {
    append(bytes.span, to: &document, line: line)
  }

  /// Appends text to a document, to its last node where that is text beside it.
  mutating func append(_ bytes: Span<UInt8>, to document: inout Document, line: Int32) {
    guard !bytes.isEmpty else { return }
    if let index, index == document.nodes.count - 1, document.nodes[index].kind == .text,
      document.nodes[index].text.range.upperBound == document.pool.count
    {
      document.nodes[index].text.count += document.store(bytes).count
    } else {
      var node = Document.Node(.text, line: line)
      node.text = document.store(bytes)
      document.open(node)
      index = document.nodes.count - 1
    }
  }

  /// Appends the inlines under a node of another document.
  mutating func append(
    _ inlines: Range<Int>, of other: Document, to document: inout Document, line: Int32
  ) {
    var rest = inlines
    if let first = rest.first, other.nodes[first].kind == .text {
      append(other.bytes(other.nodes[first].text), to: &document, line: line)
      rest = rest.dropFirst()
    }
    document.append(rest, of: other, line: line)
    var last: Int?
    for root in other.roots(in: rest) { last = root }
    if let last { index = other.nodes[last].kind == .text ? document.nodes.count - 1 : nil }
  }

  /// Says that what was open around the last text has ended.
  mutating func cut() { index = nil }
}
