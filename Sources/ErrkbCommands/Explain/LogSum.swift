internal import Index
internal import Logs
internal import Render

/// What several logs say together: lines are counted in each by itself.
struct LogSum {
  private struct Event {
    var tally: EventTally
    var first: Explanation.Place
    var last: Explanation.Place
  }

  private var events: [Int: Event] = [:]
  /// The events in the order in which they first occurred.
  private var order: [Int] = []
  private(set) var lineCount = 0
  private(set) var unknownNumbers: [(number: Int32, count: Int)] = []
  private let namesFiles: Bool

  /// A sum that tells the files apart, or that is of one log.
  init(namesFiles: Bool) { self.namesFiles = namesFiles }

  mutating func add(_ tally: Tally, file: String) {
    lineCount += tally.lineCount
    for (number, count) in tally.unknownNumbers {
      if let index = unknownNumbers.firstIndex(where: { $0.number == number }) {
        unknownNumbers[index].count += count
      } else {
        unknownNumbers.append((number, count))
      }
    }
    let name = namesFiles ? file : nil
    for event in tally.eventsByLine {
      let first = Self.place(name, event.firstLine, event.firstTime)
      let last = Self.place(name, event.lastLine, event.lastTime)
      if var known = events[event.event] {
        known.tally.add(event, linesBefore: 0)
        known.last = last
        events[event.event] = known
      } else {
        order.append(event.event)
        events[event.event] = Event(tally: event, first: first, last: last)
      }
    }
  }

  private static func place(_ file: String?, _ line: Int, _ time: [UInt8]?) -> Explanation.Place {
    Explanation.Place(
      file: file, line: line + 1, time: time.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The events, the most frequent first, equally frequent ones in the order in which they came.
  func explanations(_ known: KnownEvents) -> [(event: Explanation, message: BoundMessage?)] {
    let places = order.enumerated().sorted { left, right in
      let (one, two) = (events[left.element]?.tally.count, events[right.element]?.tally.count)
      return (two ?? 0, left.offset) < (one ?? 0, right.offset)
    }
    return places.compactMap { place in
      guard let event = events[place.element] else { return nil }
      let key = known.events[place.element].key
      var explanation = Explanation(
        source: key.source, id: key.id, count: event.tally.count, first: event.first,
        last: event.last, hasNumber: event.tally.hasNumber)
      explanation.severity = event.tally.severity
      explanation.states = event.tally.statesByCount.map {
        Explanation.State(number: $0.state, count: $0.count)
      }
      return (explanation, event.tally.example)
    }
  }
}
