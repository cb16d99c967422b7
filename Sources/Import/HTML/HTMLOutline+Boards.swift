/// What old boards put around quotes and code.
extension HTMLOutline {
  private static let labels = Set(WordLists.shared["labels"])

  /// Whether an element only says that a quote or code follows: `Quote:`, `Code: Select all`.
  func isLabel(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard ["div", "dt", "span", "td", "b", "p"].contains(node.name), text[index] > 0,
      text[index] - linkText[index] < 24, text[index] < 60, let next = element(after: index),
      isQuoteOrCode(next)
    else { return false }
    let words = tree.text(of: index, limit: 64, without: { tree.nodes[$0].name == "a" })
    return words.hasSuffix(":") && Self.labels.contains(words.wordKey)
  }

  /// Whether an element is a quote or code, or a box around it.
  private func isQuoteOrCode(_ index: Int) -> Bool {
    var current = index
    for _ in 0..<3 {
      if ["pre", "table", "blockquote", "dd", "code"].contains(tree.nodes[current].name) {
        return true
      }
      let inner = tree.children(of: current).first { !tree.nodes[$0].isText || text[$0] > 0 }
      guard tree.nodes[current].name == "div", let inner, !tree.nodes[inner].isText else {
        return false
      }
      current = inner
    }
    return false
  }

  /// Whether a `cite` stands at the beginning of a quote and says whose it is.
  func isSaying(_ index: Int) -> Bool {
    var parent = tree.nodes[index].parent
    var first = index
    while parent >= 0, tree.nodes[parent].name == "div",
      (parent + 1..<first).allSatisfy({ text[$0] == 0 })
    {
      first = parent
      parent = tree.nodes[parent].parent
    }
    return parent >= 0 && tree.nodes[parent].name == "blockquote"
      && (parent + 1..<first).allSatisfy { text[$0] == 0 }
  }

  /// Whether a link is only a mark that leads to a place in the page: `¶`, `↑`.
  func isMark(_ index: Int) -> Bool {
    guard text[index] > 0, text[index] <= 8 else { return false }
    return ["¶", "↑", "↩", "§", "🔗", "#", "↵"].contains(tree.text(of: index, limit: 16))
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
