internal import Markup

// What decides how blocks are set, wherever lines are made of them.
extension Document {
  /// Whether every item of a list is one paragraph, lists under it aside.
  ///
  /// How the author spaced the items in the source says nothing: half the pages have blank lines
  /// between one-line items.
  func isCompactList(_ list: Int) -> Bool {
    for item in children(of: list) {
      var blocks = 0
      for child in children(of: item) where nodes[child].kind != .list {
        let kind = nodes[child].kind
        if !kind.isInline { blocks += 1 }
        if kind == .codeBlock || kind == .table { return false }
      }
      if blocks > 1 { return false }
    }
    return true
  }

  /// The number of items of a list.
  func itemCount(of list: Int) -> Int {
    var count = 0
    for _ in children(of: list) { count += 1 }
    return count
  }

  /// Where the inlines that begin here and stand beside one another end.
  func endOfInlines(from index: Int, before limit: Int) -> Int {
    var end = index
    while end < limit, nodes[end].kind.isInline { end = Int(nodes[end].end) }
    return max(end, index + 1)
  }

  /// The lines of a block of code, without the end of the last.
  func codeLines(_ index: Int) -> [ArraySlice<UInt8>] {
    CodeLines.lines(of: bytes(nodes[index].text))
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
