internal import Dispatch
internal import Synchronization

/// Work that is done on another thread while its caller does something else.
package final class BackgroundWork<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins the work.
  package init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async {
      let value = work()
      self.value.withLock { $0 = value }
      self.isDone.signal()
    }
  }

  /// Waits until the work is done, and gives what came of it.
  package func wait() -> Value {
    isDone.wait()
    // The next one who asks does not wait either.
    isDone.signal()
    guard let value = value.withLock({ $0 }) else {
      preconditionFailure("work that is done has a value")
    }
    return value
  }
}
