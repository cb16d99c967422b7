internal import Catalogue
internal import Markup

/// What of a page is printed as sections, in order, and what became a line of its own.
struct PageOutline {
  typealias Group = AnswerOrder.Group

  /// The sections in reading order, the details table and what became a line of links left out.
  let order: AnswerOrder
  /// The sections whose links make up the line `See also`.
  let seeAlso: [Int]
  /// The table of the product's details, whose facts stand elsewhere.
  private(set) var detailsTable: Int?
  /// The section that the details table stands in.
  private(set) var detailsSection: Int?

  init(_ page: Page, isAmongOthers: Bool = false) {
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
