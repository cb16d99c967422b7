package import Catalogue
internal import Markup

/// A man page under a name that means several events: what each of them is, and where to read on.
package enum ManList {
  /// An event, the name of its page, and what is known of it.
  package struct Item: Sendable {
    let event: String
    let page: String
    let answer: Answer?

    package init(event: String, page: String, answer: Answer?) {
      self.event = event
      self.page = page
      self.answer = answer
    }

    /// What the product prints, else the title.
    fileprivate var text: StyledText {
      if let page = answer?.pages.first {
        let message = PageOutline(page).message(of: page, emphasis: .dim)?.text
        return message ?? StyledText(page.description ?? page.title)
      }
      return StyledText(answer?.messages.first?.text ?? "")
    }
  }

  /// The page as UTF-8; `date` is that of the last change of the catalogue.
  package static func bytes(
    name: String, _ items: [Item], words: InterfaceWords, date: CalendarDate?
  ) -> [UInt8] {
    var blocks = ManBlocks(words: words)
    blocks.begin(
      title: name.uppercased(), date: date, source: words[.events], manual: words[.siteTitle],
      names: [name],
      description: ManDescription(StyledText(items.map(\.event).joined(separator: ", "))))
    blocks.section(words[.events])
    let tags = items.map { ManNames.reference(to: $0.page) }
    let indent = ManBlocks.indent(beside: tags)
    for (tag, item) in zip(tags, items) {
      blocks.tagged(tag, [item.text], indent: indent, isTight: false)
    }
    return blocks.output.bytes
  }
}
