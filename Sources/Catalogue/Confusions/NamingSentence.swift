/// A sentence of a page that names events, as far as the page alone can tell.
struct NamingSentence: Sendable {
  let quote: Page.Quote
  /// What may be names of events: which are, only the whole catalogue tells.
  let written: [WrittenEvent]
  let links: [Link]
  /// The events that its section serves, of several that the page is about; empty for all.
  let served: [EventID]

  struct Link: Sendable {
    /// Its place among the links of the page.
    let index: Int
    let text: [UInt8]
  }
}
