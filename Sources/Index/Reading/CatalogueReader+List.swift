package import Catalogue

/// Which events are to be listed: those that meet every condition that is given.
package struct EventFilter: Sendable, Hashable {
  package var source: String?
  /// Those with a page or a message in exactly this locale.
  package var locale: LocaleTag?
  package var severity: Int?
  package var component: String?
  /// Those with pages but none in this locale, or with messages only and none in it.
  package var missing: LocaleTag?

  package init(
    source: String? = nil, locale: LocaleTag? = nil, severity: Int? = nil,
    component: String? = nil, missing: LocaleTag? = nil
  ) {
    self.source = source
    self.locale = locale
    self.severity = severity
    self.component = component
    self.missing = missing
  }
}

/// An event as a list shows it.
package struct ListedEvent: Sendable, Hashable {
  package var key: EventKey
  /// The locale of what follows.
  package var locale: LocaleTag
  /// The title of its first page; of an event that only a message list knows, the message.
  package var title: String
  /// What the product prints.
  package var message: String?
  package var severity: Int?
  package var component: String?
  /// Every locale in which it has a page or a message, in order.
  package var locales: [LocaleTag]
}

extension CatalogueReader {
  /// Every event with the locales in which it has a page or a message, both in order.
  package func eventLocales() throws(CatalogueError) -> [(event: EventKey, locales: [LocaleTag])] {
    try asking(.events) { statement throws(SQLiteError) in
      try statement.bind(String?.none)
      var events: [(EventKey, [LocaleTag])] = []
      while try statement.step() {
        let key = EventKey(source: statement.text(0), id: EventID(statement.text(1)))
        events.append(
          (key, statement.text(2).split(separator: " ").map { LocaleTag(canonical: String($0)) }))
      }
      return events
    }
  }

  /// Passes on the events that a filter lets through, by source, then ID.
  ///
  /// They are described in the locale of the filter, else the default locale, else the first.
  package func list(_ filter: EventFilter, _ body: (ListedEvent) throws -> Void) throws {
    let defaultLocale = try defaultLocale()
    let events = try reading { () throws(SQLiteError) in
      try database.prepare(Query.events.sql).bind(filter.source)
    }
    while try reading(events.step) {
      let key = EventKey(source: events.text(0), id: EventID(events.text(1)))
      let locales = events.text(2).split(separator: " ").map { LocaleTag(canonical: String($0)) }
      if let locale = filter.locale, !locales.contains(locale) { continue }

      let editions = try editions(of: key)
      if let missing = filter.missing, !Self.lack(editions, missing) { continue }
      let preferred = filter.locale ?? defaultLocale
      guard let shown = editions.first(where: { $0.locale == preferred }) ?? editions.first,
        let event = try listed(key, shown, locales)
      else { continue }
      if let severity = filter.severity, event.severity != severity { continue }
      if let component = filter.component {
        guard let own = event.component, own.isSameIgnoringCase(as: component) else { continue }
      }
      try body(event)
    }
  }

  /// Whether an event has nothing in a locale of what it has elsewhere.
  private static func lack(_ editions: [Edition], _ locale: LocaleTag) -> Bool {
    let pages = editions.filter { $0.content != .message }
    return !(pages.isEmpty ? editions : pages).contains { $0.locale == locale }
  }

  private func listed(
    _ key: EventKey, _ edition: Edition, _ locales: [LocaleTag]
  ) throws(CatalogueError) -> ListedEvent? {
    switch edition.content {
    case .page(let number, _):
      try asking(.pageHead) { statement throws(SQLiteError) in
        try statement.bind(number)
        guard try statement.step() else { return nil }
        return ListedEvent(
          key: key, locale: edition.locale, title: statement.text(0),
          message: statement.optionalText(1), severity: statement.optionalInteger(2),
          component: statement.optionalText(3), locales: locales)
      }
    case .message:
      try asking(.messageHead) { statement throws(SQLiteError) in
        try statement.bind(key.id.text).bind(key.source).bind(edition.locale.text)
        guard try statement.step() else { return nil }
        return ListedEvent(
          key: key, locale: edition.locale, title: statement.text(0), message: statement.text(0),
          severity: statement.optionalInteger(1), component: nil, locales: locales)
      }
    }
  }
}
