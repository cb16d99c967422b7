internal import Catalogue

extension CatalogueReader {
  /// The events whose ID or symbolic name comes nearest to a name that no event has, in order.
  ///
  /// Those come first that one slip of the hand leads to (a character more, fewer, another, or
  /// two exchanged), then the neighbours by number, in turn the next below and the next above.
  /// A scan of all events.
  package func nearest(to name: String, limit: Int) throws(CatalogueError) -> [EventKey] {
    let target = NearName(name)
    let qualified = Self.split(name).map { (source: $0.source, id: NearName($0.id)) }
    var candidates: [Candidate] = []
    func consider(_ key: EventKey, _ distance: NearName.Distance?) {
      if let distance { candidates.append(Candidate(key: key, distance: distance)) }
    }

    for event in try allEvents() {
      if let qualified, event.source.isSameIgnoringCase(as: qualified.source) {
        consider(event, qualified.id.distance(to: event.id.text))
      } else {
        consider(event, target.distance(to: event.id.text))
      }
    }
    for (symbol, event) in try symbolicNames() { consider(event, target.distance(to: symbol)) }

    var nearest: [EventKey] = []
    for candidate in Self.ranked(candidates) where !nearest.contains(candidate.key) {
      if nearest.count == limit { break }
      nearest.append(candidate.key)
    }
    return nearest.sorted()
  }

  private struct Candidate {
    let key: EventKey
    let distance: NearName.Distance
    /// How many neighbours by number lie between, on its side.
    var place = 0

    /// What decides; the key comes last so that the order is total.
    static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
      let (one, other) = (left.distance, right.distance)
      if one.slips != other.slips { return one.slips < other.slips }
      if one.slips > 1, left.place != right.place { return left.place < right.place }
      let (gap, otherGap) = (one.gap?.magnitude ?? .max, other.gap?.magnitude ?? .max)
      return gap == otherGap ? left.key < right.key : gap < otherGap
    }
  }

  /// The candidates, the nearest first.
  private static func ranked(_ candidates: [Candidate]) -> [Candidate] {
    var ranked = candidates.filter { $0.distance.gap == nil }
    let below = candidates.filter { $0.distance.gap.map { $0 < 0 } ?? false }
    let above = candidates.filter { $0.distance.gap.map { $0 >= 0 } ?? false }
    for side in [below, above] {
      let sorted = side.sorted {
        ($0.distance.gap?.magnitude ?? .max, $0.key) < ($1.distance.gap?.magnitude ?? .max, $1.key)
      }
      for (place, candidate) in sorted.enumerated() {
        ranked.append(Candidate(key: candidate.key, distance: candidate.distance, place: place))
      }
    }
    return ranked.sorted(by: Candidate.precedes)
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

  /// Every symbolic name with its events, in order.
  package func symbolicNames() throws(CatalogueError) -> [(name: String, event: EventKey)] {
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
