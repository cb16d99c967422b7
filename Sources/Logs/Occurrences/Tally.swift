/// What a log, or a stretch of one, has in it.
///
/// Stretches that were read apart are put together in their order; the sum is what reading them
/// together gives.
package struct Tally: Sendable {
  /// In the order in which the events were first met.
  package private(set) var events: [EventTally] = []
  package var lineCount = 0
  /// Numbers that the catalogue does not know, in forms that are beyond doubt.
  package private(set) var unknownNumbers: [(number: Int32, count: Int)] = []

  /// The place of an event in `events`.
  private var places: [Int: Int] = [:]

  /// More unknown numbers than these are left out: a log cannot make the tally grow.
  private static let mostUnknown = 256

  package init() {}

  /// Changes the tally of an event, which is made if it is new.
  mutating func update(_ event: Int, _ body: (inout EventTally) -> Void) {
    let place: Int
    if let known = places[event] {
      place = known
    } else {
      place = events.count
      places[event] = place
      events.append(EventTally(event: event))
    }
    body(&events[place])
  }

  /// The tally of an event, if there is one.
  func tally(of event: Int) -> EventTally? { places[event].map { events[$0] } }

  mutating func addUnknown(_ number: Int32, count: Int = 1) {
    if let index = unknownNumbers.firstIndex(where: { $0.number == number }) {
      unknownNumbers[index].count += count
    } else if unknownNumbers.count < Self.mostUnknown {
      unknownNumbers.append((number, count))
    }
  }

  /// Adds what was read from the lines behind those of this one.
  package mutating func add(_ later: Tally) {
    let linesBefore = lineCount
    for event in later.events {
      update(event.event) { $0.add(event, linesBefore: linesBefore) }
    }
    for (number, count) in later.unknownNumbers { addUnknown(number, count: count) }
    lineCount += later.lineCount
  }

  /// The events that occurred, in the order of their first lines.
  package var eventsByLine: [EventTally] {
    events.filter { $0.count > 0 }.sorted { ($0.firstLine, $0.event) < ($1.firstLine, $1.event) }
  }

  /// The events that occurred, the most frequent first, equally frequent ones by their first line.
  package var eventsByCount: [EventTally] {
    events.filter { $0.count > 0 }.sorted {
      ($1.count, $0.firstLine, $0.event) < ($0.count, $1.firstLine, $1.event)
    }
  }
}
