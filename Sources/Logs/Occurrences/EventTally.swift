/// What a log says of one event, all occurrences together.
package struct EventTally: Sendable, Hashable {
  /// How often a state was given.
  package struct StateCount: Sendable, Hashable {
    package var state: Int
    package var count: Int
  }

  /// The event, for `KnownEvents`.
  package let event: Int
  package var count = 0
  /// The lines of the first and the last occurrence, counted from 0.
  package var firstLine = Int.max
  package var lastLine = -1
  package var firstTime: [UInt8]?
  package var lastTime: [UInt8]?
  /// The highest that was given.
  package var severity: Int?
  /// In the order in which they were first given; there are no more than 256 different ones.
  package var states: [StateCount] = []
  /// Whether any occurrence had a number.
  package var hasNumber = false
  /// The first message that was recognised, or the first with arguments.
  package var example: BoundMessage?

  init(event: Int) { self.event = event }

  /// The states, the most frequent first, equal ones by number.
  package var statesByCount: [StateCount] {
    states.sorted { ($1.count, $0.state) < ($0.count, $1.state) }
  }

  /// Whether a message has to be kept as the example.
  func wants(argumentCount: Int) -> Bool {
    guard let example else { return true }
    return example.arguments.isEmpty && argumentCount > 0
  }

  mutating func add(state: Int, count: Int = 1) {
    if let index = states.firstIndex(where: { $0.state == state }) {
      states[index].count += count
    } else {
      states.append(StateCount(state: state, count: count))
    }
  }

  mutating func take(_ message: BoundMessage) {
    if wants(argumentCount: message.arguments.count) { example = message }
  }

  /// Adds what a later stretch of the log says.
  package mutating func add(_ later: EventTally, linesBefore: Int) {
    if later.count > 0 {
      if later.firstLine + linesBefore < firstLine {
        firstLine = later.firstLine + linesBefore
        firstTime = later.firstTime
      }
      if later.lastLine + linesBefore >= lastLine {
        lastLine = later.lastLine + linesBefore
        lastTime = later.lastTime
      }
    }
    count += later.count
    if let other = later.severity { severity = max(severity ?? other, other) }
    for state in later.states { add(state: state.state, count: state.count) }
    hasNumber = hasNumber || later.hasNumber
    if let message = later.example { take(message) }
  }
}
