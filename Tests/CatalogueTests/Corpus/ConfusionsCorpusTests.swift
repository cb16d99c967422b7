import Catalogue
import Foundation
import TestSupport
import Testing

/// What the real pages set beside one another.
@Suite(.enabled(if: Corpus.isEnabled, "no corpus: set ERRKB_CORPUS to its folder"))
struct ConfusionsCorpusTests {
  /// Pages that name others themselves, their sentences, and those of other pages.
  ///
  /// All of their own were read.
  private static let counts = [
    "MSSQLSERVER en-US: 9, 11, 7", "MSSQLSERVER es-ES: 20, 36, 20",
    "MSSQLSERVER fr-FR: 20, 36, 20", "MSSQLSERVER ja-JP: 17, 33, 18",
    "MSSQLSERVER zh-CN: 14, 26, 16", "MSVC en-US: 48, 65, 56", "MSVC fr-FR: 44, 58, 50",
  ]

  @Test func everySentenceStandsInItsFileAndFewPagesHaveAny() throws {
    let folders = ["sql-docs", "cpp-docs"].map { "\(Corpus.root)/\($0)" }
    var sink = MemorySink()
    _ = try CatalogueBuild(folders: folders, jobs: 2).run(into: &sink)
    var counts: [String: (pages: Int, own: Int, others: Int)] = [:]
    for page in sink.pages.values where !page.confusions.isEmpty {
      let own = page.confusions.count { $0.quote.file == nil }
      let key = "\(page.source) \(page.locale)"
      let sum = counts[key] ?? (0, 0, 0)
      counts[key] = (
        sum.pages + (own > 0 ? 1 : 0), sum.own + own, sum.others + page.confusions.count - own
      )
      for confusion in page.confusions {
        let names = page.ids.map { "\(page.source)_\($0)" }
        #expect(!names.contains(confusion.event) || page.ids.count > 1, "\(page.path)")
        try expect(confusion.quote, of: page, in: folders)
      }
    }
    #expect(
      counts.map { "\($0.key): \($0.value.pages), \($0.value.own), \($0.value.others)" }.sorted()
        == Self.counts)
  }

  /// Expects a quote to be in its file byte for byte, from its line on.
  private func expect(_ quote: Page.Quote, of page: Page, in folders: [String]) throws {
    let path = quote.file ?? page.path
    let file = try #require(
      folders.lazy.map { "\($0)/\(path)" }.first { FileManager.default.fileExists(atPath: $0) })
    let lines = try Data(contentsOf: URL(filePath: file)).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    let rest = lines[(quote.line - 1)...].prefix(20).joined(separator: [0x0A])
    let words = Data(quote.text.utf8)
    let place = try #require(Data(rest).range(of: words), "\(path):\(quote.line) \(quote.text)")
    #expect(place.lowerBound <= lines[quote.line - 1].count)
  }
}
