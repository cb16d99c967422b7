internal import Catalogue
internal import Index
internal import Markup
internal import Render

/// The page of an event in one locale of the site.
struct EventPage {
  let event: SiteEvent
  let answer: Answer
  let plan: EventPlan
  let frame: Frame
  let framed: FramedPage
  let links: SiteLinks
  let words: InterfaceWords
  private let reader: CatalogueReader

  init(
    _ event: SiteEvent, _ plan: EventPlan, _ locale: LocaleTag, _ frame: Frame,
    _ reader: CatalogueReader
  ) {
    self.event = event
    answer = plan.answer
    self.frame = frame
    self.reader = reader
    words = frame.words(locale)
    self.plan = plan
    let framed = Self.framed(event, answer, locale, frame, plan)
    self.framed = framed
    let ids = PageAnchors(frame: frame, locale: locale, reader: reader)
    links = SiteLinks(
      frame: frame, framed: framed, ownID: { plan.id(ofFragment: $0) }, own: .event(event),
      otherID: ids.id)
  }

  private static func framed(
    _ event: SiteEvent, _ answer: Answer, _ locale: LocaleTag, _ frame: Frame, _ plan: EventPlan
  ) -> FramedPage {
    let page = answer.pages.first
    let name = event.key.description
    let title = page.map {
      $0.title.contains(event.key.id.text) ? $0.title : "\(name): \($0.title)"
    }
    var framed = FramedPage(
      kind: answer.pages.isEmpty ? .message : .event, locale: locale,
      address: event.address(locale),
      title: title ?? name)
    let text = plan.message?.text ?? answer.messages.first?.text
    framed.description = (page?.description ?? text).map(Summary.of)
    framed.editions = frame.catalogue.locales.map { other in
      FramedPage.Edition(
        locale: other, address: event.address(other), isMissing: !event.isThere(in: other))
    }
    if answer.locale != locale {
      framed.canonical = event.address(answer.locale)
      framed.isNoIndex = true
    }
    framed.api = SiteAddress.api(source: event.key.source, id: event.key.id, answer.locale)
    let source = frame.catalogue.source(named: event.key.source)
    framed.crumbs = [
      (Frame.siteName, SiteAddress.home(locale)),
      (source?.title ?? event.key.source, SiteAddress.list(of: event.key.source, locale)),
    ]
    if !framed.isNoIndex {
      framed.jsonLD =
        StructuredData(
          title: framed.title, description: framed.description, locale: locale,
          url: frame.url(framed.address, on: framed), date: page?.date,
          about: (name, event.symbolicName),
          answer: text.map {
            ($0, plan.steps.texts(of: answer).prefix(Self.stepsInShort).map(Summary.of))
          }
        ).bytes
    }
    return framed
  }

  /// How many steps search engines are told.
  private static let stepsInShort = 8

  /// The whole page.
  func bytes() throws -> [UInt8] { try frame.bytes(of: framed, fill) }

  private func fill(_ values: inout TemplateValues) throws {
    fillFacts(&values)
    values.set("notices", try notices())
    values.set("messages", messages())
    let steps = stepValues()
    values.set("steps", steps)
    values.set("stepsAfterHTML", html: html(of: plan.steps.after))
    values.set("introductionHTML", html: html(of: plan.introduction))
    let states = stateValues()
    values.set("states", states)
    fillStates(&values)
    values.set("sections", plan.sections.map(values(of:)))
    let guides = guides()
    values.set("guides", guides)
    let seeAlso = seeAlso()
    values.set("seeAlso", seeAlso)
    let confused = confused()
    values.set("confused", confused)
    values.set(
      "outline",
      outline(
        hasGuides: !guides.isEmpty, hasConfused: !confused.isEmpty, hasSeeAlso: !seeAlso.isEmpty))
  }

  // MARK: Facts

  private func fillFacts(_ values: inout TemplateValues) {
    let page = answer.pages.first
    let name = event.key.description
    values.set("name", name)
    values.set("heading", page.flatMap { $0.title == name ? nil : $0.title })
    values.set("source", event.key.source)
    values.set("sourceTitle", frame.catalogue.source(named: event.key.source)?.title)
    values.set("id", event.key.id.text)
    values.set("symbolicName", page?.details.symbolicName ?? event.symbolicName)
    values.set("product", page?.details.productName)
    values.set("component", page?.details.component)
    var facts: [(String, String)] = []
    if let own = page?.details.eventSource, own != event.key.source {
      facts.append((words[.eventSource], own))
    }
    facts += page?.details.others.map { ($0.label, $0.value) } ?? []
    values.set(
      "facts",
      facts.map { label, value in
        TemplateValues { entry in
          entry.set("label", label)
          entry.set("value", value)
        }
      })
    let messages = answer.messages
    let severity = page?.severity ?? Self.common(messages.map(\.severity))
    values.set("severity", severity)
    let firstSevere = 17
    values.set("isSevere", severity.map { $0 >= firstSevere } ?? false)
    let logged = page?.logged ?? Self.common(messages.map(\.logged))
    values.set("isLogged", logged == true)
    values.set("isNotLogged", logged == false)
    let isForeign = answer.locale != framed.locale
    values.set("contentLang", isForeign ? answer.locale.text : nil)
    values.set("contentDir", isForeign ? answer.locale.direction : nil)
    let notices = PageNotices(frame: frame, framed: framed)
    values.set("translation", page.flatMap { notices.translationLine(of: $0) })
    values.set("sourcePath", page?.path ?? messages.first?.path)
    values.set("sourceHref", sourceAddress)
  }

  /// Where the file of the first page can be read.
  private var sourceAddress: String? {
    guard let page = answer.pages.first,
      let number = event.edition(in: answer.locale)?.pages.first?.number
    else { return nil }
    return frame.catalogue.settings.url(ofPage: number, path: page.path)
  }

  /// The value that all have, or nil.
  private static func common<Value: Equatable>(_ values: [Value?]) -> Value? {
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private func notices() throws -> [TemplateValues] {
    let notices = PageNotices(frame: frame, framed: framed)
    var all: [TemplateValues] = []
    if answer.locale != framed.locale {
      all.append(
        notices.fallback(
          served: answer.locale, available: answer.locales, address: event.address(answer.locale)))
    }
    if let page = answer.pages.first {
      all += try notices.translation(of: page, original: original, id: { plan.id(ofFragment: $0) })
    }
    return all
  }

  /// The page of the event in the default locale, where this is a translation of it.
  private var original: PageNotices.Original? {
    let locale = frame.catalogue.defaultLocale
    guard locale != answer.locale, let edition = event.edition(in: locale),
      let number = edition.pages.first?.number
    else { return nil }
    return PageNotices.Original(locale: locale, address: event.address(locale)) {
      try reader.page(number: number)
    }
  }

  private func messages() -> [TemplateValues] {
    if let message = plan.message {
      return [Self.values(of: message.text, placeholders: message.placeholders)]
    }
    return answer.messages.map { message in
      Self.values(
        of: message.text, placeholders: Placeholders.ranges(in: Array(message.text.utf8)))
    }
  }

  private static func values(of message: String, placeholders: [Range<Int>]) -> TemplateValues {
    var html: [UInt8] = []
    MessageBlock.appendText(message, placeholders: placeholders, to: &html)
    return TemplateValues { values in
      values.set("messageHTML", html: html)
      values.set("text", message)
    }
  }
}
