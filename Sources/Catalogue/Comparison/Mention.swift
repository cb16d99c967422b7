/// A sentence of a page about one event that names another.
package struct Mention: Sendable, Hashable {
  /// The event that the page is about, as `SOURCE_ID`.
  package let event: String
  /// The events that the sentence names.
  package let named: [String]
  package let locale: LocaleTag
  /// The page's file, relative to its content folder, and the line on which the sentence begins.
  package let path: String
  package let line: Int
  /// That of the section it stands in; nil before the first heading.
  package let role: Role?
  /// The sentence as it stands in the plain text of the page.
  package let text: String
}
