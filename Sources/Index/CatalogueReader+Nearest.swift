internal import Catalogue

extension CatalogueReader {
  /// The events whose ID or symbolic name comes nearest to a name that no event has, in order.
  ///
  /// One slip of the hand (a character more, fewer, another, or two exchanged) comes first; among
  /// those and after them the distance of the numbers decides. A scan of all events.
  package func nearest(to name: String, limit: Int) throws(CatalogueError) -> [EventKey] {
    let target = NearName(name)
    let qualified = Self.split(name).map { (source: $0.source, id: NearName($0.id)) }
    var candidates: [(key: EventKey, distance: NearName.Distance)] = []
    func consider(_ key: EventKey, _ distance: NearName.Distance?) {
      if let distance { candidates.append((key, distance)) }
    }

    for event in try allEvents() {
      if let qualified, event.source.isSameIgnoringCase(as: qualified.source) {
        consider(event, qualified.id.distance(to: event.id.text))
      } else {
        consider(event, target.distance(to: event.id.text))
      }
    }
    for (symbol, event) in try symbolicNames() { consider(event, target.distance(to: symbol)) }

    candidates.sort { ($0.distance, $0.key) < ($1.distance, $1.key) }
    var nearest: [EventKey] = []
    for candidate in candidates where !nearest.contains(candidate.key) {
      if nearest.count == limit { break }
      nearest.append(candidate.key)
    }
    return nearest.sorted()
  }

  private func allEvents() throws(CatalogueError) -> [EventKey] {
    try asking(.events) { statement throws(SQLiteError) in
      try statement.bind(String?.none)
      var keys: [EventKey] = []
      while try statement.step() {
        keys.append(EventKey(source: statement.text(0), id: EventID(statement.text(1))))
      }
      return keys
    }
  }

  private func symbolicNames() throws(CatalogueError) -> [(name: String, event: EventKey)] {
    try asking(.symbolicNames) { statement throws(SQLiteError) in
      var names: [(String, EventKey)] = []
      while try statement.step() {
        let event = EventKey(source: statement.text(1), id: EventID(statement.text(2)))
        names.append((statement.text(0), event))
      }
      return names
    }
  }
}
