import Foundation
import TestSupport
import Testing

/// What to do about 10061 from the pages that come along and two real articles as they are imported.
@Suite(.enabled(if: Seeds.isEnabled))
struct SeedFixesTests {
  private let sandbox: Sandbox
  private let fixes: [Fix]

  init() throws {
    sandbox = try Sandbox()
    for (seed, page) in Self.pages {
      let folder = URL(filePath: "\(sandbox.path)/own/\(page)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let run = try sandbox.run([
        "import", try Seeds.path(seed), "--event", "MSSQLSERVER_10061", "-o", "own/\(page)",
        "--catalogue", try Sandbox.catalogue.get(),
      ])
      #expect(run.status == 0, "\(run)")
    }
    fixes = try Self.fixes(sandbox)
  }

  private static let pages = ["003_": "en-US/guides/003.md", "004_": "en-US/threads/004.md"]

  @Test func everySpanStandsInItsFileByteForByte() throws {
    #expect(fixes.count > 20)
    for support in fixes.flatMap(\.supports) {
      let bytes = try file(support.path)
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = lines[support.line - 1]
      let place = try #require(
        bytes[line.startIndex...].firstRange(of: Array(support.text.utf8)),
        "\(support.path):\(support.line): \(support.text)")
      #expect(place.lowerBound <= line.endIndex, "\(support.path):\(support.line)")
    }
  }

  /// Import makes a page of an article; what is quoted of the page stands in the article as well.
  @Test func everySpanOfAnArticleIsItsAuthors() throws {
    for (seed, page) in Self.pages {
      let article = Self.folded(try Seeds.text(seed))
      let supports = fixes.flatMap(\.supports).filter { $0.path == page }
      #expect(supports.count >= 5)
      for support in supports {
        let words = Self.folded(support.text.replacing("\\", with: ""))
        #expect(article.contains(words), "\(words)")
      }
    }
  }

  @Test func codeIsThatOfTheSources() throws {
    for fix in fixes {
      for code in fix.code {
        let lines = code.split(separator: "\n").map(Self.folded)
        let isThere = try fix.supports.contains { support in
          let text = Self.folded(String(decoding: try file(support.path), as: UTF8.self))
          return lines.allSatisfy { text.contains($0) }
        }
        #expect(isThere, "\(code)")
      }
    }
    #expect(fixes.flatMap(\.code).contains { $0.contains("New-NetFirewallRule") })
  }

  @Test func whatMostSourcesSayComesFirstThenTheBetterKind() {
    let ranks = ["reference", "guide", "thread"]
    let keys = fixes.map { fix in
      (-fix.sources, fix.supports.first.flatMap { ranks.firstIndex(of: $0.kind) } ?? 9)
    }
    for (one, other) in zip(keys, keys.dropFirst()) { #expect(one <= other) }
    #expect((fixes.first?.sources ?? 0) >= 5)
    for fix in fixes {
      let speakers = fix.supports.filter { $0.outcome == nil || $0.outcome == "worked" }
        .map { "\($0.path)#\($0.outcome == nil ? "" : $0.author ?? "\($0.reply ?? 0)")" }
      #expect(fix.sources == Set(speakers).count)
    }
  }

  @Test func nearDuplicatesAreJoined() {
    for words in Self.joined {
      let isThere = fixes.contains { fix in
        words.allSatisfy { word in fix.supports.contains { $0.text.hasPrefix(word) } }
      }
      #expect(isThere, "\(words)")
    }
  }

  /// How the words of the sources begin that are one thing to try.
  private static let joined = [
    [
      "Check that TCP/IP is enabled", "Enable TCP/IP and confirm the listening port",
      "Enable TCP/IP", "Does your target SQL instance enabled TCP",
      "See that TCP/IP is enabled for this instance",
    ],
    [
      "On the server itself, see whether the service runs", "Start the service",
      "Are you connecting to default instance or named instance?",
      "See on the server that the service of the instance is running",
    ],
    ["If it is stopped, start it", "Start the SQL Server service"],
    ["To give the instance a fixed port", "Go to the right port"],
    [
      "For a named instance that is reached by its name",
      "For named instances, start SQL Server Browser",
    ],
    [
      "Find a named instance", "For a named instance without a port",
    ],
    [
      "Read the port under **IPAll**",
      "thank you very much for this, the IPALL port no. was the trick",
    ],
  ]

  @Test func whatNoOtherSourceSaysStaysAlone() throws {
    for word in [
      "Open the SQL Server port in the firewall", "Connect using the correct port",
      "Are you connecting to the right server?", "Check out IPSec setting",
      "I added port 1443 to the IP all", "Solution in my case was to open Computer Management",
      "revisar que si esten arriba los servicios",
    ] {
      let fix = try #require(
        fixes.first { $0.supports.contains { $0.text.hasPrefix(word) } }, "\(word)")
      #expect(fix.supports.count == 1, "\(word)")
    }
  }

  @Test func removingASourceRemovesItsStepsAndNoOthers() throws {
    let before = Set(fixes.flatMap(\.supports))
    for page in Self.pages.values {
      try FileManager.default.moveItem(
        atPath: "\(sandbox.path)/own/\(page)", toPath: "\(sandbox.path)/aside.md")
      let after = Set(try Self.fixes(sandbox).flatMap(\.supports))
      #expect(after.isSubset(of: before.filter { $0.path != page }))
      // Reports that led to nothing else may now stand alone or nowhere; advice always stands.
      #expect(before.filter { $0.path != page && $0.outcome == nil }.isSubset(of: after))
      try FileManager.default.moveItem(
        atPath: "\(sandbox.path)/aside.md", toPath: "\(sandbox.path)/own/\(page)")
    }
  }

  // MARK: Reading

  private struct Fix: Decodable {
    var sources: Int
    var code: [String]
    var supports: [Support]
  }

  private struct Support: Decodable, Hashable {
    var kind: String
    var path: String
    var line: Int
    var text: String
    var author: String?
    var reply: Int?
    var outcome: String?
  }

  private struct Answer: Decodable { var fixes: [Fix] }

  private static func fixes(_ sandbox: Sandbox) throws -> [Fix] {
    let build = try sandbox.run([
      "build", "--only", "catalogue", "own", Sandbox.content, "-o", "built",
    ])
    #expect(build.status == 0, "\(build)")
    let run = try sandbox.run("fixes 10061 --lang en --format json --catalogue built/catalogue.db")
    #expect(run.status == 0, "\(run)")
    return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).fixes
  }

  private func file(_ path: String) throws -> [UInt8] {
    let own = "\(sandbox.path)/own/\(path)"
    let isOwn = FileManager.default.fileExists(atPath: own)
    return Array(try Data(contentsOf: URL(filePath: isOwn ? own : "\(Sandbox.content)/\(path)")))
  }

  private static func folded(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
