/// Where a build puts the catalogue: the catalogue file, or memory in a test.
///
/// A page comes in two steps, so that no more of it than a few facts is kept until all pages are
/// read: first what it says itself, then what only the whole catalogue tells of it. `record(of:)` is
/// called from many tasks, so the type itself is shared between them.
package protocol CatalogueSink: SendableMetatype {
  /// What the sink makes of a page before it takes it.
  associatedtype Record: Sendable

  /// Makes a page ready: called where the page was read, for several pages at once.
  static func record(of page: Page) -> Record
  /// Takes a page under a number; the numbers rise.
  mutating func insert(_ record: Record, number: Int) throws
  /// Says what the whole catalogue tells of an inserted page.
  mutating func complete(number: Int, context: PageContext) throws
  /// Takes an inserted page out again: another is in its place.
  mutating func remove(number: Int) throws
  /// Takes a row of a message list, sorted by source, event and locale.
  mutating func insert(_ message: Message) throws
  /// Takes what has become of a page that has moved or gone, in the order of their files.
  mutating func insert(_ redirection: Redirection) throws
}
