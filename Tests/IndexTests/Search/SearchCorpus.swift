import Catalogue
import Index
import Markup

/// A catalogue of texts that a test makes up.
struct SearchCorpus {
  /// A page, or a row of a message list.
  struct Text {
    var id: String
    var locale: String
    /// Nil for a row of a message list.
    var kind: Page.Kind? = .reference
    var source = "MSSQLSERVER"
    var message: String?
    var symbolicName: String?
    var sections: [(role: Role, text: String)] = []
  }

  let folder: TemporaryFolder
  let reader: CatalogueReader

  init(_ texts: [Text]) throws {
    folder = try TemporaryFolder()
    try Self.write(texts, to: folder.path + "/catalogue.db")
    reader = try CatalogueReader(path: folder.path + "/catalogue.db")
  }

  /// Messages only, numbered from 1.
  init(messages: [String], locale: String = "en-US") throws {
    try self.init(
      messages.enumerated().map {
        Text(id: String($0.offset + 1), locale: locale, kind: nil, message: $0.element)
      })
  }

  static func write(_ texts: [Text], to path: String) throws {
    let writer = try CatalogueWriter(path: path)
    var number = 0
    for text in texts where text.kind != nil {
      number += 1
      try writer.insert(page(of: text), number: number)
      try writer.complete(number: number, context: PageContext(source: text.source))
    }
    for text in texts where text.kind == nil {
      try writer.insert(
        Message(
          source: text.source, id: EventID(text.id), locale: LocaleTag(canonical: text.locale),
          severity: 16, logged: nil, text: text.message ?? "", path: "messages.md", line: 1))
    }
    try writer.finish(defaultLocale: LocaleTag(canonical: "en-US"), programVersion: "1.0")
  }

  private static func page(of text: Text) -> Page {
    var document = Document()
    var sections: [Page.Section] = []
    for section in text.sections {
      let heading = document.open(Document.Node(.heading, line: 1))
      document.nodes[heading].detail = 2
      document.close(heading)
      let paragraph = document.open(Document.Node(.paragraph, line: 1))
      document.appendText(section.text.utf8, line: 1)
      document.close(paragraph)
      sections.append(
        Page.Section(
          role: section.role, anchor: section.role.rawValue, level: 2, title: "",
          heading: heading..<paragraph, body: paragraph..<document.nodes.count))
    }
    var page = Page(
      kind: text.kind ?? .reference, source: text.source,
      ids: text.id.split(separator: " ").map { EventID(String($0)) },
      locale: LocaleTag(canonical: text.locale), title: "\(text.source)_\(text.id)",
      path: "\(text.locale)/\(text.id).md", document: document)
    page.sections = sections
    page.message = text.message
    page.details.symbolicName = text.symbolicName
    return page
  }

  /// The IDs that a query finds, in order.
  func ids(
    _ query: String, lang: String? = nil, isStrict: Bool = false, in role: Role? = nil,
    limit: Int = 1000
  ) throws -> [String] {
    try answer(query, lang: lang, isStrict: isStrict, in: role, limit: limit).results
      .map(\.event.id.text)
  }

  func answer(
    _ query: String, lang: String? = nil, isStrict: Bool = false, in role: Role? = nil,
    limit: Int = 1000
  ) throws -> SearchAnswer {
    let wanted = lang == "any" ? [] : lang.map { [LocaleTag(canonical: $0)] } ?? []
    return try reader.search(
      SearchOptions(
        query: query, wanted: wanted, isAnyLocale: lang == "any", isStrict: isStrict, role: role,
        limit: limit, countsOthers: true))
  }
}
