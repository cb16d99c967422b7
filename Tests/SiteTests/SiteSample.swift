import Catalogue
import Diagnostics
import Index
import Site
import TestSupport

/// The site of a few pages that a test makes up, in memory.
struct SiteSample {
  let files: SiteFiles
  let diagnostics: [Diagnostic]

  /// Makes the site of content that lies in files; `templates` come before those that ship.
  init(
    _ content: [File], templates: [File] = [], baseURL: String? = nil, jobs: Int = 2
  ) throws {
    (files, diagnostics) = try Folder(
      content.map { $0.under("content") } + templates.map { $0.under("templates") }
        + [File("templates/assets/.keep", "")]
    ).whileWritten { root in
      let catalogue = root + "/catalogue.db"
      try Self.writeCatalogue(of: root + "/content", to: catalogue)
      var diagnostics: [Diagnostic] = []
      let options = SiteBuild.Options(
        catalogue: catalogue, templates: root + "/templates", baseURL: baseURL, jobs: jobs)
      let files = SiteFiles()
      try SiteBuild(options, diagnostics: &diagnostics)?.write(to: files)
      return (files, diagnostics)
    }
  }

  /// Reads content folders into a catalogue.
  static func writeCatalogue(of content: String..., to path: String) throws {
    try writeCatalogue(of: content, to: path)
  }

  /// Reads content folders into a catalogue.
  static func writeCatalogue(of content: [String], to path: String) throws {
    let writer = try CatalogueWriter(path: path)
    var sink = WriterSink(writer: writer)
    let summary = try CatalogueBuild(folders: content, jobs: 2).run(into: &sink)
    try writer.finish(
      defaultLocale: summary.defaultLocale, site: summary.site, programVersion: "test")
  }

  /// A file as text; empty where there is none.
  subscript(path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
}

/// Hands pages to the writer of a catalogue.
private struct WriterSink: CatalogueSink {
  let writer: CatalogueWriter

  static func record(of page: Page) -> PageRecord { PageRecord(page) }

  func insert(_ record: PageRecord, number: Int) throws {
    try writer.insert(record, number: number)
  }

  func complete(number: Int, context: PageContext) throws {
    try writer.complete(number: number, context: context)
  }

  func remove(number: Int) { writer.remove(number: number) }

  func insert(_ message: Message) throws { try writer.insert(message) }

  func insert(_ redirection: Redirection) throws { try writer.insert(redirection) }
}
