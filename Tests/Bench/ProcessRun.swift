import Glibc

/// What a process took from its start to its end.
struct ProcessRun {
  /// In seconds.
  var wall: Double
  /// The most memory it held at once, in bytes.
  var peak: Int
  /// The exit status; 128 and the number of the signal that ended it.
  var status: Int32
}

/// A command that is timed as a whole process.
struct BenchCommand {
  /// The program, looked for in `PATH`, and its arguments.
  var words: [String]
  /// What it may end with.
  var statuses: ClosedRange<Int32> = 0...1

  init(_ words: String...) { self.words = words }

  init(_ words: [String]) { self.words = words }

  /// Runs it once, its output to a file, since some programs do less when nobody reads.
  func run(output: String = BenchFolder.shared.path + "/output") throws(BenchError) -> ProcessRun {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    var environment = Self.environment.map { strdup($0) }
    environment.append(nil)
    defer { for text in arguments + environment { free(text) } }

    var process: pid_t = 0
    let start = Self.now
    guard posix_spawnp(&process, words[0], &actions, nil, arguments, environment) == 0 else {
      throw BenchError("cannot start \(words[0])")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError("cannot wait for \(words[0])") }
    }
    let wall = Self.now - start
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    guard statuses.contains(code) else {
      throw BenchError("'\(words.joined(separator: " "))' ended with status \(code)")
    }
    return ProcessRun(wall: wall, peak: Int(usage.ru_maxrss) * 1024, status: code)
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

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Seconds of a clock that only goes forward.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Why nothing could be measured.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
