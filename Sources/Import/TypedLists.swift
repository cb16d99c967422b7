internal import Markup

/// Lists that are typed into a paragraph, each item on a line of its own: `1. …`, `2. …`.
enum TypedLists {
  /// Makes lists of such paragraphs, which stand between the other blocks of a document.
  static func read(_ document: inout Document) {
    guard document.nodes.contains(where: { $0.kind == .hardBreak }) else { return }
    var result = Document()
    var index = 0
    while index < document.nodes.count {
      let range = index..<Int(document.nodes[index].end)
      if document.nodes[index].kind == .paragraph, let items = items(in: range, of: document) {
        append(items, of: document, to: &result)
      } else {
        result.append(range, of: document)
      }
      index = range.upperBound
    }
    document = result
  }

  /// An item: its nodes, and how many bytes of the first of them are the mark.
  private struct Item {
    var nodes: Range<Int>
    var mark: ItemMark
    var markLength: Int
  }

  /// The lines of a paragraph if each is an item, numbered ones in order from 1.
  private static func items(in range: Range<Int>, of document: Document) -> [Item]? {
    var items: [Item] = []
    var start = range.lowerBound + 1
    var index = start
    while index <= range.upperBound {
      let isEnd = index == range.upperBound
      if isEnd || document.nodes[index].kind == .hardBreak {
        guard start < index, document.nodes[start].kind == .text else { return nil }
        let text = document.string(document.nodes[start].text)
        guard let (mark, rest) = ItemMark.read(text), !rest.isEmpty || start + 1 < index else {
          return nil
        }
        let isNext =
          mark.isBullet
          ? items.first.map { $0.mark == mark } ?? true
          : mark.number == items.count + 1
            && (items.last.map { $0.mark.style == mark.style } ?? true)
        guard isNext else { return nil }
        items.append(
          Item(nodes: start..<index, mark: mark, markLength: text.utf8.count - rest.utf8.count))
        start = index + 1
        index = start
        if isEnd { break }
      } else {
        index = Int(document.nodes[index].end)
      }
    }
    return items.count > 1 ? items : nil
  }

  private static func append(_ items: [Item], of document: Document, to result: inout Document) {
    var list = Document.Node(.list, line: 1)
    list.detail = (items[0].mark.isBullet ? 0 : 1) | 2
    list.number = 1
    let made = result.open(list)
    for item in items {
      let opened = result.open(Document.Node(.item, line: 1))
      let paragraph = result.open(Document.Node(.paragraph, line: 1))
      let first = document.nodes[item.nodes.lowerBound]
      result.appendText(document.bytes(first.text).dropFirst(item.markLength), line: 1)
      result.append(item.nodes.dropFirst(), of: document)
      result.close(paragraph)
      result.close(opened)
    }
    result.close(made)
  }
}
