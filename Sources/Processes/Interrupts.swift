internal import Glibc

/// The signals that ask a program to end, taken note of instead of ending it at once.
///
/// They stay blocked in programs that are started meanwhile, unless these are started with an empty
/// signal mask (`POSIX_SPAWN_SETSIGMASK`).
package struct Interrupts: @unchecked Sendable {
  /// One of the signals has come.
  package struct Interruption: Error {}

  private var signals: sigset_t

  /// From now on, the signals wait until they are asked for.
  package init() {
    signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in Self.numbers where !Self.isIgnored(signal) {
      unsafe sigaddset(&signals, signal)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Whether a signal means nothing to this process, as SIGHUP under `nohup`: blocked, it would wait
  /// all the same.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Whether one has come.
  package var isInterrupted: Bool {
    var waiting = sigset_t()
    unsafe sigpending(&waiting)
    var signals = signals
    return Self.numbers.contains { signal in
      unsafe sigismember(&waiting, signal) == 1 && sigismember(&signals, signal) == 1
    }
  }

  /// Throws where one has come.
  package func check() throws(Interruption) {
    if isInterrupted { throw Interruption() }
  }

  /// Waits a moment, or until a signal comes, which stays to be asked for.
  package func wait() {
    let moment = 100
    var pause = timespec(tv_sec: 0, tv_nsec: moment * 1_000_000)
    var signals = signals
    let signal = unsafe sigtimedwait(&signals, nil, &pause)
    // It was taken; it is put back.
    if signal > 0 { raise(signal) }
  }

  /// Waits for one of the signals, however long, and takes it.
  package func waitForOne() {
    var signals = signals
    var signal: Int32 = 0
    unsafe sigwait(&signals, &signal)
  }

  /// Lets the signals act again.
  ///
  /// One that has come ends the process here, so that whoever started it learns of the signal (128 and its number, as shells tell it).
  package func release() {
    var signals = signals
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
