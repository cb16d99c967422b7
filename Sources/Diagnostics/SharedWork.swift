internal import Dispatch
internal import Synchronization

/// Work that threads share: pieces of several kinds, handed out in order, that may be done in any.
package final class SharedWork: Sendable {
  /// Some pieces of one kind, for one thread.
  package struct Portion: Sendable {
    /// The kind, counted from 0, and which of its pieces.
    package let part: Int
    package let pieces: Range<Int>
    /// How many pieces of all kinds were handed out before these.
    package let before: Int
  }

  private struct State {
    var part = 0
    var next = 0
    var handedOut = 0
    var error: (any Error)?
  }

  /// Enough that handing out costs nothing beside the work.
  private static let portionSize = 8

  /// How many pieces of all kinds there are.
  package let count: Int

  private let counts: [Int]
  private let state = Mutex(State())

  private init(_ counts: [Int]) {
    self.counts = counts
    count = counts.reduce(0, +)
  }

  /// Does so many pieces of each kind on as many threads as there are jobs; throws what went wrong
  /// first, and then no other portion is begun.
  ///
  /// `worker` is called once on each thread and takes portions until there are none left.
  package static func run(
    _ counts: [Int], jobs: Int, worker: @escaping @Sendable (SharedWork) throws -> Void
  ) throws {
    let work = SharedWork(counts)
    let threads = DispatchGroup()
    for _ in 0..<max(jobs, 1) {
      DispatchQueue.global().async(group: threads) {
        do {
          try worker(work)
        } catch {
          work.stop(error)
        }
      }
    }
    threads.wait()
    if let error = work.state.withLock({ $0.error }) { throw error }
  }

  /// What comes of so many pieces of one kind, in their order; throws what went wrong first.
  package static func map<Result: Sendable>(
    count: Int, jobs: Int, _ transform: @escaping @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    let results = Mutex<[Int: [Result]]>([:])
    try run([count], jobs: jobs) { work in
      while let portion = work.next() {
        let portionResults = try portion.pieces.map(transform)
        results.withLock { $0[portion.pieces.lowerBound] = portionResults }
      }
    }
    return results.withLock { results in
      stride(from: 0, to: count, by: portionSize).flatMap { results[$0] ?? [] }
    }
  }

  /// The next portion that nobody has taken; nil where nothing is left to do.
  package func next() -> Portion? {
    state.withLock { state in
      guard state.error == nil else { return nil }
      while state.part < counts.count {
        if state.next < counts[state.part] {
          let end = min(state.next + Self.portionSize, counts[state.part])
          let pieces = state.next..<end
          defer {
            state.next = end
            state.handedOut += pieces.count
          }
          return Portion(part: state.part, pieces: pieces, before: state.handedOut)
        }
        state.part += 1
        state.next = 0
      }
      return nil
    }
  }

  private func stop(_ error: any Error) {
    state.withLock { if $0.error == nil { $0.error = error } }
  }
}
