import Foundation
import TestSupport
import Testing

/// A site that the built programs make, once for all judges.
struct JudgedSite: Sendable {
  /// The folder of its pages.
  let path: String
  /// The folder of the man pages that were made beside it.
  let man: String
  /// Where it says that it stands: in a folder of its server, as on many a page host.
  let baseURL: String

  /// The pages that ship and those of `Samples`: languages written from right to left and without
  /// blanks, machine translation, drift, and one page that means harm.
  static let samples = Result {
    try JudgedSite(
      of: ["\(root)/content", "\(folder)/Samples"], program: "\(products)/errkb", name: "samples")
  }

  /// The whole corpus, by the program as it ships: for debugging it would take minutes.
  static let corpus = Result {
    try JudgedSite(
      of: ["\(Corpus.root)/sql-docs", "\(Corpus.root)/cpp-docs"], program: Program.release,
      name: "corpus")
  }

  /// The folder of these tests.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path
  /// The folder of the package.
  static let root = URL(filePath: folder).deletingLastPathComponent().deletingLastPathComponent()
    .path

  /// The folder of what the package builds: that of the tests themselves.
  private static let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  private init(of content: [String], program: String, name: String) throws {
    let output = "\(Self.products)/SiteJudgeTests.\(name)"
    path = "\(output)/site"
    man = "\(output)/man"
    baseURL = "https://errors.example/site"
    let run = try Program(
      program, arguments: ["build"] + content + ["-o", output, "--base-url", baseURL]
    ).run()
    try #require(run.status == 0, "\(String(decoding: run.errors, as: UTF8.self))")
  }
}
