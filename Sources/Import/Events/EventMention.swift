package import Catalogue

/// An event that a text names.
package struct EventMention: Sendable, Hashable {
  /// The source, where the text names it: `MSSQLSERVER_10061`.
  package let source: String?
  package let id: EventID
  /// Whether the title names it.
  package var isInTitle: Bool
  /// How often it is named; in the article itself twice what it is in replies.
  package var weight: Int
}
