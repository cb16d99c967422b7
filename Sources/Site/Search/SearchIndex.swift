internal import Index

/// The search of the site: for each locale a folder of scripts that `search.js` loads as a query
/// needs them, made from the full-text index of the catalogue.
///
/// One piece of work, as the index has the terms of all locales side by side.
struct SearchIndex: SitePart {
  private let locales: [String]

  init(_ catalogue: SiteCatalogue) { locales = catalogue.locales.map(SiteFacts.Name.locale) }

  let count = 1

  func key(of piece: Int) -> String { "search" }

  func needs(of piece: Int) -> [String]? { locales + [SiteFacts.Name.contents] }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let terms = try IndexedTerms(reader)
    var locales = terms.layout.locales.map { LocaleIndex($0, terms.layout) }
    try terms.forEachTerm { locales[$0.locale].add($0) }
    let events = try reader.knownEvents().map(\.key)
    let names = EventNames(events, symbolicNames: try reader.symbolicNames())
    for (place, locale) in locales.enumerated() {
      let words = try terms.words(of: place)
      let files = locale.files(words: words, events: events, names: names, frame)
      for file in files { try sink.write(file.bytes, to: file.address) }
    }
  }
}
