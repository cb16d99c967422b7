internal import Catalogue
internal import Index

/// The short addresses of events, `e/10061/` and `e/logon_failed/`: a script goes on to the event in the
/// reader's language, and without one the reader chooses.
struct ShortPages: SitePart {
  /// A number or name and the events that have it.
  private struct Name {
    let text: String
    var events: [Int]
    /// What these events are called.
    var keys: [String]
  }

  private let names: [Name]

  init(_ catalogue: SiteCatalogue) {
    var names: [String: Name] = [:]
    func add(_ text: String, _ event: Int) {
      let address = SiteAddress.short(EventID(text))
      if names[address]?.events.contains(event) == true { return }
      var name = names[address] ?? Name(text: text, events: [], keys: [])
      name.events.append(event)
      name.keys.append(catalogue.events[event].key.description)
      names[address] = name
    }
    // Numbers first: where a name looks like one, the number is what was meant.
    for (place, event) in catalogue.events.enumerated() { add(event.key.id.text, place) }
    for (place, event) in catalogue.events.enumerated() {
      for name in Set(event.editions.compactMap(\.symbolicName)).sorted() { add(name, place) }
    }
    self.names = names.sorted { $0.key < $1.key }.map(\.value)
  }

  var count: Int { names.count }

  func key(of piece: Int) -> String { "short/\(names[piece].text)" }

  func needs(of piece: Int) -> [String]? { names[piece].keys.map(SiteFacts.Name.event) }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let catalogue = frame.catalogue
    let name = names[piece]
    var page = FramedPage(
      kind: .short, locale: catalogue.entrance,
      address: SiteAddress.short(EventID(name.text)), title: name.text)
    page.isNoIndex = true
    let bytes = frame.bytes(of: page) { values in
      values.set(
        "events",
        name.events.map { place in
          let event = catalogue.events[place]
          return TemplateValues { entry in
            entry.set("name", event.key.description)
            entry.set(
              "choices",
              zip(catalogue.locales, frame.names).map { locale, language in
                TemplateValues { choice in
                  choice.set("tag", locale.text)
                  choice.set("lang", locale.text)
                  choice.set("dir", locale.direction)
                  choice.set("name", language)
                  choice.set("isMissing", !event.isThere(in: locale))
                  choice.set(
                    "href",
                    frame.href(
                      SiteAddress.event(source: event.key.source, id: event.key.id, locale),
                      on: page))
                }
              })
          }
        })
    }
    try sink.write(bytes, to: page.address)
  }
}
