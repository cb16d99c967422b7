internal import Catalogue

/// An event as whoever looks for its number must know it.
package struct KnownEvent: Sendable, Hashable {
  package var key: EventKey
  /// From 0 to 25; nil where the catalogue does not tell, or tells several.
  package var severity: Int?

  package init(key: EventKey, severity: Int? = nil) {
    self.key = key
    self.severity = severity
  }
}

extension CatalogueReader {
  /// Every event, by source, then ID.
  package func knownEvents() throws(CatalogueError) -> [KnownEvent] {
    var events: [KnownEvent] = []
    var places: [EventKey: Int] = [:]
    try asking(.events) { statement throws(SQLiteError) in
      try statement.bind(nil as String?)
      while try statement.step() {
        let key = EventKey(source: statement.text(0), id: EventID(statement.text(1)))
        places[key] = events.count
        events.append(KnownEvent(key: key))
      }
    }
    try asking(.severities) { statement throws(SQLiteError) in
      while try statement.step() {
        let source = statement.text(0)
        for id in statement.text(1).split(separator: " ") {
          let key = EventKey(source: source, id: EventID(String(id)))
          guard let place = places[key] else { continue }
          events[place].severity = statement.integer(2)
        }
      }
    }
    return events
  }
}
