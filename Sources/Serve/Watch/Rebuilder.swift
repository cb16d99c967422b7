package import Diagnostics
internal import Glibc
internal import Processes
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
  private let running = Mutex<ChildProcess?>(nil)

  /// A build by a program with its arguments, the first of which is not the program's name.
  package init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Builds, waits for the end, and returns what was printed; it is printed here as well as it
  /// comes.
  package func build() throws(FileError) -> Outcome {
    let pipe = try Pipe()
    defer { close(pipe.reading) }
    let process: ChildProcess
    do {
      defer { close(pipe.writing) }
      // Standard output is the server's answer: a build has nothing to say there.
      process = try ChildProcess(
        [program] + arguments, in: program,
        streams: .init(output: pipe.writing, errors: pipe.writing))
    }
    running.withLock { $0 = process }
    let text = Self.copy(from: pipe.reading)
    // From here on its number may become another's.
    running.withLock { $0 = nil }
    return Outcome(text: String(decoding: text, as: UTF8.self), isBuilt: process.wait() == 0)
  }

  /// Asks the build that runs to end; it leaves what was there before.
  package func stop() {
    running.withLock { $0?.stop() }
  }

  /// Everything that comes, which goes to standard error too.
  private static func copy(from descriptor: Int32) -> [UInt8] {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return text }
      let piece = Array(buffer[..<count])
      Descriptor.write(piece, to: STDERR_FILENO)
      // A page cannot show more than a reader would read.
      text += piece.prefix(max(0, mostShown - text.count))
    }
  }

  private static let mostShown = 64 << 10
}
