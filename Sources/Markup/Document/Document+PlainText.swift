extension Document {
  /// The text of whole nodes without markup: white space folded to single blanks, blocks separated
  /// by one blank.
  ///
  /// Code is included, what surplus pipes cut off is not.
  package func plainText(of range: Range<Int>) -> String {
    // Most cells and titles are one text with nothing to fold.
    if let text = onlyText(of: range), WhitespaceFolder.isFolded(pool.span.extracting(text.range)) {
      return string(text)
    }
    return String(decoding: plainBytes(of: range), as: UTF8.self)
  }

  /// The text of whole nodes that hold one text and no other, nor what is left out; else nil.
  private func onlyText(of range: Range<Int>) -> Slice? {
    var only: Slice?
    for index in range {
      switch nodes[index].kind {
      case .text, .code, .codeBlock:
        guard only == nil else { return nil }
        only = nodes[index].text
      case .tableSurplus:
        return nil
      default:
        continue
      }
    }
    return only
  }

  /// The text of one node and what lies under it, as `plainText(of:)` gives it.
  package func plainText(at index: Int) -> String { plainText(of: index..<Int(nodes[index].end)) }

  /// The UTF-8 of `plainText(of:)`.
  package func plainBytes(of range: Range<Int>) -> [UInt8] {
    var folder = WhitespaceFolder()
    let nodes = nodes.span
    let pool = pool.span
    var index = range.lowerBound
    while index < range.upperBound {
      let node = nodes[index]
      index += 1
      switch node.kind {
      case .text, .code:
        folder.append(pool.extracting(node.text.range))
      case .codeBlock:
        folder.separate()
        folder.append(pool.extracting(node.text.range))
        folder.separate()
      case .softBreak, .hardBreak, .paragraph, .heading, .item, .tableCell, .tableRow,
        .thematicBreak, .tab, .list, .table, .blockQuote, .alert:
        folder.separate()
      case .tableSurplus:
        index = Int(node.end)
      case .emphasis, .strong, .superscript, .subscript, .link, .image, .anchor:
        break
      }
    }
    return folder.bytes
  }
}
