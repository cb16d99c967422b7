import Catalogue
import Diagnostics
import Foundation
import Index
import TestSupport
import Testing

@testable import Site

/// The search of a site, and the catalogue that it was made of.
struct SearchedSite {
  let reader: CatalogueReader
  let catalogue: SiteCatalogue
  let files: SiteFiles

  /// What the browser's half answers.
  struct Answer: Decodable {
    var events: [String]
    var count: Int
    var isExact: Bool
    var isFallback: Bool
    /// Of all files it took, packed.
    var bytes: Int
    var addresses: [String]
    /// What is marked in the text of each result.
    var marked: [[String]]
  }

  /// The site of messages by their IDs, in one locale.
  init(messages: [(id: String, text: String)], locale: String, in place: String) throws {
    let path = place + "/catalogue.db"
    let writer = try CatalogueWriter(path: path)
    for (id, text) in messages {
      try writer.insert(
        Message(
          source: "MSSQLSERVER", id: EventID(id), locale: LocaleTag(canonical: locale),
          severity: 16, logged: nil, text: text, path: "messages.md", line: 1))
    }
    try writer.finish(defaultLocale: LocaleTag(canonical: "en-US"), programVersion: "test")
    try self.init(catalogue: path)
  }

  init(catalogue path: String) throws {
    reader = try CatalogueReader(path: path)
    catalogue = try SiteCatalogue(reader)
    files = SiteFiles()
    var diagnostics: [Diagnostic] = []
    let frame = Frame(
      catalogue: catalogue, templates: try SiteTemplates(diagnostics: &diagnostics))
    let index = SearchIndex(catalogue)
    for piece in 0..<index.count { try index.write(piece, frame, reader, to: files) }
  }

  /// The first ten events that the command line finds.
  func commandLine(_ query: String, _ locale: LocaleTag) throws -> SearchAnswer {
    try reader.search(SearchOptions(query: query, wanted: [locale]))
  }

  static let node = Program("node", "--version")

  /// What the browser's half answers to queries.
  func browser(
    _ queries: [(locale: LocaleTag, text: String)], filePath: String = #filePath
  ) throws -> [Answer] {
    let here = URL(filePath: filePath).deletingLastPathComponent()
    let program = here.appending(path: "../../../templates/assets/search.js").standardized
    return try Folder(files.paths.map { File($0, bytes: files[$0] ?? []) }).whileWritten { root in
      let encoder = JSONEncoder()
      var lines: [UInt8] = []
      for query in queries {
        let line = [query.locale.text, SiteAddress.folder(query.locale), query.text]
        lines += Array(try encoder.encode(line)) + [0x0A]
      }
      let result = try Program("node", here.appending(path: "ask.js").path, root, program.path)
        .run(lines)
      try #require(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
      return try result.output.split(separator: 0x0A).map {
        try JSONDecoder().decode(Answer.self, from: Data($0))
      }
    }
  }
}
