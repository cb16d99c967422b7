import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Catalogue

/// The texts that the project began with: three pages of the product, two articles about it.
@Suite(.enabled(if: Seeds.folder != nil, "no seeds: shared/seeds lies nowhere above the package"))
struct SeedsTests {
  @Test(arguments: [
    (0, "10060", "en-US"), (1, "10061", "en-US"), (2, "10061", "fr-FR"),
  ])
  func readsThePagesOfTheProduct(seed: Int, id: String, locale: String) throws {
    let built = try Built(try Seeds.file(seed))
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
  @Test(arguments: [3, 4])
  func tellsOfTheArticlesThatTheyNameNoEvent(seed: Int) throws {
    let built = try Built(try Seeds.file(seed))
    #expect(built.pages.isEmpty)
    #expect(built.rules.contains(.frontMatterMissing))
    #expect(built.rules.contains(.noEventID))
  }
}

enum Seeds {
  /// The nearest `shared/seeds` above this file.
  static let folder: URL? = {
    var folder = URL(filePath: #filePath)
    while folder.path() != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "shared/seeds")
      if FileManager.default.fileExists(atPath: candidate.path()) { return candidate }
    }
    return nil
  }()

  /// A seed by its place in the order of names, as a page where its own links come from.
  static func file(_ number: Int) throws -> File {
    let folder = try #require(folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".txt") }.sorted()
    try #require(names.indices.contains(number))
    return File(
      "docs/relational-databases/errors-events/seed.md",
      bytes: Array(try Data(contentsOf: folder.appending(path: names[number]))))
  }
}
