internal import Diagnostics
internal import Glibc
internal import Processes

/// Standard output, which carries the answer and nothing else, standard error, or a file.
struct Output {
  static let standard = Output(descriptor: STDOUT_FILENO, name: "standard output")
  static let error = Output(descriptor: STDERR_FILENO, name: "standard error")

  let descriptor: Int32
  /// As errors name it.
  let name: String

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal, if it is one that tells.
  var columns: Int? { size.map { Int($0.ws_col) } }

  /// The rows of the terminal, if it is one that tells.
  var rows: Int? { size.map { Int($0.ws_row) } }

  private var size: winsize? {
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? size : nil
  }

  /// Whether it is a pipe whose reader has gone.
  var isAbandoned: Bool {
    var request = pollfd(fd: descriptor, events: 0, revents: 0)
    return unsafe poll(&request, 1, 0) > 0 && request.revents & Int16(POLLERR) != 0
  }

  /// Writes all bytes; a reader that has gone, of a pipe to `head` say, ends the program quietly.
  func put(_ bytes: [UInt8]) throws(FileError) {
    guard !Descriptor.write(bytes, to: descriptor) else { return }
    if errno == EPIPE { ExitStatus.success.exit() }
    throw .current(path: name)
  }

  /// Writes all bytes; a failure, a full disk, ends the program with status 2 and a word on
  /// standard error.
  func write(_ bytes: [UInt8]) {
    do throws(FileError) {
      try put(bytes)
    } catch {
      if descriptor != STDERR_FILENO { Note.say("\(error)") }
      ExitStatus.failure.exit()
    }
  }

  /// Writes text and a line end.
  func writeLine(_ text: String) { write(Array(text.utf8) + [0x0A]) }

  /// Makes a write to a closed pipe an error to be handled instead of a signal that kills.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }
}
