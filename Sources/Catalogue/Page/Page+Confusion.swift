extension Page {
  /// Another event that a sentence sets beside one that the page is about.
  package struct Confusion: Sendable, Hashable {
    /// The event of the page that is meant; nil where the page is about one alone.
    package var about: EventID?
    /// The other event, as `SOURCE_ID`.
    package var event: String
    /// The sentence; its file is another page where that speaks of this event.
    package var quote: Quote

    package init(about: EventID? = nil, event: String, quote: Quote) {
      self.about = about
      self.event = event
      self.quote = quote
    }
  }
}
