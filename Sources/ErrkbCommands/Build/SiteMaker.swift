internal import Diagnostics
internal import Glibc

/// Makes the site of a catalogue by the program that does so, and waits for it.
struct SiteMaker {
  /// The catalogue's file.
  let catalogue: String
  /// The folder to write to, which is made.
  let folder: String
  /// A folder of templates that come before those that ship.
  var templates: String?
  /// Where the site will stand; nil for what the catalogue says.
  var baseURL: String?
  let jobs: Int

  /// Makes the site; what is wrong is told by the program itself, on standard error.
  ///
  /// Throws `ExitStatus` where the program failed, `Interrupts.Interruption` where this one was asked
  /// to end: then the other has ended too.
  func run(_ interrupts: Interrupts) throws {
    let process = try Process(arguments(program: SiteProgram.path()))
    while !process.hasEnded(withinMilliseconds: 100) {
      if interrupts.isInterrupted { process.stop() }
    }
    let isDone = process.isDone()
    try interrupts.check()
    guard isDone else { throw ExitStatus.failure }
  }

  private func arguments(program: String) -> [String] {
    var words = [
      program, "build", "--bound", "--catalogue", catalogue, "--output", folder, "--jobs",
      String(jobs),
    ]
    if let templates { words += ["--templates", templates] }
    if let baseURL { words += ["--base-url", baseURL] }
    return words
  }
}

/// The program as it runs.
///
/// Two pipes bind it to this one: it ends when its input does, so that it never outlives a build that
/// was killed, and the end of its output tells at once that it has ended.
private final class Process {
  private let number: pid_t
  private let input: Int32
  private let output: Int32

  init(_ words: [String]) throws(FileError) {
    var (down, up): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard unsafe pipe(&down) == 0, unsafe pipe(&up) == 0 else {
      let error = FileError.current(path: words[0])
      for end in down + up where end >= 0 { close(end) }
      throw error
    }
    // Only the copies that become its streams stay open in it.
    for end in down + up { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer {
      close(down[0])
      close(up[1])
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, down[0], STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, up[1], STDOUT_FILENO)
    // What this process keeps back or ignores, the other is not to.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, words[0], &actions, &attributes, &arguments, environ)
    guard code == 0 else {
      close(down[1])
      close(up[0])
      throw FileError(path: words[0], reason: unsafe String(cString: strerror(code)))
    }
    number = process
    input = down[1]
    output = up[0]
  }

  deinit {
    close(input)
    close(output)
  }

  /// Waits until it has ended, or so long.
  func hasEnded(withinMilliseconds time: Int32) -> Bool {
    var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, time) > 0 else { return false }
    // It says nothing there.
    var byte: UInt8 = 0
    return unsafe read(output, &byte, 1) <= 0
  }

  /// Asks it to end.
  func stop() { kill(number, SIGTERM) }

  /// Waits for its end; true where it did all that it was to do.
  func isDone() -> Bool {
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) == -1 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }
}
