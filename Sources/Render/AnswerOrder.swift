package import Catalogue

extension Page {
  /// The sections as an answer gives them: what to do, why, examples, the rest, see also.
  ///
  /// Each range of `sections` begins with a section and holds the sub-sections under it; those of
  /// one rank keep the order of the page.
  package var sectionsInAnswerOrder: [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, section) in sections.enumerated() {
      if let last = groups.last, section.level > sections[last.lowerBound].level {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    // Sorting is stable only where the place in the page decides between equals.
    return groups.sorted { left, right in
      let ranks = (sections[left.lowerBound].role.rank, sections[right.lowerBound].role.rank)
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.lowerBound < right.lowerBound
    }
  }
}

extension Role {
  /// Where a section of this role stands in an answer.
  package var rank: Int {
    switch self {
    case .userAction: 0
    case .symptom, .explanation: 1
    case .cause: 2
    case .example: 3
    case .prevention: 4
    case .question: 5
    case .remarks, .other: 6
    case .details: 7
    case .seeAlso: 8
    }
  }
}
