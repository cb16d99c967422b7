internal import Markup

/// A page about several events, as it serves one of them.
extension Page {
  /// The page without the sections that serve other events alone, nor their fixes and replies.
  ///
  /// A page that does not say which section serves which event is returned as it is.
  package func serving(_ id: EventID) -> Page {
    let left = sections.indices.filter { index in
      let events = sections[index].events
      return !events.isEmpty
        && !events.contains { $0.text.lowercased() == id.text.lowercased() }
    }
    return left.isEmpty ? self : without(left)
  }

  /// The page without some of its sections, given in order.
  private func without(_ left: [Int]) -> Page {
    var page = self
    let gone = left.map { sections[$0].heading.lowerBound..<sections[$0].body.upperBound }
    func isGone(_ node: Int) -> Bool { gone.contains { $0.contains(node) } }
    /// Where a node lies, or where the one after it does, when what is gone is taken out.
    func place(_ node: Int) -> Int {
      node - gone.reduce(0) { $0 + max(0, min(node, $1.upperBound) - $1.lowerBound) }
    }
    func moved(_ range: Range<Int>) -> Range<Int> {
      place(range.lowerBound)..<place(range.upperBound)
    }

    page.document.nodes = document.indices.filter { !isGone($0) }.map { index in
      var node = document.nodes[index]
      node.end = Int32(place(Int(node.end)))
      return node
    }
    let kept = sections.indices.filter { !left.contains($0) }
    page.sections = kept.map { index in
      var section = sections[index]
      section.heading = moved(section.heading)
      section.body = moved(section.body)
      return section
    }
    page.fixes = fixes.compactMap { fix in
      var fix = fix
      if let section = fix.section {
        guard let place = kept.firstIndex(of: section) else { return nil }
        fix.section = place
      }
      fix.nodes = moved(fix.nodes)
      return fix
    }
    page.replies = replies.compactMap { reply in
      guard let place = kept.firstIndex(of: reply.section) else { return nil }
      var reply = reply
      reply.section = place
      reply.nodes = moved(reply.nodes)
      return reply
    }
    page.links = remaining(links, of: .link, isGone: isGone)
    page.alerts = remaining(alerts, of: .alert, isGone: isGone)
    return page
  }

  /// What was read from the nodes of a kind, one from each in order, without what is gone.
  private func remaining<Value>(
    _ values: [Value], of kind: Document.Kind, isGone: (Int) -> Bool
  ) -> [Value] {
    let nodes = document.indices.filter { document.nodes[$0].kind == kind }
    guard nodes.count == values.count else { return values }
    return zip(nodes, values).filter { !isGone($0.0) }.map(\.1)
  }
}
