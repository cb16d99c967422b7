internal import Dispatch
internal import Synchronization

/// Does pure work on many inputs in parallel and hands the results over in the order of the inputs.
///
/// Works on plain threads, so that nothing of the program has to be asynchronous: a process that
/// only looks an event up starts none.
enum OrderedMap {
  /// How many inputs a thread takes at once: enough that handing over costs nothing beside the work.
  private static let chunkSize = 16
  /// How many chunks a thread may be ahead: results that wait take memory.
  private static let chunksAhead = 3

  private struct State<Result: Sendable> {
    var next = 0
    var finished: [Int: [Result]] = [:]
    var isStopped = false
  }

  /// Transforms the inputs `0..<count` on up to `jobs` threads; `consume` sees each result once, in
  /// order, on the thread of the caller.
  static func run<Result: Sendable>(
    count: Int, jobs: Int, transform: @escaping @Sendable (Int) -> Result,
    consume: (Int, Result) throws -> Void
  ) rethrows {
    let chunks = (count + chunkSize - 1) / chunkSize
    let state = SharedState<Result>()
    let room = DispatchSemaphore(value: max(jobs, 1) * chunksAhead)
    let ready = DispatchSemaphore(value: 0)
    let threads = DispatchGroup()
    for _ in 0..<min(max(jobs, 1), chunks) {
      DispatchQueue.global().async(group: threads) {
        while true {
          // Room first, then a chunk: so the chunk that is wanted next never waits for room.
          room.wait()
          guard let chunk = state.take(of: chunks) else {
            room.signal()
            return
          }
          let inputs = chunk * chunkSize..<min((chunk + 1) * chunkSize, count)
          state.finish(chunk, inputs.map(transform))
          ready.signal()
        }
      }
    }
    defer {
      state.stop()
      for _ in 0..<max(jobs, 1) { room.signal() }
      threads.wait()
      // A semaphore may not be given up below the value it began with.
      for _ in 0..<max(jobs, 1) * chunksAhead { room.signal() }
    }
    var wanted = 0
    while wanted < chunks {
      ready.wait()
      while let results = state.results(of: wanted) {
        for (offset, result) in results.enumerated() {
          try consume(wanted * chunkSize + offset, result)
        }
        wanted += 1
        room.signal()
      }
    }
  }

  /// What the threads share.
  private final class SharedState<Result: Sendable>: Sendable {
    private let state = Mutex(State<Result>())

    /// The next chunk that nobody has taken, if there is one.
    func take(of chunks: Int) -> Int? {
      state.withLock { state in
        guard !state.isStopped, state.next < chunks else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func finish(_ chunk: Int, _ results: [Result]) {
      state.withLock { $0.finished[chunk] = results }
    }

    /// The results of a chunk, once, when they are there.
    func results(of chunk: Int) -> [Result]? {
      state.withLock { $0.finished.removeValue(forKey: chunk) }
    }

    func stop() { state.withLock { $0.isStopped = true } }
  }
}
