package import Diagnostics
internal import Glibc
internal import Synchronization

/// Builds the site by starting `errkb build`.
package final class Rebuilder: Sendable {
  /// What came of a build.
  package struct Outcome: Sendable, Hashable {
    /// What it printed on standard error.
    package var text: String
    /// Whether the site is the new one.
    package var isBuilt: Bool

    /// The lines that are diagnostics, `path:line:column: error: …`, and where the build failed all
    /// of them.
    package var diagnostics: String {
      guard isBuilt else { return text }
      let lines = text.split(separator: "\n").filter {
        $0.contains(": error: ") || $0.contains(": warning: ")
      }
      return lines.joined(separator: "\n")
    }
  }

  private let program: String
  private let arguments: [String]
  /// The build that runs.
  private let running = Mutex<pid_t?>(nil)

  /// A build by a program with its arguments, the first of which is not the program's name.
  package init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Builds, waits for the end, and returns what was printed; it is printed here as well as it
  /// comes.
  package func build() throws(FileError) -> Outcome {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .current(path: program) }
    defer { close(ends[0]) }
    // The build has its end as its standard error, and no other.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    // Standard output is the server's answer: a build has nothing to say there.
    unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Signals that wait here for the server are to end a build.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
    }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, program, &actions, &attributes, &words, environ)
    close(ends[1])
    guard code == 0 else {
      throw FileError(path: program, reason: unsafe String(cString: strerror(code)))
    }
    running.withLock { $0 = process }
    let text = Self.copy(from: ends[0])
    // From here on its number may become another's.
    running.withLock { $0 = nil }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else { throw .current(path: program) }
    }
    return Outcome(text: String(decoding: text, as: UTF8.self), isBuilt: status == 0)
  }

  /// Asks the build that runs to end; it leaves what was there before.
  package func stop() {
    running.withLock { process in
      if let process { kill(process, SIGTERM) }
    }
  }

  /// Everything that comes, which goes to standard error too.
  private static func copy(from descriptor: Int32) -> [UInt8] {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return text }
      unsafe write(2, buffer, count)
      // A page cannot show more than a reader would read.
      text += buffer[..<count].prefix(max(0, mostShown - text.count))
    }
  }

  private static let mostShown = 64 << 10
}
