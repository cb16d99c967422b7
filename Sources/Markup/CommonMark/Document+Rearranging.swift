/// What is known of a node only when its descendants stand.
extension Document {
  /// Makes alerts of a quote in which heads of alerts were met: each head begins one, up to the
  /// next; what stands before the first stays a quote.
  mutating func splitAlerts(ofQuoteAt quote: Int) {
    let end = Int(nodes[quote].end)
    let heads = children(of: quote).filter { isAlertHead($0) }
    guard let first = heads.first else { return }
    for (position, head) in heads.enumerated() {
      nodes[head].end = Int32(position + 1 < heads.count ? heads[position + 1] : end)
    }
    if first == quote + 1 {
      removeNode(at: quote)
    } else {
      nodes[quote].end = Int32(first)
    }
  }

  /// Whether a node is the head of an alert, with nothing under it yet.
  private func isAlertHead(_ index: Int) -> Bool {
    nodes[index].kind == .alert && Int(nodes[index].end) == index + 1
  }

  /// Takes one node out; what stood under it stands in its place.
  private mutating func removeNode(at index: Int) {
    nodes.remove(at: index)
    for other in index..<nodes.count { nodes[other].end -= 1 }
    // The ancestors are still open: they are closed after this.
  }

  /// Takes out a node that has nothing under it, among nodes whose ancestors are still open.
  mutating func removeLeaf(at index: Int) { removeNode(at: index) }

  /// Takes the anchor at the head of a heading, `## <a name="user-action"></a>…`, as its name.
  mutating func liftAnchor(ofHeadingAt heading: Int) {
    guard let anchor = descendants(of: heading).first(where: { nodes[$0].kind == .anchor }),
      anchor == heading + 1
    else { return }
    nodes[heading].attribute = nodes[anchor].attribute
    nodes.remove(at: anchor)
    nodes[heading].end -= 1
    for other in anchor..<nodes.count { nodes[other].end -= 1 }
  }

  /// Takes out the breaks that the last paragraph ends with, also where they stand in spans.
  mutating func removeBreaksAtEnd(ofParagraphAt paragraph: Int) {
    let count = nodes.count
    while let last = nodes.last, last.kind == .softBreak || last.kind == .hardBreak {
      nodes.removeLast()
    }
    guard nodes.count < count else { return }
    for index in paragraph..<nodes.count {
      nodes[index].end = min(nodes[index].end, Int32(nodes.count))
    }
  }

  /// Makes one code node of what an HTML `code` element wrapped, as text.
  ///
  /// What the descendants had in the pool lies at its end and goes: elements within elements would
  /// else leave a copy of their text for each.
  mutating func flattenCode(at index: Int) {
    let text = plainBytes(of: descendants(of: index))
    let slices = nodes[descendants(of: index)].flatMap { [$0.text, $0.attribute] }
    let start = slices.lazy.filter { !$0.isEmpty }.map(\.range.lowerBound).min() ?? pool.count
    pool.removeSubrange(start...)
    nodes.removeSubrange(index + 1..<nodes.count)
    nodes[index].text = store(text)
    nodes[index].end = Int32(index + 1)
  }
}
