internal import Glibc

/// An external program that a test asks for its opinion: cmark-gfm, xmllint, python3.
package struct Program: Sendable {
  /// What a program left.
  package struct Result: Sendable {
    package var output: [UInt8]
    package var errors: [UInt8]
    /// The exit status, or 128 and the number of the signal that ended it.
    package var status: Int32
  }

  /// Why a program could not be run.
  package struct Failure: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  /// Debian's own Python, for which the Makefile installs what tests import: another one that comes
  /// first in `PATH` may lack it.
  package static let python = "/usr/bin/python3"

  /// The `errkb` that `make release` builds, by its path: what is shipped, linked as it is shipped.
  package static let release =
    #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 } + "/.build/release/errkb"

  private let arguments: [String]

  /// A program found in `PATH`, with its arguments.
  package init(_ name: String, _ arguments: String...) {
    self.init(name, arguments: arguments)
  }

  /// A program found in `PATH`, or by its path, with its arguments.
  package init(_ name: String, arguments: [String]) {
    self.arguments = ["/usr/bin/env", name] + arguments
  }

  /// Whether tools must be there: `ERRKB_REQUIRE_TOOLS` is set, as it is where all are installed.
  package static var areRequired: Bool { getenv("ERRKB_REQUIRE_TOOLS") != nil }

  /// Whether the program runs at all with these arguments; says so on standard error where a test
  /// is left out for want of it.
  package func isThere() -> Bool {
    if Self.areRequired { return true }
    if let result = try? run(), result.status == 0 { return true }
    let note = "note: '\(arguments.dropFirst().joined(separator: " "))' fails; tests left out\n"
    _ = note.withCString { write(2, $0, strlen($0)) }
    return false
  }

  /// Runs the program with the input and waits for it.
  ///
  /// All three streams are unnamed files, so neither side ever waits for the other to read.
  package func run(_ input: [UInt8] = []) throws -> Result {
    let streams = try (0..<3).map { _ in
      guard let file = tmpfile() else { throw Failure(description: "no temporary file") }
      return file
    }
    defer {
      for stream in streams { fclose(stream) }
    }
    guard fwrite(input, 1, input.count, streams[0]) == input.count else {
      throw Failure(description: "the input cannot be written")
    }
    fflush(streams[0])
    rewind(streams[0])

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (index, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, fileno(stream), Int32(index))
    }
    var words = arguments.map { strdup($0) } + [nil]
    defer {
      for word in words { free(word) }
    }
    var process = pid_t()
    let code = posix_spawn(&process, arguments[0], &actions, nil, &words, environ)
    guard code == 0 else { throw Failure(description: String(cString: strerror(code))) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else { throw Failure(description: String(cString: strerror(errno))) }
    }
    let signal = status & 0x7F
    return Result(
      output: Self.content(of: streams[1]), errors: Self.content(of: streams[2]),
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal)
  }

  private static func content(of stream: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(stream)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      guard count > 0 else { return content }
      content.append(contentsOf: buffer[..<count])
    }
  }
}
