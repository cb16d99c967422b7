import Dispatch
import Glibc
import Synchronization

/// The folder for what is measured on; removed at the end, also where the bench is interrupted.
final class BenchFolder: Sendable {
  static let shared = BenchFolder()

  let path: String
  /// The program that runs, which ends with the bench.
  let running = Atomic<Int32>(0)
  /// Whether a signal has asked the bench to end.
  private let isInterrupted = Atomic(false)
  /// Another folder that is to go with it.
  private let other = Mutex<String?>(nil)

  /// How much room a whole run takes, in bytes.
  private static let need: UInt64 = 6 << 30

  private init() {
    path = "\(Self.parent(for: Self.need))/errkb-bench-\(getpid())"
    mkdir(path, 0o700)
  }

  /// Where so many bytes have room: in memory, for making files on a disk is slow and takes now so
  /// long, now so long; else where temporary files go.
  static func parent(for need: UInt64) -> String {
    if let folder = BenchSetting.value("ERRKB_BENCH_FOLDER") { return folder }
    let memory = "/dev/shm"
    var room = statvfs()
    if access(memory, W_OK) == 0, statvfs(memory, &room) == 0,
      UInt64(room.f_bavail) * UInt64(room.f_frsize) > need, Machine.freeMemory > need
    {
      return memory
    }
    return BenchSetting.value("TMPDIR") ?? "/tmp"
  }

  /// Another folder that goes when this one does.
  var removed: String? {
    get { other.withLock { $0 } }
    set { other.withLock { $0 = newValue } }
  }

  /// Makes a folder in it and says where.
  func folder(_ name: String) -> String {
    mkdir("\(path)/\(name)", 0o700)
    return "\(path)/\(name)"
  }

  /// Writes a file in it and says where.
  func file(_ name: String, _ bytes: [UInt8]) throws(BenchError) -> String {
    let file = "\(path)/\(name)"
    let stream = fopen(file, "w")
    guard let stream, fwrite(bytes, 1, bytes.count, stream) == bytes.count, fclose(stream) == 0
    else { throw BenchError("cannot write \(file)") }
    return file
  }

  /// Removes it with all that is in it; as the last thing, even where the bench was asked to end.
  func remove(isLast: Bool = false) {
    do throws(BenchError) {
      try remove(path, isLast: isLast)
      if let removed { try remove(removed, isLast: isLast) }
    } catch {
      Report.say("bench: left behind: \(path): \(error)")
    }
  }

  /// Removes something in it.
  func remove(_ path: String, isLast: Bool = false) throws(BenchError) {
    _ = try BenchCommand("rm", "-rf", path).run(output: "/dev/null", isLast: isLast)
  }

  /// From now on, a signal that asks the bench to end ends what runs too, and removes the folder.
  func removeWhenInterrupted() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let waited = signals
    DispatchQueue.global().async {
      var number: Int32 = 0
      var signals = waited
      guard sigwait(&signals, &number) == 0 else { return }
      self.isInterrupted.store(true, ordering: .sequentiallyConsistent)
      let process = self.running.load(ordering: .sequentiallyConsistent)
      if process > 0 { kill(process, SIGTERM) }
      // What is ending still writes.
      var pauses = 100
      while process > 0, pauses > 0,
        self.running.load(ordering: .sequentiallyConsistent) == process
      {
        usleep(100_000)
        pauses -= 1
      }
      self.remove(isLast: true)
      _exit(128 + number)
    }
  }

  /// Stays where it is once a signal has asked the bench to end: who saw it ends the process.
  func stopWhereInterrupted() {
    while isInterrupted.load(ordering: .sequentiallyConsistent) { pause() }
  }
}
