internal import Catalogue
package import Index

/// The events of the catalogue as numbers and names find them.
package struct KnownEvents: Sendable {
  /// Each event; findings name it by its place here.
  package let events: [KnownEvent]
  /// The names of the sources, in order.
  let sources: [String]

  /// The place of SQL Server's source.
  let sqlServerSource: Int?

  /// The place of each event's source.
  private let sourceOfEvent: [Int32]
  /// The IDs that are whole numbers, in order, and the event of each.
  private let numbers: [Int32]
  private let eventOfNumber: [Int32]

  /// The source whose numbers SQL Server's own forms give.
  static let sqlServer = "MSSQLSERVER"

  package init(_ unordered: [KnownEvent]) {
    let events = unordered.sorted { Self.precedes($0.key, $1.key) }
    self.events = events
    var sources: [String] = []
    var sourceOfEvent: [Int32] = []
    var numbered: [(number: Int32, event: Int32)] = []
    for (index, event) in events.enumerated() {
      let name = event.key.source
      let source = sources.last == name ? sources.count - 1 : sources.firstIndex(of: name)
      if source == nil { sources.append(name) }
      sourceOfEvent.append(Int32(source ?? sources.count - 1))
      if let number = Int32(event.key.id.text) { numbered.append((number, Int32(index))) }
    }
    numbered.sort { ($0.number, $0.event) < ($1.number, $1.event) }
    self.sources = sources
    sqlServerSource = sources.firstIndex { $0.uppercased() == Self.sqlServer }
    self.sourceOfEvent = sourceOfEvent
    numbers = numbered.map(\.number)
    eventOfNumber = numbered.map(\.event)
  }

  /// The severity of an event; nil where it is not known.
  func severity(of event: Int) -> Int? { events[event].severity }

  /// The event of a number in a form of SQL Server's: its own, else the only one of that number,
  /// else the only one of that severity.
  func event(number: Int32, severity: Int?) -> Int? {
    let candidates = candidates(number)
    var severe: Int?
    var severeCount = 0
    for candidate in candidates {
      let event = Int(eventOfNumber[candidate])
      if Int(sourceOfEvent[event]) == sqlServerSource { return event }
      if let severity, events[event].severity == severity {
        severe = event
        severeCount += 1
      }
    }
    if candidates.count == 1 { return Int(eventOfNumber[candidates.lowerBound]) }
    return severeCount == 1 ? severe : nil
  }

  /// The event of a number in a source.
  func event(number: Int32, source: Int) -> Int? {
    for candidate in candidates(number) {
      let event = Int(eventOfNumber[candidate])
      if Int(sourceOfEvent[event]) == source { return event }
    }
    return nil
  }

  /// An order that is quicker to tell than the one in which events are listed.
  private static func precedes(_ left: EventKey, _ right: EventKey) -> Bool {
    left.source == right.source ? left.id.text < right.id.text : left.source < right.source
  }

  /// The place of an event; nil where the catalogue does not have it.
  func place(of key: EventKey) -> Int? {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(events[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low < events.count && events[low].key == key ? low : nil
  }

  /// The places in `numbers` of a number.
  private func candidates(_ number: Int32) -> Range<Int> {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < numbers.count, numbers[end] == number { end += 1 }
    return low..<end
  }
}

extension TriggerTable {
  /// What a log is searched for: labels, the identifiers and sources of a catalogue.
  init(_ known: KnownEvents) {
    var entries: [Entry] = []
    for (label, kind) in LabelData.labels {
      if let entry = Entry(label, kind) { entries.append(entry) }
    }
    for product in ["Microsoft SQL Server", "SQL Server", "SQLServer"] {
      if let entry = Entry(product, .product) { entries.append(entry) }
    }
    for spelling in ["SQLSTATE", "SQLState", "sqlstate"] {
      if let entry = Entry(spelling, .sqlState) { entries.append(entry) }
    }
    for (index, event) in known.events.enumerated() where Int32(event.key.id.text) == nil {
      // A word without a digit would be found in prose.
      guard event.key.id.text.utf8.contains(where: { (0x30...0x39).contains($0) }),
        let entry = Entry(event.key.id.text, .identifier, payload: Int32(index))
      else { continue }
      entries.append(entry)
    }
    for (index, source) in known.sources.enumerated() {
      for spelling in [source, source.lowercased()] {
        if let entry = Entry(spelling, .sourceName, payload: Int32(index)) {
          entries.append(entry)
        }
      }
    }
    // A named instance of SQL Server is `MSSQL$NAME`.
    if let source = known.sqlServerSource,
      let entry = Entry("MSSQL", .sourceName, payload: Int32(source))
    {
      entries.append(entry)
    }
    self.init(entries)
  }
}
