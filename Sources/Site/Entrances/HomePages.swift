internal import Catalogue
internal import Index

/// The page that each locale begins with.
struct HomePages: SitePart {
  private let catalogue: SiteCatalogue
  /// The events that it names, those first that most guides and threads are about.
  private let events: [SiteEvent]

  private static let eventLimit = 8
  private static let articleLimit = 60

  init(_ catalogue: SiteCatalogue) {
    self.catalogue = catalogue
    let counted = catalogue.events.enumerated().compactMap { place, event in
      let isKnown = event.editions.contains { $0.pages.contains { $0.kind == .reference } }
      let articles = event.editions.map { $0.pages.count { $0.kind != .reference } }.max() ?? 0
      return isKnown ? (place: place, articles: articles) : nil
    }
    let first = counted.sorted { ($1.articles, $0.place) < ($0.articles, $1.place) }
      .prefix(Self.eventLimit)
    events = first.map { catalogue.events[$0.place] }
  }

  var count: Int { catalogue.locales.count }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let locale = catalogue.locales[piece]
    let words = frame.words(locale)
    var page = FramedPage(
      kind: .home, locale: locale, address: SiteAddress.home(locale), title: words[.siteTitle])
    page.description = words[.siteText]
    page.editions = catalogue.locales.map {
      FramedPage.Edition(locale: $0, address: SiteAddress.home($0))
    }
    let bytes = frame.bytes(of: page) { values in
      values.set("heading", page.title)
      values.set("sources", catalogue.sources.map { source($0, on: page, frame) })
      values.set("events", events.map { event($0, on: page, frame) })
      // Guides before threads; each event names its own, so that none is lost here.
      let guides = catalogue.articles.filter { $0.kind == .guide }
      let others = catalogue.articles.filter { $0.kind != .guide }
      values.set(
        "guides",
        (guides + others).prefix(Self.articleLimit).map { article($0, on: page, frame) })
    }
    try sink.write(bytes, to: page.address)
  }

  private func source(
    _ source: SiteSource, on page: FramedPage, _ frame: Frame
  ) -> TemplateValues {
    TemplateValues { entry in
      let messages = catalogue.events[source.events].count {
        $0.editions.allSatisfy(\.isMessageOnly)
      }
      entry.set("title", source.title)
      entry.set("name", source.name)
      entry.set("href", frame.href(SiteAddress.list(of: source.name, page.locale), on: page))
      entry.set("events", source.events.count)
      entry.set("pages", source.events.count - messages)
      entry.set("messages", messages)
    }
  }

  private func event(_ event: SiteEvent, on page: FramedPage, _ frame: Frame) -> TemplateValues {
    TemplateValues { entry in
      let shown = catalogue.shown(event, in: page.locale)
      entry.set("id", event.key.id.text)
      entry.set("name", event.key.description)
      entry.set(
        "href",
        frame.href(
          SiteAddress.event(source: event.key.source, id: event.key.id, page.locale), on: page))
      entry.set("message", ShortText.cut(shown.message ?? shown.title))
      entry.setLanguage(shown.locale, on: page)
    }
  }

  private func article(
    _ article: SiteArticle, on page: FramedPage, _ frame: Frame
  ) -> TemplateValues {
    TemplateValues { entry in
      let shown = catalogue.shown(article, in: page.locale)
      entry.set("title", shown.title)
      entry.set("href", frame.href(article.address(page.locale), on: page))
      entry.set("kindWord", frame.words(page.locale)[kind: article.kind])
      entry.set("description", shown.description.map { ShortText.cut($0) })
      entry.setLanguage(shown.locale, on: page)
    }
  }
}

extension TemplateValues {
  /// Sets `lang` and `dir` of a text, where they are not those of its page.
  mutating func setLanguage(_ locale: LocaleTag, on page: FramedPage) {
    let foreign = locale == page.locale ? nil : locale
    set("lang", foreign?.text)
    set("dir", foreign?.direction)
  }
}
