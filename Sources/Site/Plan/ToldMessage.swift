internal import Catalogue
internal import Markup
internal import Render

/// What the product prints, as a page has it.
struct ToldMessage {
  /// The place of the page among those of the answer.
  let page: Int
  let text: String
  /// Where its placeholders are, in bytes.
  let placeholders: [Range<Int>]
  /// The block of the introduction that is the message.
  let block: Int?

  /// The message of the first page that has one.
  static func first(of answer: Answer, _ outlines: [PageOutline], told: [Int]) -> ToldMessage? {
    for (place, page) in answer.pages.enumerated() {
      guard let text = page.message ?? page.details.messageText else { continue }
      let block = told.contains(place) ? PageOutline.block(saying: text, of: page) : nil
      let outline = told.firstIndex(of: place).map { outlines[$0] }
      // MSVC and some of SQL Server's pages write placeholders in italics.
      let node = block ?? outline?.cell(saying: text, of: page)
      let emphases = node.map { self.emphases(in: page.document, under: $0, saying: text) } ?? []
      return ToldMessage(
        page: place, text: text,
        placeholders: merged(Placeholders.ranges(in: Array(text.utf8)), emphases), block: block)
    }
    return nil
  }

  /// Where a text is set off, if it is what stands under a node.
  private static func emphases(
    in document: Document, under node: Int, saying text: String
  ) -> [Range<Int>] {
    var emphases: [Range<Int>] = []
    for index in document.descendants(of: node) where document.nodes[index].kind == .emphasis {
      let before = document.plainBytes(of: node + 1..<index)
      let whole = document.plainBytes(of: node + 1..<Int(document.nodes[index].end))
      var own = document.plainBytes(of: document.descendants(of: index))[...]
      while own.last == 0x20 { own.removeLast() }
      while own.first == 0x20 { own.removeFirst() }
      guard whole.count >= own.count, whole.count >= before.count, !own.isEmpty else { continue }
      emphases.append(whole.count - own.count..<whole.count)
    }
    let isText = document.plainBytes(of: document.descendants(of: node)).elementsEqual(text.utf8)
    return isText ? emphases : []
  }

  /// The ranges of both, in order and apart from one another.
  private static func merged(_ ranges: [Range<Int>], _ others: [Range<Int>]) -> [Range<Int>] {
    let apart = others.filter { other in !ranges.contains { $0.overlaps(other) } }
    return (ranges + apart).sorted { $0.lowerBound < $1.lowerBound }
  }
}
