internal import Catalogue
internal import Index
internal import Markup
internal import Render

/// The page of a guide or thread in one locale of the site.
struct ArticlePage {
  private let article: SiteArticle
  private let page: Page
  private let plan: ArticlePlan
  private let frame: Frame
  let framed: FramedPage
  private let links: SiteLinks
  private let words: InterfaceWords
  private let reader: CatalogueReader

  init(
    _ article: SiteArticle, _ page: Page, _ locale: LocaleTag, _ frame: Frame,
    _ reader: CatalogueReader
  ) {
    self.article = article
    self.page = page
    self.frame = frame
    self.reader = reader
    words = frame.words(locale)
    let plan = ArticlePlan(page, reserved: frame.templates.ids)
    self.plan = plan
    let framed = Self.framed(article, page, locale, frame)
    self.framed = framed
    let ids = PageAnchors(frame: frame, locale: locale, reader: reader)
    links = SiteLinks(
      frame: frame, framed: framed, ownID: { plan.page.id(ofFragment: $0) },
      own: .article(article), otherID: ids.id)
  }

  private static func framed(
    _ article: SiteArticle, _ page: Page, _ locale: LocaleTag, _ frame: Frame
  ) -> FramedPage {
    var framed = FramedPage(
      kind: page.kind == .thread ? .thread : .guide, locale: locale,
      address: article.address(locale), title: page.title)
    framed.description = page.description.map(Summary.of)
    framed.editions = frame.catalogue.locales.map { other in
      FramedPage.Edition(
        locale: other, address: article.address(other),
        isMissing: !article.editions.contains { $0.locale == other })
    }
    if page.locale != locale {
      framed.canonical = article.address(page.locale)
      framed.isNoIndex = true
    }
    framed.api = article.api(page.locale)
    let source = frame.catalogue.source(named: article.source)
    framed.crumbs = [
      (Frame.siteName, SiteAddress.home(locale)),
      (source?.title ?? article.source, SiteAddress.list(of: article.source, locale)),
    ]
    if !framed.isNoIndex {
      framed.jsonLD =
        StructuredData(
          title: framed.title, description: framed.description, locale: locale,
          url: frame.url(framed.address, on: framed), date: page.date
        ).bytes
    }
    return framed
  }

  /// The whole page.
  func bytes() throws -> [UInt8] { try frame.bytes(of: framed, fill) }

  private func fill(_ values: inout TemplateValues) throws {
    values.set("heading", page.title)
    values.set("kindWord", words[kind: page.kind])
    values.set("date", page.date.map { words.date($0) })
    values.set("day", page.date?.description)
    values.set("events", events())
    let notices = PageNotices(frame: frame, framed: framed)
    values.set("notices", try self.notices(notices))
    let isForeign = page.locale != framed.locale
    values.set("contentLang", isForeign ? page.locale.text : nil)
    values.set("contentDir", isForeign ? page.locale.direction : nil)
    values.set("introductionHTML", html: html(of: plan.introduction.nodes))
    values.set("sections", plan.sections.map(self.values(of:)))
    values.set("replies", plan.replies.map(self.values(of:)))
    values.set("outline", outline())
    values.set("translation", notices.translationLine(of: page))
    let address = page.origin?.address
    let isOnTheWeb = address.map { LinkTarget($0.utf8) == .external } ?? false
    values.set("author", page.origin?.author)
    values.set("origin", address)
    values.set("originHref", isOnTheWeb ? address : nil)
    values.set("license", page.origin?.license)
    values.set("sourcePath", page.path)
    values.set(
      "sourceHref",
      frame.catalogue.settings.url(
        ofPage: frame.catalogue.shown(article, in: framed.locale).number, path: page.path))
  }

  private func notices(_ notices: PageNotices) throws -> [TemplateValues] {
    var all: [TemplateValues] = []
    if page.locale != framed.locale {
      all.append(
        notices.fallback(
          served: page.locale, available: article.editions.map(\.locale),
          address: article.address(page.locale)))
    }
    return try all
      + notices.translation(
        of: page, original: original, id: { plan.page.id(ofFragment: $0) })
  }

  /// It in the default locale, where this is a translation of it.
  private var original: PageNotices.Original? {
    let locale = frame.catalogue.defaultLocale
    guard locale != page.locale,
      let edition = article.editions.first(where: { $0.locale == locale })
    else { return nil }
    return PageNotices.Original(locale: locale, address: article.address(locale)) {
      try reader.page(number: edition.number)
    }
  }

  /// The events that it is about, as far as the site has them.
  private func events() -> [TemplateValues] {
    page.ids.compactMap { id in
      guard let event = frame.catalogue.event(EventKey(source: page.source, id: id)) else {
        return nil
      }
      return TemplateValues { values in
        values.set("name", event.key.description)
        values.set("href", frame.href(event.address(framed.locale), on: framed))
        values.set("message", frame.catalogue.shown(event, in: framed.locale).message)
      }
    }
  }

  // MARK: Text

  private func html(of pieces: [Range<Int>]) -> [UInt8] {
    var html: [UInt8] = []
    for nodes in pieces {
      HTMLWriter.append(
        page.document, nodes, words: words, rewriting: rewriting(plan.page.places), to: &html)
    }
    return html
  }

  private func rewriting(_ places: [Int: HTMLRewriting.Place]) -> HTMLRewriting {
    HTMLRewriting(
      link: { links.address($0, on: plan.page) }, picture: { _ in nil }, places: places)
  }

  private func values(of section: ToldSection) -> TemplateValues {
    let told = page.sections[section.section]
    return TemplateValues { values in
      values.set("anchor", section.id)
      values.set("role", told.role.rawValue)
      values.set("title", told.title)
      var title: [UInt8] = []
      if let heading = told.heading.first(where: { page.document.nodes[$0].kind == .heading }) {
        HTMLWriter.append(
          page.document, page.document.descendants(of: heading), words: words,
          rewriting: rewriting([:]), to: &title)
      } else {
        HTMLEscaping.appendText(told.title.utf8, to: &title)
      }
      values.set("titleHTML", html: title)
      values.set("level", 2)
      values.set("sectionHTML", html: html(of: section.piece.nodes))
    }
  }

  private func values(of entry: (reply: Page.Reply, id: String)) -> TemplateValues {
    let reply = entry.reply
    return TemplateValues { values in
      values.set("number", reply.number)
      values.set("anchor", entry.id)
      values.set("title", words.notice(.replyNumber, ["number": String(reply.number)]))
      values.set("author", reply.author)
      values.set("date", reply.date.map { words.date($0) })
      values.set("day", reply.date?.description)
      let word = words[outcome: reply.outcome]
      values.set("outcome", word == nil ? nil : reply.outcome.rawValue)
      values.set("outcomeWord", word)
      values.set("environment", reply.environment.map(\.text).joined(separator: " · "))
      values.set("replyHTML", html: html(of: [reply.nodes]))
    }
  }

  private func outline() -> [TemplateValues] {
    var entries = plan.sections.map { ($0.id, page.sections[$0.section].title) }
    if !plan.replies.isEmpty { entries.append((ArticlePlan.repliesID, words[.replies])) }
    return entries.map { id, title in
      TemplateValues { values in
        values.set("href", "#" + SiteLinks.encoded(id))
        values.set("title", title)
      }
    }
  }
}
