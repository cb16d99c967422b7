import Foundation
import TestSupport
import Testing

/// What the pages that come along are often confused with.
struct ConfusionsTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private struct Line: Decodable {
    struct Confusion: Decodable, Hashable {
      let about: String?
      let event: String
      let text: String
      let path: String
      let line: Int
    }

    let kind: String
    let source: String
    let ids: [String]
    let locale: String
    let path: String?
    let confusedWith: [Confusion]?
  }

  private func lines(_ output: String) throws -> [Line] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  /// Every sentence that is printed stands in its file, byte for byte, from its line on.
  @Test func everySentenceStandsInItsFile() throws {
    var count = 0
    for page in try lines(sandbox.ask("export").output) where page.kind != "message" {
      let confusions = try #require(page.confusedWith)
      for confusion in confusions {
        count += 1
        let own = page.ids.count == 1 ? page.ids[0] : try #require(confusion.about)
        #expect(confusion.event != "\(page.source)_\(own)")
        #expect(confusion.path.contains("/\(page.locale)/"))
        let data = try Data(contentsOf: URL(filePath: "\(Sandbox.content)/\(confusion.path)"))
        let file = data.split(separator: 0x0A, omittingEmptySubsequences: false)
        let rest = Data(file[(confusion.line - 1)...].joined(separator: [0x0A]))
        let place = try #require(rest.range(of: Data(confusion.text.utf8)), "\(confusion)")
        #expect(place.lowerBound <= file[confusion.line - 1].count)
      }
    }
    #expect(count == 132)
  }

  @Test func aSentenceSpeaksOfBothEvents() throws {
    let pages = try lines(sandbox.ask("show 10060 --lang en --format json").output)
    let found = pages.first?.confusedWith?.prefix(3).map { confusion in
      "\(confusion.event) \(confusion.path):\(confusion.line) \(confusion.text.prefix(40))"
    }
    let expected = [
      "MSSQLSERVER_10061 mssqlserver/en-US/10060.md:28 This is what tells 10060 from [10061](10",
      "MSSQLSERVER_10061 mssqlserver/en-US/10060.md:28 A refused connection (10061) comes back ",
      "MSSQLSERVER_10061 mssqlserver/en-US/10061.md:28 If the application waits many seconds be",
    ]
    #expect(found == expected)
  }

  @Test func sectionsThatAreAskedForStandAlone() throws {
    let text = try sandbox.ask("show 10060 --lang en --section cause").output
    #expect(!text.contains("Often confused with"))
    let pages = try lines(
      sandbox.ask("show 10060 --lang en --section userAction --format json").output)
    #expect(pages.first?.confusedWith == [])
  }

  @Test func aSourceThatIsRemovedTakesItsSentencesAlong() throws {
    let manager = FileManager.default
    try manager.copyItem(atPath: Sandbox.content, toPath: "\(sandbox.path)/content")
    func sentences() throws -> Set<String> {
      let build = try sandbox.run("build content -o built --only catalogue")
      #expect(build.status == 0)
      let run = try sandbox.run(
        "export", environment: ["ERRKB_CATALOGUE": "built/catalogue.db"])
      return Set(
        try lines(run.output).flatMap { page in
          (page.confusedWith ?? []).map {
            "\(page.path ?? "") \($0.event) \($0.path):\($0.line) \($0.text)"
          }
        })
    }
    let before = try sentences()
    let gone = "mssqlserver/en-US/53.md"
    try manager.removeItem(atPath: "\(sandbox.path)/content/\(gone)")
    let after = try sentences()
    #expect(before.contains { $0.hasPrefix("mssqlserver/en-US/10061.md MSSQLSERVER_53 \(gone):") })
    #expect(after.allSatisfy { !$0.contains(gone) })
    #expect(after.count < before.count)
  }
}
