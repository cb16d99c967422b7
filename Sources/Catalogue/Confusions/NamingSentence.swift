/// A sentence of a page that names events, as far as the page alone can tell.
struct NamingSentence: Sendable {
  let quote: Page.Quote
  /// What may be names of events: which are, only the whole catalogue tells.
  let written: [WrittenEvent]
  /// The links in it, by their places among the page's.
  let links: [Int]
  /// The events that its section serves, of several that the page is about; empty for all.
  let served: [EventID]
}
