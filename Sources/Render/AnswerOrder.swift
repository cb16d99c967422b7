package import Catalogue
internal import Markup

/// A page's sections in the order in which an answer gives them: what to do, why, the states,
/// examples, prevention, questions, the rest, see also.
///
/// They come in groups, each a section with the sub-sections under it; a sub-section stays where it
/// stands, whatever its own role. Groups of one rank keep the order of the page.
package struct AnswerOrder: Sendable {
  /// A section with those under it.
  ///
  /// A type of its own because an array of ranges has Swift prove `Int` comparable when the first
  /// one is made: a search through all conformances of the program, 7 % of what `show` does.
  package struct Group: Sendable, Hashable {
    /// Their places among the page's sections; there is at least one.
    package let sections: Range<Int>

    /// The section that the others stand under.
    package var first: Int { sections.lowerBound }
  }

  /// The groups in reading order.
  package let groups: [Group]
  /// The rank of each group.
  package let ranks: [Rank]
  /// Whether one of the groups shows the page's table of states.
  package let showsStates: Bool
  /// The number of groups before the place of the states, for those who write them on their own.
  package let statesPlace: Int

  /// All the sections of a page in order.
  package init(_ page: Page) {
    self.init(page, of: Self.groups(of: page.sections, in: page.sections.indices))
  }

  /// Some of a page's groups in order.
  ///
  /// `isAmongOthers` says that the page is told together with others, and has no order of its own.
  init(_ page: Page, of groups: [Group], isAmongOthers: Bool = false) {
    var ranked: [(rank: Rank, group: Group)] = []
    var showsStates = false
    for group in groups {
      let role = page.sections[group.first].role
      let hasStates = !showsStates && Self.holdsStates(group, of: page)
      showsStates = showsStates || hasStates
      var rank = Rank(role, hasStates: hasStates)
      // A page without fixes has nothing to bring forward: its own order tells it best.
      if page.fixes.isEmpty, !isAmongOthers, rank < .details { rank = .states }
      ranked.append((rank, group))
    }
    let inOrder = Rank.allCases.flatMap { rank in ranked.filter { $0.rank == rank } }
    self.groups = inOrder.map(\.group)
    ranks = inOrder.map(\.rank)
    self.showsStates = showsStates
    // They follow what explains them, which on a page in its own order may stand anywhere.
    statesPlace = ranked.count {
      $0.rank < (page.fixes.isEmpty && !isAmongOthers ? .details : .states)
    }
  }

  /// Where a group stands, in order.
  package enum Rank: CaseIterable, Comparable {
    case userAction, explanation, cause, states, example, prevention, question, other, details
    case seeAlso

    init(_ role: Role, hasStates: Bool) {
      switch role {
      case .userAction: self = .userAction
      case .symptom, .explanation: self = .explanation
      case .cause: self = .cause
      case _ where hasStates: self = .states
      case .example: self = .example
      case .prevention: self = .prevention
      case .question: self = .question
      case .remarks, .other: self = .other
      case .details: self = .details
      case .seeAlso: self = .seeAlso
      }
    }
  }

  /// Sections with the deeper ones that follow them, in the order of the page.
  package static func groups(of sections: [Page.Section], in range: Range<Int>) -> [Group] {
    var groups: [Group] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, sections[end].level > sections[start].level { end += 1 }
      groups.append(Group(sections: start..<end))
      start = end
    }
    return groups
  }

  /// Whether a group holds the table that the page's states were read from.
  private static func holdsStates(_ group: Group, of page: Page) -> Bool {
    guard let state = page.states.first else { return false }
    let document = page.document
    let first = Array(String(state.from).utf8)
    for section in page.sections[group.sections] {
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
