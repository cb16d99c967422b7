internal import Catalogue
internal import Index

/// The lists of a source's events, one a locale: every event that is known in any locale.
struct EventLists: SitePart {
  private let catalogue: SiteCatalogue

  /// Rows are in groups, which a browser lays out when they come into view.
  private static let groupSize = 100

  init(_ catalogue: SiteCatalogue) { self.catalogue = catalogue }

  var count: Int { catalogue.sources.count * catalogue.locales.count }

  func key(of piece: Int) -> String {
    let (source, locale) = piece.quotientAndRemainder(dividingBy: catalogue.locales.count)
    return "list/\(catalogue.sources[source].name)/\(catalogue.locales[locale])"
  }

  func needs(of piece: Int) -> [String]? {
    [SiteFacts.Name.summaries(of: catalogue.sources[piece / catalogue.locales.count].name)]
  }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let source = catalogue.sources[piece / catalogue.locales.count]
    let locale = catalogue.locales[piece % catalogue.locales.count]
    let words = frame.words(locale)
    var page = FramedPage(
      kind: .list, locale: locale, address: SiteAddress.list(of: source.name, locale),
      title: words.notice(.listTitle, ["source": source.title]))
    page.description = words.notice(
      .listText, ["count": String(source.events.count), "source": source.title])
    page.crumbs = [(words[.home], SiteAddress.home(locale))]
    page.editions = catalogue.locales.map {
      FramedPage.Edition(locale: $0, address: SiteAddress.list(of: source.name, $0))
    }
    let rows = catalogue.events[source.events].map { Row($0, in: locale, catalogue) }
    let bytes = frame.bytes(of: page) { values in
      values.set("heading", page.title)
      values.set("source", source.name)
      values.set("count", rows.count)
      values.set(
        "severities", Set(rows.compactMap(\.severity)).sorted().map { Self.value(String($0)) })
      values.set("components", Set(rows.compactMap(\.component)).sorted().map(Self.value))
      values.set(
        "groups",
        stride(from: 0, to: rows.count, by: Self.groupSize).map { start in
          TemplateValues { group in
            let end = min(start + Self.groupSize, rows.count)
            group.set("rows", rows[start..<end].map { $0.values(on: page, frame) })
          }
        })
    }
    try sink.write(bytes, to: page.address)
  }

  private static func value(_ text: String) -> TemplateValues {
    TemplateValues { $0.set("value", text) }
  }
}

/// An event in a list.
private struct Row {
  let key: EventKey
  /// The locale of the message.
  let language: LocaleTag
  let severity: Int?
  let component: String?
  let message: String
  let isMessageOnly: Bool

  init(_ event: SiteEvent, in locale: LocaleTag, _ catalogue: SiteCatalogue) {
    let shown = catalogue.shown(event, in: locale)
    key = event.key
    language = shown.locale
    // These are the same in every language, but not every language tells them.
    severity = shown.severity ?? event.editions.lazy.compactMap(\.severity).first
    component = shown.component ?? event.editions.lazy.compactMap(\.component).first
    message = ShortText.cut(shown.message ?? shown.title)
    isMessageOnly = event.editions.allSatisfy(\.isMessageOnly)
  }

  func values(on page: FramedPage, _ frame: Frame) -> TemplateValues {
    TemplateValues { row in
      row.set("id", key.id.text)
      row.set(
        "href",
        frame.href(SiteAddress.event(source: key.source, id: key.id, page.locale), on: page))
      row.set("severity", severity)
      row.set("component", component)
      row.set("message", message)
      row.setLanguage(language, on: page)
      row.set("isMessageOnly", isMessageOnly)
    }
  }
}
