import BenchSupport
import Catalogue
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What the generator makes, as it is built.
struct GeneratedContentTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      component: "errkb-generated-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func made(_ name: String, pages: Int, locales: Int, seed: UInt64 = 1, jobs: Int) throws
    -> String
  {
    let path = folder.appending(component: name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try GeneratedContent(pages: pages, locales: locales, seed: seed)
      .write(to: FolderSink(path), jobs: jobs)
    return path
  }

  private func files(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      files[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
    }
    return files
  }

  @Test func theSameSeedGivesTheSameBytesAndAnotherOthers() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let one = try files(try made("a", pages: 120, locales: 4, jobs: 1))
    #expect(one.count > 120)
    #expect(try one == files(made("b", pages: 120, locales: 4, jobs: 3)))
    #expect(try one != files(made("c", pages: 120, locales: 4, seed: 2, jobs: 1)))
  }

  @Test(arguments: [(1, 1), (7, 3), (700, 4), (1_300, 10)])
  func buildsWithoutADiagnosticAndHasAsManyPagesAsWereAskedFor(pages: Int, locales: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try made("content", pages: pages, locales: locales, jobs: 2)
    var sink = Taken()
    let summary = try CatalogueBuild(folders: [path], jobs: 2).run(into: &sink)
    #expect(summary.errors == 0)
    #expect(summary.diagnostics.map(\.message) == [])
    #expect(summary.pages == pages)
    #expect(summary.messages == 0 || summary.messages >= pages / 5)
    #expect(summary.locales.count == min(locales, pages))
    #expect(sink.pages.allSatisfy { !$0.fixes.isEmpty && $0.message != nil })
  }

  @Test func englishIsCompleteAndOthersAreNot() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var sink = Taken()
    let path = try made("content", pages: 1_000, locales: 3, jobs: 2)
    _ = try CatalogueBuild(folders: [path], jobs: 1).run(into: &sink)
    let events = Dictionary(grouping: sink.pages, by: \.locale.text)
      .mapValues { Set($0.flatMap(\.ids)) }
    let english = try #require(events["en-US"])
    let french = try #require(events["fr-FR"])
    let spanish = try #require(events["es-ES"])
    #expect(french.isStrictSubset(of: english))
    #expect(spanish.isStrictSubset(of: english))
    #expect(spanish.count < french.count)
  }

  @Test func noFolderHasMoreThanFiveHundredPages() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try made("content", pages: 1_200, locales: 1, jobs: 2)
    let folders = Dictionary(grouping: try files(path).keys) { $0.split(separator: "/").dropLast() }
    #expect(folders.values.map(\.count).max() == 500)
  }
}

/// Keeps what a build gives.
private struct Taken: CatalogueSink {
  var pages: [Page] = []

  static func record(of page: Page) -> Page { page }
  mutating func insert(_ record: Page, number: Int) { pages.append(record) }
  func complete(number: Int, context: PageContext) {}
  func remove(number: Int) {}
  func insert(_ message: Message) {}
  func insert(_ redirection: Redirection) {}
}
