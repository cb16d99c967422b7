/// What the lines before a line say about it.
///
/// Whatever a line is taken for depends on no line that ends more than `window` bytes before it: so a
/// log may be read in stretches, each with what stands before it, and gives the same as in one go.
struct LineContext {
  /// See above; it is more than two times `reach` and the longest line that takes part.
  static let window = 40 << 10
  /// How far apart two lines may be that tell of the same, in bytes.
  static let reach = 16 << 10
  /// Longer lines tell nothing about the lines behind them.
  static let longestLine = 4 << 10

  /// An error whose message is expected on the next line or the one after.
  struct Announced {
    var event: Int
    var line: Int
    var end: Int
  }

  /// An error that was known by its text.
  struct Told {
    var event: Int
    var end: Int
  }

  /// How many lines below its number a message may stand: one may lie between.
  static let messageLines = 2

  /// Numbers on the last lines, in order.
  var announced: [Announced] = []
  /// Texts before, in order.
  var told: [Told] = []
  var record = RecordBlock()
  /// The event of a record whose message may follow.
  var recordEvent: Announced?
  /// `Error Number: 18456` with the line's number, where the severity may follow on the next line.
  var errorNumber: (number: Int32, line: Int)?
  /// The event whose state may be on a line.
  var awaitsState: (event: Int, line: Int)?
  /// The last line, where it may be the first half of a wrapped message.
  var half: [UInt8] = []
  var halfLine = -1

  private static let mostAnnounced = 4
  private static let mostTold = 8

  /// Whether no line before has anything to do with the next.
  var isIdle: Bool { announced.isEmpty && recordEvent == nil && halfLine == -1 }

  mutating func announce(_ event: Int, line: Int, end: Int) {
    if announced.count == Self.mostAnnounced { announced.removeFirst() }
    announced.append(Announced(event: event, line: line, end: end))
  }

  mutating func tell(_ event: Int, end: Int) {
    if told.count == Self.mostTold { told.removeFirst() }
    told.append(Told(event: event, end: end))
  }

  /// Whether the text of an event stands shortly before an offset.
  func hasTold(_ event: Int, before start: Int) -> Bool {
    told.contains { $0.event == event && start - $0.end <= Self.reach }
  }

  /// Forgets what is too far back from a line.
  mutating func forget(line: Int, start: Int) {
    announced.removeAll { line - $0.line > Self.messageLines || start - $0.end > Self.reach }
    if let event = recordEvent,
      line - event.line > RecordBlock.mostLines || start - event.end > Self.reach
    {
      recordEvent = nil
    }
    if line - halfLine > 1 { halfLine = -1 }
  }

  /// Forgets everything.
  mutating func reset() {
    announced.removeAll(keepingCapacity: true)
    told.removeAll(keepingCapacity: true)
    record = RecordBlock()
    recordEvent = nil
    errorNumber = nil
    awaitsState = nil
    halfLine = -1
  }
}
