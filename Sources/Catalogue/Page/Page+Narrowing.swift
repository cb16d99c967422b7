/// Parts of a page that were asked for.
extension Page {
  /// The nodes of the sections of a role, each with its heading and its sub-sections.
  package func nodes(ofSections role: Role) -> [Range<Int>] {
    sectionGroups(of: role).map { group in
      sections[group.lowerBound].heading.lowerBound..<sections[group.upperBound - 1].body.upperBound
    }
  }

  /// The page with the sections of a role and the states that a number is among; all of either
  /// where none is given.
  package func narrowed(to role: Role?, state: Int?) -> Page {
    var page = self
    if let state { page.states = states.filter { $0.from <= state && state <= $0.to } }
    if let role {
      let kept = sectionGroups(of: role).flatMap { Array($0) }
      page.sections = kept.map { sections[$0] }
      page.confusions = []
      page.fixes = fixes.compactMap { fix in
        guard let section = fix.section, let index = kept.firstIndex(of: section) else {
          return nil
        }
        var fix = fix
        fix.section = index
        return fix
      }
      page.replies = replies.compactMap { reply in
        guard let index = kept.firstIndex(of: reply.section) else { return nil }
        var reply = reply
        reply.section = index
        return reply
      }
    }
    return page
  }

  /// The sections of a role with those under each, as ranges of `sections`.
  private func sectionGroups(of role: Role) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = 0
    while index < sections.count {
      guard sections[index].role == role else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sections.count, sections[end].level > sections[index].level { end += 1 }
      groups.append(index..<end)
      index = end
    }
    return groups
  }
}
