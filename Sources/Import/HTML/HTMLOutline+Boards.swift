/// What old boards put around quotes and code.
extension HTMLOutline {
  private static let labels = Set(WordLists.shared["labels"])

  /// Whether an element only says that a quote or code follows: `Quote:`.
  func isLabel(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard ["div", "dt", "span", "td", "b"].contains(node.name), text[index] > 0, text[index] < 24,
      let next = element(after: index),
      ["pre", "table", "blockquote", "dd", "code"].contains(tree.nodes[next].name)
    else { return false }
    let words = tree.text(of: index, limit: 64)
    return words.hasSuffix(":") && Self.labels.contains(words.wordKey)
  }

  /// Whether a table holds a quote and nothing else: a label stands before it.
  func isQuoteTable(_ index: Int) -> Bool {
    let parent = tree.nodes[index].parent
    guard parent >= 0 else { return false }
    var before: Int?
    var child = parent + 1
    while child < index {
      if !tree.nodes[child].isText { before = child }
      child = tree.nodes[child].end
    }
    return before.map { isLabel($0) } ?? false
  }

  /// The element that follows another, if no text stands between.
  private func element(after index: Int) -> Int? {
    var next = tree.nodes[index].end
    let parent = tree.nodes[index].parent
    guard parent >= 0 else { return nil }
    while next < tree.nodes[parent].end {
      if !tree.nodes[next].isText { return tree.nodes[next].name == "br" ? nil : next }
      guard text[next] == 0 else { return nil }
      next = tree.nodes[next].end
    }
    return nil
  }
}
