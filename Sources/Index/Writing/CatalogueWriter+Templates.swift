internal import Catalogue
internal import Diagnostics

extension Database {
  /// Reads what finds messages in lines of text, and lays it out on another thread; the events are
  /// written by then.
  func templates(defaultLocale: LocaleTag) throws(SQLiteError) -> BackgroundWork<TemplateIndex> {
    let (events, locales, numbers) = try templateEvents(defaultLocale: defaultLocale)
    var localeNumbers: [String: Int] = [:]
    for (number, locale) in locales.enumerated() { localeNumbers[locale.text] = number }
    let withPage = try eventsWithPage(numbers)

    var found: [TemplateIndexBuilder.Message] = []
    let messages = try prepare("SELECT source, event_id, locale, text FROM message ORDER BY number")
    while try messages.step() {
      let name = Self.name(source: messages.text(0), id: messages.text(1))
      guard let event = numbers[name], let locale = localeNumbers[messages.text(2)] else {
        continue
      }
      found.append((messages.text(3), event, locale, withPage[event]))
    }
    // The message of a page about several events is that of the first.
    let pages = try prepare(
      "SELECT source, event_ids, locale, message FROM page WHERE message <> '' ORDER BY number")
    while try pages.step() {
      guard let id = pages.text(1).split(separator: " ").first,
        let event = numbers[Self.name(source: pages.text(0), id: String(id))],
        let locale = localeNumbers[pages.text(2)]
      else { continue }
      found.append((pages.text(3), event, locale, true))
    }
    return BackgroundWork { [found] in
      var builder = TemplateIndexBuilder()
      for message in found { builder.add(message) }
      return builder.finish(events: events, locales: locales)
    }
  }

  /// All events in order, all locales with the default one first, and the events' numbers from 0.
  private func templateEvents(
    defaultLocale: LocaleTag
  ) throws(SQLiteError) -> (events: [EventKey], locales: [LocaleTag], numbers: [String: Int]) {
    var events: [EventKey] = []
    var numbers: [String: Int] = [:]
    var locales: Set<String> = []
    let rows = try prepare("SELECT source, event_id, locales FROM event ORDER BY number")
    while try rows.step() {
      let key = EventKey(source: rows.text(0), id: EventID(rows.text(1)))
      numbers[Self.name(source: key.source, id: key.id.text)] = events.count
      events.append(key)
      locales.insert(rows.text(2))
    }
    let tags = Set(locales.flatMap { $0.split(separator: " ").map(String.init) })
    let sorted = tags.map { LocaleTag(canonical: $0) }.sorted { one, other in
      if (one == defaultLocale) != (other == defaultLocale) { return one == defaultLocale }
      return one < other
    }
    return (events, sorted, numbers)
  }

  private func eventsWithPage(_ numbers: [String: Int]) throws(SQLiteError) -> [Bool] {
    var withPage = [Bool](repeating: false, count: numbers.count)
    let rows = try prepare("SELECT DISTINCT source, event_id FROM event_page")
    while try rows.step() {
      if let event = numbers[Self.name(source: rows.text(0), id: rows.text(1))] {
        withPage[event] = true
      }
    }
    return withPage
  }

  /// What one event is known by, however the case of its letters is written.
  private static func name(source: String, id: String) -> String {
    String(decoding: (source + "\0" + id).utf8.map(\.asciiLowercased), as: UTF8.self)
  }
}
