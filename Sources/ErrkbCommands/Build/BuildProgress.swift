internal import Synchronization

/// One line on a terminal that tells how far a build has come; nothing where there is no terminal.
///
/// Any thread may tell it something.
final class BuildProgress: Sendable {
  /// What a build does one after the other.
  enum Stage: String {
    case reading
    case joining = "joining what was read"
    case writingCatalogue = "writing the catalogue"
    case writingSite = "writing the site"
    case writingManual = "writing the man pages"
  }

  /// Whether there is anybody to tell.
  let isShown: Bool

  private let columns: @Sendable () -> Int
  private let now: @Sendable () -> ContinuousClock.Instant
  private let write: @Sendable ([UInt8]) -> Void
  private let state: Mutex<State>

  private struct State {
    var stage = Stage.reading
    var start: ContinuousClock.Instant
    /// When the line was last drawn, or the stage began.
    var last: ContinuousClock.Instant
    var isDrawn = false
  }

  /// No more than some ten times a second; a build that ends sooner shows nothing.
  private static let pause = Duration.milliseconds(100)

  /// A line that is drawn by `write`, on a terminal that is asked for its width each time.
  init(
    isShown: Bool, columns: @escaping @Sendable () -> Int,
    now: @escaping @Sendable () -> ContinuousClock.Instant,
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.isShown = isShown
    self.columns = columns
    self.now = now
    self.write = write
    let start = now()
    state = Mutex(State(start: start, last: start))
  }

  /// A line on an output, if that is a terminal.
  convenience init(_ output: Output) {
    self.init(
      isShown: output.isTerminal && Environment.value("TERM") != "dumb",
      columns: { output.columns ?? 80 }, now: { ContinuousClock.now }, write: output.write)
  }

  /// Begins a stage; what is not counted is named at once.
  func begin(_ stage: Stage) {
    state.withLock { state in
      erase(&state)
      state.stage = stage
      state.start = now()
      state.last = state.start
      guard stage == .joining || stage == .writingCatalogue else { return }
      draw(nil, &state)
    }
  }

  /// Tells how many pages of how many are done.
  func show(_ done: Int, _ count: Int) {
    guard isShown else { return }
    state.withLock { state in
      let moment = now()
      guard moment - state.last >= Self.pause else { return }
      state.last = moment
      draw((done, count), &state)
    }
  }

  /// Tells how many pages of how many are read, and what follows the last.
  func read(_ done: Int, _ count: Int) {
    show(done, count)
    if done == count { begin(.joining) }
  }

  /// Takes the line away again.
  func clear() { state.withLock { erase(&$0) } }

  private func draw(_ pages: (done: Int, count: Int)?, _ state: inout State) {
    guard isShown else { return }
    let line = ProgressLine(
      stage: state.stage.rawValue, pages: pages, elapsed: state.last - state.start)
    // The cursor goes back to the first column: whoever else has a word to say begins there.
    write(Array("\r\(line.text(columns: columns()))\u{1B}[K\r".utf8))
    state.isDrawn = true
  }

  private func erase(_ state: inout State) {
    if state.isDrawn { write(Array("\r\u{1B}[K".utf8)) }
    state.isDrawn = false
  }
}
