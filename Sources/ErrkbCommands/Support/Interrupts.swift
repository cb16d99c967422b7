internal import Glibc

/// The signals that ask a program to end, taken note of instead of ending it at once.
struct Interrupts {
  private var signals: sigset_t

  /// From now on, the signals wait until they are asked for.
  init() {
    signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether one has come.
  var isInterrupted: Bool {
    var waiting = sigset_t()
    unsafe sigpending(&waiting)
    return [SIGINT, SIGTERM, SIGHUP].contains { unsafe sigismember(&waiting, $0) == 1 }
  }

  /// Waits a moment, or until a signal comes, which stays to be asked for.
  func wait() {
    let moment = 100
    var pause = timespec(tv_sec: 0, tv_nsec: moment * 1_000_000)
    var signals = signals
    let signal = unsafe sigtimedwait(&signals, nil, &pause)
    // It was taken; it is put back.
    if signal > 0 { raise(signal) }
  }
}
