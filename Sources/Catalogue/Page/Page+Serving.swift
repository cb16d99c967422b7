internal import Markup

/// A page about several events, as it serves one of them.
extension Page {
  /// The page without the sections that serve other events alone, nor their fixes and replies, nor
  /// what other events are confused with.
  ///
  /// A page that does not say which section serves which event has all sections.
  package func serving(_ id: EventID) -> Page {
    let left = sections.indices.filter { index in
      let events = sections[index].events
      return !events.isEmpty
        && !events.contains { $0.text.lowercased() == id.text.lowercased() }
    }
    var page = left.isEmpty ? self : without(left)
    page.confusions.removeAll { confusion in
      confusion.about.map { $0.text.lowercased() != id.text.lowercased() } ?? false
    }
    return page
  }

  /// The page without some of its sections, given in order.
  private func without(_ left: [Int]) -> Page {
    var page = self
    var isGone = Array(repeating: false, count: document.nodes.count)
    for section in left.map({ sections[$0] }) {
      let start = section.heading.lowerBound
      for node in start..<max(start, section.body.upperBound) where node < isGone.count {
        isGone[node] = true
      }
    }
    // Where each node lies, or where the one after it does, when what is gone is taken out. Counted
    // rather than reckoned from the ranges, which overlap in a damaged catalogue.
    var places = [0]
    for isGone in isGone { places.append(places[places.count - 1] + (isGone ? 0 : 1)) }
    func place(_ node: Int) -> Int { places[min(node, places.count - 1)] }
    func moved(_ range: Range<Int>) -> Range<Int> {
      place(range.lowerBound)..<place(range.upperBound)
    }

    page.document.nodes = document.indices.filter { !isGone[$0] }.map { index in
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
    page.links = remaining(links, of: .link, isGone)
    page.alerts = remaining(alerts, of: .alert, isGone)
    return page
  }

  /// What was read from the nodes of a kind, one from each in order, without what is gone.
  private func remaining<Value>(
    _ values: [Value], of kind: Document.Kind, _ isGone: [Bool]
  ) -> [Value] {
    let nodes = document.indices.filter { document.nodes[$0].kind == kind }
    guard nodes.count == values.count else { return values }
    return zip(nodes, values).filter { !isGone[$0.0] }.map(\.1)
  }
}
