package import Diagnostics
internal import Glibc

/// A program that this one has started.
package struct ChildProcess: Sendable {
  /// What a stream of the program leads to; nil for where that of this one leads.
  package struct Streams {
    package var input: Int32?
    package var output: Int32?
    package var errors: Int32?

    package init(input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil) {
      self.input = input
      self.output = output
      self.errors = errors
    }
  }

  private let number: pid_t

  /// Starts the program in a file with its words, the first of which is what it is called.
  ///
  /// Signals that this process keeps back, and the end of a pipe that it ignores, act in it.
  package init(
    _ words: [String], in file: String, streams: Streams = Streams()
  ) throws(FileError) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let ends = [
      (streams.input, STDIN_FILENO), (streams.output, STDOUT_FILENO),
      (streams.errors, STDERR_FILENO),
    ]
    for case (let end?, let stream) in ends {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, stream)
    }
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
    let code = unsafe posix_spawn(&process, file, &actions, &attributes, &arguments, environ)
    guard code == 0 else {
      throw FileError(path: file, reason: unsafe String(cString: strerror(code)))
    }
    number = process
  }

  /// Asks it to end; not after its end was waited for, when its number may be another's.
  package func stop() { kill(number, SIGTERM) }

  /// Waits for its end; its exit status, or nil where a signal ended it.
  package func wait() -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) == -1 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}
