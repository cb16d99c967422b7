internal import Glibc

/// Shows text that is longer than the terminal through the reader's pager.
enum Pager {
  /// Writes text to standard output, or to the pager where standard output is a terminal that it
  /// does not fit.
  ///
  /// `ERRKB_PAGER`, then `PAGER`, then `less`; an empty one turns paging off. `less` without
  /// arguments is told to keep colours, to leave short texts on the screen and not to clear it.
  static func show(_ text: [UInt8], isWanted: Bool) {
    guard isWanted, Output.standard.isTerminal, !fits(text),
      let command = command(Environment.value), PagerProcess(command)?.show(text) == true
    else {
      Output.standard.write(text)
      return
    }
  }

  private static func fits(_ text: [UInt8]) -> Bool {
    guard let rows = Output.standard.rows else { return true }
    return text.count { $0 == 0x0A } < rows
  }

  /// The shell command of the pager, or nil where there is none.
  private static func command(_ environment: (String) -> String?) -> String? {
    let chosen = environment("ERRKB_PAGER") ?? environment("PAGER") ?? "less"
    let words = chosen.split(separator: " ")
    guard let program = words.first, environment("TERM") != "dumb" else { return nil }
    let isBareLess = words.count == 1 && program.split(separator: "/").last == "less"
    return isBareLess ? "\(program) -RFX" : chosen
  }
}

/// A pager that runs, reading from us.
private struct PagerProcess {
  private let process: pid_t
  private let input: Int32

  /// What the shell returns for a command that it does not find or may not run.
  private static let notRunnable: Set<Int32> = [126, 127]

  /// Starts a shell command; nil where that is not possible.
  init?(_ command: String) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    // Ours stays out of the pager, which would else wait for itself.
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    defer { close(ends[0]) }

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    // What this process ignores, the pager is not to ignore.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let words = ["sh", "-c", command]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    var process = pid_t()
    guard
      unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ) == 0
    else {
      close(ends[1])
      return nil
    }
    self.process = process
    input = ends[1]
  }

  /// Hands text over and waits for the reader to leave; false where the pager could not be run.
  func show(_ text: [UInt8]) -> Bool {
    // An interrupt is the pager's to deal with: if we went first, it would fight the shell for
    // the terminal.
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { _ = signal(SIGINT, interrupt) }
    write(text)
    close(input)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else { return true }
    }
    let isExit = status & 0x7F == 0
    return !(isExit && Self.notRunnable.contains(status >> 8 & 0xFF))
  }

  /// Writes until all is written or the pager is left, which is no failure.
  private func write(_ text: [UInt8]) {
    var start = 0
    while start < text.count {
      let written = unsafe text.withUnsafeBytes { buffer in
        unsafe Glibc.write(input, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        return
      }
    }
  }
}
