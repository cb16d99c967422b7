internal import Catalogue
internal import Markup

/// A page's sections as they are printed: in groups, each a section with its sub-sections, in the
/// order in which they are read.
struct PageOutline {
  typealias Group = Range<Int>

  /// The groups in reading order, the details table and what became a line of links left out.
  private(set) var groups: [Group] = []
  /// The sections whose links make up the line `See also`.
  private(set) var seeAlso: [Int] = []
  /// The table of the product's details, whose facts stand elsewhere.
  private(set) var detailsTable: Int?
  /// The section that the details table stands in.
  private(set) var detailsSection: Int?
  /// Whether one of the groups shows the page's table of states.
  private(set) var showsStates = false
  /// Where the states are due that no group shows: the number of groups before them.
  private(set) var statesPlace = 0

  init(_ page: Page) {
    var ranked: [(rank: Int, group: Group)] = []
    var all = Self.groups(of: page.sections, in: page.sections.indices)
    if let place = all.firstIndex(where: { page.sections[$0.lowerBound].role == .details }),
      page.details != Page.Details(),
      let table = Self.table(in: page.sections[all[place].lowerBound].body, of: page)
    {
      // What else it holds is printed with the introduction, without a heading.
      detailsTable = table
      detailsSection = all[place].lowerBound
      all.replaceSubrange(
        place...place, with: Self.groups(of: page.sections, in: all[place].dropFirst()))
    }
    for group in all {
      let section = page.sections[group.lowerBound]
      if section.role == .seeAlso, group.count == 1, Self.isLinksAlone(section.body, of: page) {
        seeAlso.append(group.lowerBound)
        continue
      }
      let hasStates = !showsStates && Self.holdsStates(group, of: page)
      showsStates = showsStates || hasStates
      var rank = Self.rank(of: section.role, hasStates: hasStates)
      // A page without fixes has nothing to bring forward: its own order tells it best.
      if page.fixes.isEmpty, section.role != .seeAlso { rank = Self.statesRank }
      ranked.append((rank, group))
    }
    for rank in 0...Self.lastRank {
      for entry in ranked where entry.rank == rank { groups.append(entry.group) }
    }
    statesPlace =
      page.fixes.isEmpty
      ? ranked.count { $0.rank <= Self.statesRank }
      : ranked.count { $0.rank < Self.statesRank }
  }

  private static let statesRank = 2
  private static let lastRank = 7

  private static func rank(of role: Role, hasStates: Bool) -> Int {
    switch role {
    case .userAction: 0
    case .symptom, .explanation, .cause: 1
    case _ where hasStates: statesRank
    case .example: 3
    case .prevention: 4
    case .question: 5
    case .details, .remarks, .other: 6
    case .seeAlso: lastRank
    }
  }

  /// Sections with the deeper ones that follow them.
  private static func groups(of sections: [Page.Section], in range: Range<Int>) -> [Group] {
    var groups: [Group] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, sections[end].level > sections[start].level { end += 1 }
      groups.append(start..<end)
      start = end
    }
    return groups
  }

  private static func table(in body: Range<Int>, of page: Page) -> Int? {
    for root in page.document.roots(in: body) where page.document.nodes[root].kind == .table {
      return root
    }
    return nil
  }

  /// Whether a section says nothing but its links.
  private static func isLinksAlone(_ body: Range<Int>, of page: Page) -> Bool {
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

  /// Whether a group holds the table that the page's states were read from.
  private static func holdsStates(_ group: Group, of page: Page) -> Bool {
    guard let state = page.states.first else { return false }
    let document = page.document
    let first = Array(String(state.from).utf8)
    for section in page.sections[group] {
      for root in document.roots(in: section.body) where document.nodes[root].kind == .table {
        for row in document.children(of: root) {
          guard let cell = document.children(of: row).first(where: { _ in true }) else { continue }
          let text = document.plainBytes(of: document.descendants(of: cell))
          guard text.starts(with: first) else { continue }
          if text.count == first.count || !(0x30...0x39).contains(text[first.count]) { return true }
        }
      }
    }
    return false
  }
}
