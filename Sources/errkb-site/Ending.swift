internal import Dispatch
internal import Synchronization

/// The end of the program, which several threads may bring; the first decides.
final class Ending: Sendable {
  private let reason = Mutex<String??>(nil)
  private let hasCome = DispatchSemaphore(value: 0)

  /// Brings the end: with what went wrong, or nil where all is well.
  func come(_ failure: String?) {
    let isFirst = reason.withLock { reason in
      defer { reason = reason ?? .some(failure) }
      return reason == nil
    }
    if isFirst { hasCome.signal() }
  }

  /// Waits for the end and tells what went wrong.
  func wait() -> String? {
    hasCome.wait()
    return reason.withLock { $0 ?? nil }
  }
}
