import Catalogue
import Index
import Markup

/// A small catalogue: two sources, three locales, pages of all kinds and a message list.
enum SampleCatalogue {
  static let english = LocaleTag(canonical: "en-US")
  static let french = LocaleTag(canonical: "fr-FR")
  static let japanese = LocaleTag(canonical: "ja-JP")

  /// What is inserted, numbered from 1 in this order; the last page is taken out again.
  static let pages: [Page] = [
    page(.reference, "10060", english),
    page(.reference, "10061", english) { $0.details.symbolicName = "TCP_REFUSED" },
    page(.reference, "10061", french) {
      $0.translation = Page.Translation()
      $0.links = [
        Page.Link(text: "avant", target: "a.md"),
        Page.Link(text: "10060", target: "10060.md"),
      ]
    },
    page(.guide, "10060", "10061", english),
    page(.reference, "11001", english),
    page(.reference, "18456", french) {
      $0.details.symbolicName = "LOGON_FAILED"
      $0.states = [Page.State(from: 38, to: 40, text: "base introuvable")]
    },
    page(.reference, "-2", english),
    page(.reference, "C2065", english, source: "MSVC") { $0.details.component = "compiler" },
    page(.reference, "10061", english, source: "WINSOCK"),
    page(.reference, "10061", "10060", english),
    page(.reference, "10061", english) { $0.title = "a duplicate" },
  ]

  static let messages: [Message] = [
    message("105", english, 15, "Unclosed quotation mark"),
    message("105", french, 15, "Guillemet non fermé"),
    message("18456", japanese, 14, "ログインできませんでした"),
    message("10061", japanese, 16, "拒否されました"),
    message("10061", japanese, 17, "拒否されました (2)"),
  ]

  static func context(of page: Page, number: Int) -> PageContext {
    var context = PageContext(source: page.source, severity: 16, logged: false)
    if number == 3 {
      context.drift = ["cause", "user-action"]
      context.linkEvents = [nil, "MSSQLSERVER_10060"]
      context.confusions = [
        Page.Confusion(
          about: EventID("10061"), event: "MSSQLSERVER_10060",
          quote: Page.Quote(line: 28, text: "Plutôt [10060](10060.md),\r\net non 10061.")),
        Page.Confusion(
          event: "MSSQLSERVER_-2", quote: Page.Quote(file: "fr-FR/neg2.md", line: 1, text: "…")),
      ]
    }
    return context
  }

  /// Writes it to a path.
  static func write(to path: String) throws {
    let writer = try CatalogueWriter(path: path)
    for (index, page) in pages.enumerated() { try writer.insert(page, number: index + 1) }
    for message in messages { try writer.insert(message) }
    for (index, page) in pages.enumerated().dropLast() {
      try writer.complete(number: index + 1, context: context(of: page, number: index + 1))
    }
    writer.remove(number: pages.count)
    try writer.finish(defaultLocale: english, programVersion: "1.0")
  }

  private static func page(
    _ kind: Page.Kind, _ ids: String..., locale: LocaleTag, source: String,
    change: (inout Page) -> Void
  ) -> Page {
    var document = Document()
    let paragraph = document.open(Document.Node(.paragraph, line: 12))
    document.appendText("Start the server.".utf8, line: 12)
    document.close(paragraph)
    for code in ["a\n", "b\n"] {
      var block = Document.Node(.codeBlock, line: 12)
      block.text = document.store(code.utf8)
      document.open(block)
    }
    let name = "\(source)_\(ids[0])"
    var page = Page(
      kind: kind, source: source, ids: ids.map(EventID.init), locale: locale, title: name,
      path: "\(locale)/\(name).md", document: document)
    page.sections = [
      Page.Section(
        role: .userAction, anchor: "user-action", level: 2, title: "User Action", heading: 0..<0,
        body: 0..<2)
    ]
    page.fixes = [
      Page.Fix(text: "Start the server.", code: ["a", "b"], section: 0, nodes: 0..<4)
    ]
    change(&page)
    return page
  }

  private static func page(
    _ kind: Page.Kind, _ id: String, _ locale: LocaleTag, source: String = "MSSQLSERVER",
    change: (inout Page) -> Void = { _ in }
  ) -> Page {
    page(kind, id, locale: locale, source: source, change: change)
  }

  private static func page(
    _ kind: Page.Kind, _ id: String, _ other: String, _ locale: LocaleTag
  ) -> Page {
    page(kind, id, other, locale: locale, source: "MSSQLSERVER", change: { _ in })
  }

  private static func message(
    _ id: String, _ locale: LocaleTag, _ severity: Int, _ text: String
  ) -> Message {
    Message(
      source: "MSSQLSERVER", id: EventID(id), locale: locale, severity: severity, logged: false,
      text: text, path: "\(locale)/messages.md", line: 30)
  }
}
