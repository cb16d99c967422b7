package import Catalogue

/// How much of each source there is in each locale: what translators have done and what is left.
///
/// What counts are reference pages; guides and threads are not expected in every language.
package struct Coverage: Sendable, Hashable {
  /// What there is of a source in one locale.
  package struct Cell: Sendable, Hashable {
    package var locale: LocaleTag
    /// The reference pages there are.
    package var pages = 0
    /// Those of them that lag behind their source.
    package var drifted = 0
    /// Those of them that a machine made.
    package var machineTranslated = 0
    /// The events that have a reference page here.
    package var events = 0
    /// The events that have one elsewhere and none here.
    package var missing = 0
    /// The events that a message list knows in this locale.
    package var messages = 0

    package init(locale: LocaleTag) { self.locale = locale }

    /// Those pages that are as new as their source.
    package var current: Int { max(pages - drifted, 0) }

    /// The part of the events with a page anywhere that have one here, from 0 to 1; nil where there
    /// is no page anywhere.
    package var share: Double? {
      let all = events + missing
      return all == 0 ? nil : Double(events) / Double(all)
    }
  }

  /// A source with a cell for each locale of the catalogue.
  package struct Source: Sendable, Hashable {
    package var name: String
    package var cells: [Cell]

    package init(name: String, cells: [Cell]) {
      self.name = name
      self.cells = cells
    }
  }

  /// The locales of the catalogue, in order.
  package var locales: [LocaleTag]
  /// In order of their names.
  package var sources: [Source]

  package init(locales: [LocaleTag], sources: [Source]) {
    self.locales = locales
    self.sources = sources
  }
}
