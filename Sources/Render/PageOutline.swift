package import Catalogue
internal import Markup

/// What of a page is told as sections, in order, and what became a line of its own.
package struct PageOutline {
  package typealias Group = AnswerOrder.Group

  /// The sections in reading order, the details table and what became a line of links left out.
  package let order: AnswerOrder
  /// The sections whose links make up the line `See also`.
  package let seeAlso: [Int]
  /// The table of the product's details, whose facts stand elsewhere.
  package private(set) var detailsTable: Int?
  /// The section that the details table stands in.
  package private(set) var detailsSection: Int?

  package init(_ page: Page, isAmongOthers: Bool = false) {
    var groups = AnswerOrder.groups(of: page.sections, in: page.sections.indices)
    if let place = groups.firstIndex(where: { page.sections[$0.first].role == .details }),
      page.details != Page.Details(),
      let table = Self.table(in: page.sections[groups[place].first].body, of: page)
    {
      // What else it holds is printed with the introduction, without a heading.
      detailsTable = table
      detailsSection = groups[place].first
      groups.replaceSubrange(
        place...place,
        with: AnswerOrder.groups(of: page.sections, in: groups[place].sections.dropFirst()))
    }
    let links = groups.filter { Self.isLinksAlone($0, of: page) }
    seeAlso = links.map(\.first)
    order = AnswerOrder(
      page, of: groups.filter { !links.contains($0) }, isAmongOthers: isAmongOthers)
  }

  private static func table(in body: Range<Int>, of page: Page) -> Int? {
    for root in page.document.roots(in: body) where page.document.nodes[root].kind == .table {
      return root
    }
    return nil
  }

  /// Whether a group is a section `See also` that says nothing but its links.
  private static func isLinksAlone(_ group: Group, of page: Page) -> Bool {
    let section = page.sections[group.first]
    guard section.role == .seeAlso, group.sections.count == 1 else { return false }
    let body = section.body
    let nodes = page.document.nodes
    var hasLink = false
    var index = body.lowerBound
    while index < body.upperBound {
      let node = nodes[index]
      switch node.kind {
      case .link:
        hasLink = true
        index = Int(node.end)
        continue
      case .text:
        let text = page.document.bytes(node.text)
        // Letters and digits say something; blanks, commas and points do not.
        if text.contains(where: { $0 >= 0x80 || ($0 >= 0x30 && $0 <= 0x39) || $0 >= 0x41 }) {
          return false
        }
      case .code, .codeBlock, .image, .table, .alert: return false
      default: break
      }
      index += 1
    }
    return hasLink
  }
}

// MARK: - What stands before the first heading

extension PageOutline {
  /// The topmost nodes before the first heading that say something: neither the title nor pictures
  /// of what the page applies to.
  package static func introduction(of page: Page) -> [Int] {
    let end = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    return page.document.roots(in: 0..<end).filter { root in
      !isTitle(root, in: page) && !isAppliesTo(root, in: page)
    }
  }

  private static func isTitle(_ root: Int, in page: Page) -> Bool {
    page.document.nodes[root].kind == .heading && page.document.nodes[root].detail == 1
  }

  /// Whether a block only tells, with a picture of a tick or a cross for each, the products that
  /// the page applies to.
  private static func isAppliesTo(_ root: Int, in page: Page) -> Bool {
    let document = page.document
    guard document.nodes[root].kind == .paragraph else { return false }
    for index in document.descendants(of: root) where document.nodes[index].kind == .image {
      let target = document.bytes(document.nodes[index].attribute)
      let name = target.lastIndex(of: UInt8(ascii: "/")).map { target[($0 + 1)...] } ?? target
      let word = name.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
      if word.elementsEqual("yes".utf8) || word.elementsEqual("no".utf8) { return true }
    }
    return false
  }

  /// What the product prints as the page has it, and the block of the introduction that says it.
  func message(
    of page: Page, emphasis: StyledText.Face
  ) -> (text: StyledText, block: Int?)? {
    guard let message = page.message ?? page.details.messageText else { return nil }
    let block = Self.block(saying: message, of: page)
    guard let node = block ?? cell(saying: message, of: page) else {
      return (StyledText(message), nil)
    }
    // MSVC and some of SQL Server's pages write placeholders in italics.
    let nodes = page.document.descendants(of: node)
    return (page.document.styledText(of: nodes, emphasis: emphasis), block)
  }

  /// The links of the sections that became a line, in order, each with the event that it leads to.
  func seeAlsoLinks(of page: Page) -> [(node: Int, event: String?)] {
    let document = page.document
    var links: [(node: Int, event: String?)] = []
    for section in seeAlso {
      for index in page.sections[section].body where document.nodes[index].kind == .link {
        let target = document.string(document.nodes[index].attribute)
        links.append((index, page.links.first { $0.target == target }?.event))
      }
    }
    return links
  }

  /// The block before the first heading whose text is the message.
  package static func block(saying message: String, of page: Page) -> Int? {
    let end = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    for root in page.document.roots(in: 0..<end) {
      switch page.document.nodes[root].kind {
      case .blockQuote, .paragraph:
        if page.document.plainText(at: root) == message { return root }
      default: break
      }
    }
    return nil
  }

  /// The cell of the details table whose text is the message, where it has more than text in it.
  package func cell(saying message: String, of page: Page) -> Int? {
    guard let table = detailsTable else { return nil }
    let nodes = page.document.nodes
    for index in page.document.descendants(of: table)
    where nodes[index].kind == .tableCell && Int(nodes[index].end) > index + 2 {
      if page.document.plainText(at: index) == message { return index }
    }
    return nil
  }
}
