internal import Catalogue
internal import Index
internal import Synchronization

/// The search of the site: for each locale a folder of scripts that `search.js` loads as a query
/// needs them, made from the full-text index of the catalogue.
struct SearchIndex: SitePart {
  private let locales: [LocaleTag]
  private let gathered = GatheredTerms()

  init(_ catalogue: SiteCatalogue) { locales = catalogue.locales }

  var count: Int { locales.count }

  func key(of piece: Int) -> String { "search/\(locales[piece])" }

  func needs(of piece: Int) -> [String]? {
    [SiteFacts.Name.locale(locales[piece]), SiteFacts.Name.contents, SiteFacts.Name.searchLayout]
  }

  func prepare(_ pieces: [Int]) { gathered.expect(pieces.map { locales[$0] }) }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let terms = try IndexedTerms(reader)
    guard let place = terms.layout.locales.firstIndex(where: { $0.tag == locales[piece] }),
      let locale = try gathered.take(place, of: terms)
    else { return }
    let events = try reader.knownEvents().map(\.key)
    let names = EventNames(events, symbolicNames: try reader.symbolicNames())
    let words = try terms.words(of: place)
    // It looks at all events; what it takes of them is among its needs.
    let frame = frame.noting(nil)
    for file in locale.files(words: words, events: events, names: names, frame) {
      try sink.write(file.bytes, to: file.address)
    }
  }
}

/// The terms of locales, which the index has side by side: they are gathered together, when the first
/// locale asks for its own.
private final class GatheredTerms: Sendable {
  private struct State {
    /// Nil for all.
    var wanted: [LocaleTag]?
    var locales: [LocaleIndex?] = []
  }

  private let state = Mutex(State())

  /// Tells which locales will ask.
  func expect(_ locales: [LocaleTag]) { state.withLock { $0.wanted = locales } }

  /// The terms of a locale, which are not kept any longer.
  func take(_ place: Int, of terms: IndexedTerms) throws -> LocaleIndex? {
    try state.withLock { state in
      if state.locales.isEmpty {
        let tags = terms.layout.locales
        var gathered = tags.map { LocaleIndex($0, terms.layout) }
        let wanted = Set(tags.indices.filter { state.wanted?.contains(tags[$0].tag) ?? true })
        try terms.forEachTerm(of: wanted) { gathered[$0.locale].add($0) }
        state.locales = gathered
      }
      defer { state.locales[place] = nil }
      return state.locales[place]
    }
  }
}
