package import Catalogue

/// What names an event: the product that raises it and the identifier it has there.
package struct EventKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let source: String
  package let id: EventID

  package init(source: String, id: EventID) {
    self.source = source
    self.id = id
  }

  /// As pages are titled: `MSSQLSERVER_10061`.
  package var description: String { "\(source)_\(id)" }

  /// By source, then ID.
  package static func < (left: EventKey, right: EventKey) -> Bool {
    if left.source != right.source {
      return left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }
    return left.id < right.id
  }
}

/// What the catalogue has of an event in one locale: a page or a row of a message list.
package struct Edition: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// A page by its number in the catalogue.
    case page(number: Int, kind: Page.Kind)
    case message
  }

  package let locale: LocaleTag
  package let content: Content

  package init(locale: LocaleTag, content: Content) {
    self.locale = locale
    self.content = content
  }
}
