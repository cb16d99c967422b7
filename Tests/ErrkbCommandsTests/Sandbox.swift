import Foundation
import TestSupport

/// A folder of its own in which the built `errkb` runs with an environment of its own.
final class Sandbox: Sendable {
  let path: String

  /// The program, which lies beside the tests.
  static let errkb = Sandbox.products + "/errkb"

  /// The pages that ship with the project.
  static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(component: "content").path

  /// The folder of what the package builds.
  private static let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  /// A folder among the temporary files; in memory where many builds are to be made in no time.
  init(inMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory)
    let folder = isThere ? memory : FileManager.default.temporaryDirectory.path
    path = folder + "/errkb-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path): \(error)")
    }
  }

  /// What a run left.
  struct Run: Equatable, CustomStringConvertible {
    var output: String
    var errors: String
    var status: Int32

    var description: String { "status \(status)\n\(output)\n-- errors:\n\(errors)" }

    /// The lines on standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// Runs `errkb` with arguments; the environment holds the variables given and `PATH`.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    try run(program: [Self.errkb] + arguments, environment: environment)
  }

  /// Runs `errkb` with the words of a line.
  func run(_ line: String, environment: [String: String] = [:]) throws -> Run {
    try run(line.split(separator: " ").map(String.init), environment: environment)
  }

  /// Runs the program as it ships, where it is there, which takes a fraction of the time.
  func runFast(_ line: String) throws -> Run {
    let isThere = FileManager.default.isExecutableFile(atPath: Program.release)
    return try run(
      program: [isThere ? Program.release : Self.errkb]
        + line.split(separator: " ").map(String.init), environment: [:])
  }

  /// Runs a script of the shell in which `$ERRKB` is the program.
  func run(script: String, environment: [String: String] = [:]) throws -> Run {
    var environment = environment
    environment["ERRKB"] = Self.errkb
    return try run(program: ["bash", "-c", script], environment: environment)
  }

  /// Runs `errkb` with the words of a line on a terminal of so many columns and 24 rows; both
  /// streams arrive as output.
  func runOnTerminal(
    _ line: String, columns: Int = 80, environment: [String: String] = [:]
  ) throws -> Run {
    var environment = environment
    environment["TERM"] = environment["TERM"] ?? "xterm"
    let command = "stty cols \(columns) rows 24 -onlcr; \(Self.errkb) \(line)"
    return try run(program: ["script", "-qec", command, "/dev/null"], environment: environment)
  }

  private func run(program: [String], environment: [String: String]) throws -> Run {
    var variables = environment
    variables["PATH"] = "/usr/local/bin:/usr/bin:/bin"
    let words = ["-i", "-C", path] + variables.map { "\($0)=\($1)" }.sorted() + program
    let result = try Program("env", arguments: words).run()
    return Run(
      output: String(decoding: result.output, as: UTF8.self),
      errors: String(decoding: result.errors, as: UTF8.self), status: result.status)
  }
}

// MARK: - Files

extension Sandbox {
  /// Writes a file, and makes the folders above it.
  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: false)
  }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: "\(path)/\(name)", toPath: "\(path)/\(other)")
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  /// The names of what lies in a folder, in order.
  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }
}

// MARK: - The catalogue of the shipped pages

extension Sandbox {
  /// Built once for all tests, among what the package builds.
  static let catalogue: Result<String, any Error> = Result {
    let folder = products + "/ErrkbCommandsTests.catalogue"
    let run = try Program(
      errkb, arguments: ["build", content, "-o", folder, "--only", "catalogue"]
    ).run()
    guard run.status == 0 else {
      throw BuildFailure(description: String(decoding: run.errors, as: UTF8.self))
    }
    return folder + "/catalogue.db"
  }

  /// Runs `errkb` with the words of a line on the catalogue of the shipped pages.
  func ask(_ line: String, environment: [String: String] = [:]) throws -> Run {
    try run(line, environment: asking(environment))
  }

  /// An environment in which the catalogue of the shipped pages is the one that is asked.
  func asking(_ environment: [String: String] = [:]) throws -> [String: String] {
    var environment = environment
    environment["ERRKB_CATALOGUE"] = try Self.catalogue.get()
    return environment
  }
}

/// The shipped pages could not be built.
struct BuildFailure: Error, CustomStringConvertible {
  let description: String
}
