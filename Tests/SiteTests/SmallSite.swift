import Catalogue
import Diagnostics
import Foundation
import Index
import TestSupport
import Testing

@testable import Site

/// A small catalogue and the site that is made of it: two sources, three locales, one of them written
/// from right to left, pages of all kinds, messages, and pages that have moved.
enum SmallSite {
  static let english = LocaleTag(canonical: "en-US")
  static let french = LocaleTag(canonical: "fr-FR")
  static let arabic = LocaleTag(canonical: "ar-SA")

  /// The files of its site.
  static func files(baseURL: String? = "https://example.org/kb", jobs: Int = 2) throws -> SiteFiles
  {
    try Folder().whileWritten { folder in
      let path = "\(folder)/catalogue.db"
      try write(to: path)
      var diagnostics: [Diagnostic] = []
      let options = SiteBuild.Options(catalogue: path, baseURL: baseURL, jobs: jobs)
      let build = try #require(try SiteBuild(options, diagnostics: &diagnostics))
      #expect(diagnostics.isEmpty)
      let files = SiteFiles()
      try build.write(to: files)
      return files
    }
  }

  /// Writes its catalogue to a path.
  static func write(to path: String) throws {
    let writer = try CatalogueWriter(path: path)
    for (index, page) in pages.enumerated() {
      try writer.insert(page, number: index + 1)
      try writer.complete(
        number: index + 1,
        context: PageContext(
          source: page.source, severity: page.severity, logged: nil,
          drift: page.translation?.drift ?? []))
    }
    for message in messages { try writer.insert(message) }
    for redirection in redirections { try writer.insert(redirection) }
    try writer.finish(defaultLocale: english, programVersion: "1.0")
  }

  /// Numbered from 1 in this order.
  static let pages: [Page] = [
    page("10061", english) {
      $0.message = "No connection could be made because the target machine actively refused it."
      $0.date = CalendarDate(year: 2017, month: 4, day: 4)
      $0.severity = 16
      $0.details.component = "SQLEngine"
    },
    page("10061", french) {
      $0.message = "L'ordinateur cible l'a <refusée>."
      $0.translation = Page.Translation()
      $0.translation?.method = "MT"
      $0.translation?.drift = ["cause"]
      $0.date = CalendarDate(year: 2019, month: 1, day: 2)
    },
    page("18456", english) {
      $0.details.symbolicName = "LOGON_FAILED"
      $0.severity = 14
      $0.message = "Login failed for user '%.*ls'.%.*ls"
    },
    page("10061", english, source: "WINSOCK") { $0.message = "Connection refused" },
    page("18456", english, kind: .guide) {
      $0.title = "When a login fails"
      $0.description = "Where to look first."
      $0.path = "en-us/guides/login-fails.md"
    },
  ]

  static let messages: [Message] = [
    message("105", english, 15, "Unclosed quotation mark after the character string '%.*ls'."),
    message("105", arabic, 15, "علامة اقتباس غير مغلقة"),
    message("9", arabic, 20, "رسالة واحدة"),
  ]

  static let redirections: [Redirection] = [
    Redirection(
      path: "docs/login-trouble.md", target: .page(number: 5, anchor: nil)),
    Redirection(
      path: "docs/elsewhere.md", target: .address("https://example.com/?a=1&b=\"2\"")),
    Redirection(
      path: "docs/mssqlserver-10060-database-engine-error.md",
      event: .init(source: "MSSQLSERVER", id: EventID("10060")),
      target: .page(number: 1, anchor: "user-action")),
    Redirection(
      path: "docs/mssqlserver-105-database-engine-error.md",
      event: .init(source: "MSSQLSERVER", id: EventID("105")), target: .page(number: 1, anchor: nil)
    ),
    Redirection(
      path: "fr-fr/docs/ancien.md", locale: french, target: .page(number: 1, anchor: nil)),
    Redirection(path: "search/index.js.md", target: .page(number: 1, anchor: nil)),
    Redirection(path: "mssqlserver/index.html.md", target: .page(number: 1, anchor: nil)),
  ]

  private static func page(
    _ id: String, _ locale: LocaleTag, source: String = "MSSQLSERVER",
    kind: Page.Kind = .reference, change: (inout Page) -> Void
  ) -> Page {
    let name = "\(source)_\(id)"
    var page = Page(
      kind: kind, source: source, ids: [EventID(id)], locale: locale, title: name,
      path: "\(locale)/\(name).md")
    page.details.productName = source == "MSSQLSERVER" ? "SQL Server" : nil
    change(&page)
    return page
  }

  private static func message(
    _ id: String, _ locale: LocaleTag, _ severity: Int, _ text: String
  ) -> Message {
    Message(
      source: "MSSQLSERVER", id: EventID(id), locale: locale, severity: severity, logged: false,
      text: text, path: "\(locale)/messages.md", line: 30)
  }
}

extension SiteFiles {
  /// A file as text.
  func text(_ path: String) throws -> String {
    String(decoding: try #require(self[path], "\(path) is missing"), as: UTF8.self)
  }
}

extension String {
  /// What stands between two texts, each time that it does.
  func all(between start: String, and end: String) -> [String] {
    components(separatedBy: start).dropFirst().compactMap { rest in
      rest.range(of: end).map { String(rest[..<$0.lowerBound]) }
    }
  }
}
