import Catalogue
import Diagnostics
import Foundation
import Import
import TestSupport

/// Articles that tests import.
enum Sample {
  /// The bytes of a file in `Samples`.
  static func bytes(_ name: String) throws -> [UInt8] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(components: "Samples", name)
    return Array(try Data(contentsOf: file))
  }

  /// The names of all files in `Samples`, in order.
  static func names() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(component: "Samples").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// The page of an article about one event.
  static func page(
    _ article: some Sequence<UInt8>, fileName: String = "", event: String = "MSSQLSERVER_10061",
    locale: String? = nil
  ) -> String {
    var wishes = ImportedPage.Wishes()
    wishes.fileName = fileName
    wishes.locale = locale.flatMap { LocaleTag($0) }
    wishes.retrieved = CalendarDate(year: 2026, month: 1, day: 2)
    guard let page = ImportedPage(Array(article), wishes: wishes) else { return "" }
    return String(decoding: page.markdown(events: [event]), as: UTF8.self)
  }

  /// What stands under the title of the page of an article.
  static func body(
    _ article: String, fileName: String = "", locale: String? = nil
  ) -> String {
    let page = page(article.utf8, fileName: fileName, locale: locale)
    guard let end = page.range(of: "\n---\n\n") else { return page }
    let text = page[end.upperBound...]
    guard text.hasPrefix("# "), let line = text.range(of: "\n\n") else { return String(text) }
    return String(text[line.upperBound...])
  }

  /// The pages that folders with these files come to, and what is wrong with them.
  static func built(_ files: [File]) throws -> (pages: [Page], diagnostics: [String]) {
    try Folder(files).whileWritten { root in
      var sink = MemorySink()
      let summary = try CatalogueBuild(folders: [root], jobs: 1).run(into: &sink)
      return (
        sink.pages.sorted { $0.key < $1.key }.map(\.value), summary.diagnostics.map(summary(of:))
      )
    }
  }

  /// A diagnostic in one line.
  private static func summary(of diagnostic: Diagnostic) -> String {
    TestSupport.summary(of: diagnostic)
  }
}
