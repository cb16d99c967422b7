internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// The pages of events: each event in every locale of the site, with its JSON where the locale has
/// the event.
struct EventPages: SitePart {
  private let names: [String]

  init(_ catalogue: SiteCatalogue) { names = catalogue.events.map(\.key.description) }

  var count: Int { names.count }

  func key(of piece: Int) -> String { "event/\(names[piece])" }

  func needs(of piece: Int) -> [String]? { [SiteFacts.Name.event(names[piece])] }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let event = frame.catalogue.events[piece]
    var plans: [LocaleTag: EventPlan] = [:]
    for locale in frame.catalogue.locales {
      let shown = frame.catalogue.shown(event, in: locale).locale
      let plan: EventPlan
      if let known = plans[shown] {
        plan = known
      } else {
        guard
          let answer = try reader.answer(
            for: event.key, wanted: [locale],
            choose: { _ throws(CatalogueError) in (shown, shown != locale) })
        else { continue }
        plan = EventPlan(answer, reserved: frame.templates.ids)
        if !Self.dependsOnReader(event, in: shown) { plans[shown] = plan }
      }
      let answer = plan.answer
      let page = EventPage(event, plan, locale, frame, reader)
      try sink.write(try page.bytes(), to: page.framed.address)
      if answer.locale == locale, let json = Self.json(of: answer) {
        let address = SiteAddress.api(source: event.key.source, id: event.key.id, locale)
        try sink.write(json, to: address)
      }
    }
  }

  /// Whether what is told of an event in a locale differs between readers of other languages: guides
  /// that the locale lacks are shown in theirs.
  private static func dependsOnReader(_ event: SiteEvent, in locale: LocaleTag) -> Bool {
    event.editions.contains { edition in
      edition.locale != locale && edition.pages.contains { $0.kind != .reference }
    }
  }

  /// The first page of an answer as `show` prints it, else its message.
  private static func json(of answer: Answer) -> [UInt8]? {
    var json = JSONWriter()
    if let page = answer.pages.first {
      PageJSON.write(page, to: &json)
    } else if let message = answer.messages.first {
      MessageJSON.write(message, to: &json)
    } else {
      return nil
    }
    json.endLine()
    return json.bytes
  }
}
