internal import Glibc
internal import Processes
internal import Synchronization

/// Tells whoever started the program, on standard output, how far it has come.
final class WorkReporter: Sendable {
  /// The thousandth that was told last.
  private let last = Mutex(-1)

  /// Tells it when it is a thousandth further, from any thread.
  func report(_ done: Int, _ count: Int) {
    guard count > 0 else { return }
    let thousandth = done * 1000 / count
    last.withLock { last in
      guard thousandth > last else { return }
      last = thousandth
      Descriptor.write(WorkReport(done: done, count: count).line, to: STDOUT_FILENO)
    }
  }
}
