import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Catalogue

/// The texts that the project began with: three pages of the product, two articles about it.
@Suite(.enabled(if: Seeds.isEnabled))
struct SeedsTests {
  @Test(arguments: [
    ("000_", "10060", "en-US"), ("001_", "10061", "en-US"), ("002_", "10061", "fr-FR"),
  ])
  func readsThePagesOfTheProduct(seed: String, id: String, locale: String) throws {
    let built = try Built(try file(seed))
    let page = try #require(built.page)
    #expect(page.kind == .reference)
    #expect(page.source == "MSSQLSERVER")
    #expect(page.ids == [EventID(id)])
    #expect(page.locale == LocaleTag(locale))
    #expect(page.title == "MSSQLSERVER_\(id)")
    #expect(page.details.eventID == id)
    #expect(page.details.symbolicName == nil)
    #expect(page.message?.hasSuffix("Error: \(id))") == true)
    #expect(page.sections.prefix(3).map(\.role) == [.details, .explanation, .userAction])
    #expect(page.sections.prefix(3).map(\.anchor) == ["details", "explanation", "user-action"])
    #expect(!page.fixes.isEmpty)
    #expect(built.rules.allSatisfy { $0 == .includeMissing })
  }

  /// What is no page yet is told from one, and said so: `import` makes pages of such.
  @Test(arguments: ["003_", "004_"])
  func tellsOfTheArticlesThatTheyNameNoEvent(seed: String) throws {
    let built = try Built(try file(seed))
    #expect(built.pages.isEmpty)
    #expect(built.rules.contains(.frontMatterMissing))
    #expect(built.rules.contains(.noEventID))
  }

  /// A seed as a page where its own links come from.
  private func file(_ seed: String) throws -> File {
    File(
      "docs/relational-databases/errors-events/seed.md",
      bytes: Array(try Data(contentsOf: URL(filePath: try Seeds.path(seed)))))
  }
}
