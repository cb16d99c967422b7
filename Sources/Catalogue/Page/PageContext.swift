/// What only the whole catalogue can tell of a page: known when every page has been read.
package struct PageContext: Sendable, Hashable {
  package var source: String
  package var severity: Int?
  package var logged: Bool?
  /// As in `Page.Translation.drift`.
  package var drift: [String]
  /// The events that the page's links lead to, one entry a link.
  package var linkEvents: [String?]
  package var confusions: [Page.Confusion]

  package init(
    source: String, severity: Int? = nil, logged: Bool? = nil, drift: [String] = [],
    linkEvents: [String?] = [], confusions: [Page.Confusion] = []
  ) {
    self.source = source
    self.severity = severity
    self.logged = logged
    self.drift = drift
    self.linkEvents = linkEvents
    self.confusions = confusions
  }
}

extension Page {
  /// The page with what the whole catalogue tells of it.
  package func placed(in context: PageContext) -> Page {
    var page = self
    page.source = context.source
    page.severity = context.severity
    page.logged = context.logged
    page.translation?.drift = context.drift
    for (index, event) in context.linkEvents.enumerated() where index < page.links.count {
      page.links[index].event = event
    }
    page.confusions = context.confusions
    return page
  }
}
