import Glibc
import Synchronization

/// What a process took from its start to its end.
struct ProcessRun {
  /// In seconds.
  var wall: Double
  /// The most memory that it, or one of those it started, held at once, in bytes.
  var peak: Int
  /// The exit status; 128 and the number of the signal that ended it.
  var status: Int32
}

/// A command that is timed as a whole process, unless it tells itself how long its work took.
struct BenchCommand {
  /// The program, looked for in `PATH`, and its arguments.
  var words: [String]
  /// What it may end with.
  var statuses: ClosedRange<Int32> = 0...1
  /// Whether its last word on standard error is the time that counts, in seconds.
  var tellsItsTime = false
  /// What must be done before each run, and is not timed.
  var prepare: (() throws(BenchError) -> Void)?

  init(_ words: String...) { self.words = words }

  init(_ words: [String]) { self.words = words }

  /// The same, with something to be done before each run.
  func prepared(_ prepare: @escaping () throws(BenchError) -> Void) -> BenchCommand {
    var command = self
    command.prepare = prepare
    return command
  }

  /// Runs it once, its output to a file, since some programs do less when nobody reads.
  ///
  /// Once the bench was asked to end, it does not come back, unless it is the last thing to be done.
  func run(
    output: String = BenchFolder.shared.path + "/output", errors: String = "/dev/null",
    isLast: Bool = false
  ) throws(BenchError) -> ProcessRun {
    try prepare?()
    let errors = tellsItsTime ? BenchFolder.shared.path + "/time" : errors
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let (flags, mode) = (O_WRONLY | O_CREAT | O_TRUNC, mode_t(0o600))
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, mode)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, mode)
    // The bench keeps signals back, which its programs shall not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    var environment = Self.environment.map { strdup($0) }
    environment.append(nil)
    defer { for text in arguments + environment { free(text) } }

    var process: pid_t = 0
    let start = Self.now
    guard posix_spawnp(&process, words[0], &actions, &attributes, arguments, environment) == 0
    else { throw BenchError("cannot start \(words[0])") }
    BenchFolder.shared.running.store(process, ordering: .sequentiallyConsistent)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError("cannot wait for \(words[0])") }
    }
    var wall = Self.now - start
    if tellsItsTime {
      guard
        let told = Double(TextFile.read(errors).split(whereSeparator: \.isWhitespace).last ?? "")
      else { throw BenchError("\(words[0]) does not tell its time") }
      wall = told
    }
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    BenchFolder.shared.running.store(0, ordering: .sequentiallyConsistent)
    if !isLast { BenchFolder.shared.stopWhereInterrupted() }
    guard statuses.contains(code) else {
      throw BenchError("'\(words.joined(separator: " "))' ended with status \(code)")
    }
    return ProcessRun(wall: wall, peak: Int(usage.ru_maxrss) * 1024, status: code)
  }

  /// Runs it once and returns its standard output, or both streams one after the other.
  func text(withErrors: Bool = false) throws(BenchError) -> String {
    let (output, errors) = (BenchFolder.shared.path + "/said", BenchFolder.shared.path + "/told")
    _ = try run(output: output, errors: errors)
    return TextFile.read(output) + (withErrors ? TextFile.read(errors) : "")
  }

  /// Whether its program is there.
  var isInstalled: Bool {
    BenchCommand.path(of: words[0]) != nil
  }

  /// The file of a program in `PATH`.
  static func path(of program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    return variable("PATH").split(separator: ":").map { "\($0)/\(program)" }
      .first { access($0, X_OK) == 0 }
  }

  /// As in a plain English session without settings of its own.
  private static let environment = [
    "PATH=\(variable("PATH"))", "HOME=\(BenchFolder.shared.path)", "LANG=C.UTF-8",
  ]

  private static func variable(_ name: String) -> String { BenchSetting.value(name) ?? "" }

  /// Seconds of a clock that only goes forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
