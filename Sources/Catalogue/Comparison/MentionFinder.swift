internal import Markup

/// Finds the sentences of a page that name certain events: by number, by name or by a link.
struct MentionFinder {
  private let others: [NamedEvent]

  init(others: [Answer]) { self.others = others.map { NamedEvent(source: $0.source, id: $0.id) } }

  /// The sentences in which a page speaks of the other events, in the order of the page.
  ///
  /// What the product prints and what only lists links is left out: neither speaks of anything.
  func mentions(in page: Page, about answer: Answer) -> [Mention] {
    guard !others.isEmpty else { return [] }
    var mentions: [Mention] = []
    let first = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    collect(0..<first, role: nil, in: page, about: answer, to: &mentions)
    for section in page.sections where section.role != .details && section.role != .seeAlso {
      collect(section.body, role: section.role, in: page, about: answer, to: &mentions)
    }
    return mentions
  }

  private func collect(
    _ range: Range<Int>, role: Role?, in page: Page, about answer: Answer,
    to mentions: inout [Mention]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let node = page.document.nodes[index]
      switch node.kind {
      case .paragraph, .tableCell:
        let block = TextBlock(page.document, at: index, links: page.links)
        for sentence in sentences(of: block, links: page.links)
        where block.text != Array((page.message ?? "").utf8) {
          let mention = Mention(
            event: "\(answer.source)_\(answer.id.text)", named: sentence.named,
            locale: page.locale, path: page.path, line: block.line(at: sentence.range.lowerBound),
            role: role, text: String(decoding: block.text[sentence.range], as: UTF8.self))
          if !mentions.contains(mention) { mentions.append(mention) }
        }
        index = Int(node.end)
      case .heading, .codeBlock, .tableSurplus:
        index = Int(node.end)
      default:
        index += 1
      }
    }
  }

  /// The sentences of a block that name an event and say more than its name.
  private func sentences(
    of block: TextBlock, links: [Page.Link]
  ) -> [(range: Range<Int>, named: [String])] {
    SentenceSplitter.sentences(of: block.text).compactMap { range in
      guard !block.isLink(range) else { return nil }
      let linked = block.links(in: range).compactMap { $0.index.flatMap { links[$0].event } }
      let written = WrittenEvent.all(in: Array(block.text[range]))
      let named = others.filter { other in
        other.isNamed(by: written) || linked.contains { other.isNamed(byLink: $0) }
      }
      return named.isEmpty ? nil : (range, named.map(\.name))
    }
  }
}
