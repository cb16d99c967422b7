/// A page as its own file tells it: what only the other files can tell is still to come.
package struct PageDraft: Sendable {
  package var page: Page
  /// Whether the page itself tells its source; else the pages beside it do.
  package var knowsItsSource: Bool
  /// The sentences that name other events.
  var namings: [NamingSentence] = []
}
