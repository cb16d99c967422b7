internal import Catalogue
internal import Markup

extension Page {
  /// What stands in the sections on what to do and is nothing to try: notes, tables, and the
  /// sections of other roles under them; whole nodes, in order.
  var remainderOfUserAction: [Range<Int>] {
    var remainder: [Range<Int>] = []
    for group in AnswerOrder.groups(of: sections, in: sections.indices) {
      let isAction = sections[group.first].role == .userAction
      for section in sections[group.sections] {
        if section.role == .userAction {
          remainder += blocksBesideFixes(in: section)
        } else if isAction, !fixes.contains(where: { $0.nodes.overlaps(section.heading) }) {
          remainder.append(section.heading.lowerBound..<section.body.upperBound)
        }
      }
    }
    return remainder
  }

  private func blocksBesideFixes(in section: Section) -> [Range<Int>] {
    let roots = Array(document.roots(in: section.body))
    return roots.enumerated().compactMap { position, root in
      let nodes = root..<Int(document.nodes[root].end)
      // What stands under a sub-heading is all of it the fix.
      if fixes.contains(where: { $0.nodes.overlaps(nodes) }) { return nil }
      // What announces a list of fixes has nothing to announce any more.
      let next = position + 1 < roots.count ? document.nodes[roots[position + 1]].kind : nil
      return document.nodes[root].kind == .paragraph && next == .list ? nil : nodes
    }
  }
}
