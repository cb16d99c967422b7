import Diagnostics
import Foundation
import Index
import TestSupport
import Testing

@testable import Site

/// Every page of real sites is the one that Mustache makes.
struct CutSiteTests {
  @Test func pagesThatComeAlongAreThoseOfMustache() throws {
    let content = URL(filePath: #filePath).appending(path: "../../../../content").standardized
    let pages = try differences(content.path, mostPieces: .max)
    #expect(pages > 500)
  }

  @Test(.enabled(if: Corpus.isEnabled))
  func pagesOfTheCorpusAreThoseOfMustache() throws {
    let pages = try differences(
      Corpus.root + "/sql-docs", Corpus.root + "/cpp-docs", mostPieces: 60)
    #expect(pages > 500)
  }

  /// Makes a site in both ways, of each part some pieces from all over it; how many pages there were.
  private func differences(_ folders: String..., mostPieces: Int) throws -> Int {
    try Folder().whileWritten { place in
      let path = place + "/catalogue.db"
      try SiteSample.writeCatalogue(of: folders, to: path)
      let reader = try CatalogueReader(path: path)
      let catalogue = try SiteCatalogue(reader)
      var sites: [SiteFiles] = []
      for isPlain in [false, true] {
        var diagnostics: [Diagnostic] = []
        let frame = Frame(
          catalogue: catalogue,
          templates: try SiteTemplates(isPlain: isPlain, diagnostics: &diagnostics))
        let site = SiteFiles()
        // The search has no templates.
        for part in SiteBuild.parts(frame) where !(part is SearchIndex) {
          let step = max(1, part.count / mostPieces)
          for piece in stride(from: 0, to: part.count, by: step) {
            try part.write(piece, frame, reader, to: site)
          }
        }
        sites.append(site)
      }
      #expect(sites[0].paths == sites[1].paths)
      for path in sites[0].paths { #expect(sites[0][path] == sites[1][path], "\(path)") }
      return sites[0].paths.count
    }
  }
}
