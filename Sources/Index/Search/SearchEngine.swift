internal import Catalogue

/// Answers a full-text search: which locales are asked, in which order, and what comes first.
///
/// Events that the query names come first. Then all the words must be there; where few events have
/// them all, those follow that have the most telling of them.
struct SearchEngine {
  private let reader: CatalogueReader
  private let options: SearchOptions
  private let layout: SearchLayout
  private let ranking: Ranking

  init(
    _ reader: CatalogueReader, _ options: SearchOptions
  ) throws(CatalogueError) {
    self.reader = reader
    self.options = options
    layout = try reader.searchLayout()
    ranking = try Ranking(reader, layout: layout, role: options.role)
  }

  func answer() throws(CatalogueError) -> SearchAnswer {
    var answer = SearchAnswer()
    var query = SearchQuery(options.query)
    let named = try namedEvents(in: &query)
    guard query.hasWords || !named.isEmpty else {
      answer.isEmptyQuery = true
      return answer
    }

    let all = Array(layout.locales.indices)
    var found = Ranking.Found()
    if options.isAnyLocale {
      found = try ranking.rank(query, in: all, preferred: try preferredLocales())
    } else {
      for locale in try preferredLocales() {
        found = try ranking.rank(query, in: [locale])
        answer.locale = layout.locales[locale].tag
        if !found.events.isEmpty { break }
      }
      if found.events.isEmpty, named.isEmpty, !options.isStrict {
        found = try ranking.rank(query, in: all)
        answer.isFallback = !found.events.isEmpty
        answer.locale = nil
      }
    }
    try fill(&answer, named: named, found, query)
    if answer.results.isEmpty { answer.suggestion = try suggestion(for: query, in: all) }
    if options.countsOthers, let locale = answer.locale, !options.isStrict {
      let others = try ranking.countOthers(query, than: locale, found)
      (answer.others, answer.hasMoreOthers) = (others.count, others.hasMore)
    }
    return answer
  }

  /// The query with each word that the catalogue does not have replaced by one that it has; nil where
  /// none of them is near one.
  private func suggestion(
    for query: SearchQuery, in locales: [Int]
  ) throws(CatalogueError) -> String? {
    let suggestion = Suggestion(reader)
    var words: [String] = []
    var isOther = false
    for item in query.items where !item.isExcluded {
      words.append(item.isPhrase ? "\"\(item.text)\"" : item.isPrefix ? "\(item.text)*" : item.text)
      guard !item.isPhrase, !item.isPrefix, try !ranking.has(item, in: locales),
        let word = try suggestion.word(near: item.text)
      else { continue }
      words[words.count - 1] = word
      isOther = true
    }
    return isOther ? words.joined(separator: " ") : nil
  }

  /// The locales that are asked before all others, by their places: the best for each wanted tag.
  private func preferredLocales() throws(CatalogueError) -> [Int] {
    let tags = layout.locales.map(\.tag)
    var places: [Int] = []
    for tag in options.wanted {
      guard let match = LocaleMatcher.match(wanted: [tag], available: tags),
        let place = tags.firstIndex(of: match.locale), !places.contains(place)
      else { continue }
      places.append(place)
    }
    if options.wanted.isEmpty,
      let match = LocaleMatcher.match(
        wanted: [], available: tags, default: try reader.defaultLocale()),
      let place = tags.firstIndex(of: match.locale)
    {
      places.append(place)
    }
    return places
  }
}

// MARK: - Events that are named

extension SearchEngine {
  /// The events that words of the query name, each once, in the order of the query.
  ///
  /// `-2` names an event if there is one: then it excludes nothing.
  private func namedEvents(in query: inout SearchQuery) throws(CatalogueError) -> [EventKey] {
    var events: [EventKey] = []
    for (index, item) in query.items.enumerated() where !item.isPhrase && !item.isPrefix {
      let name = item.isExcluded ? "-\(item.text)" : Self.trimmed(item.text)
      guard Self.mayName(name) else { continue }
      let keys = try reader.keys(matching: name)
      for key in keys where !events.contains(where: { $0.isSame(as: key) }) { events.append(key) }
      if item.isExcluded, !keys.isEmpty { query.include(index) }
    }
    return events
  }

  /// A word without the signs that a sentence puts around it.
  private static func trimmed(_ word: String) -> String {
    let bytes = word.utf8
    func isPart(_ byte: UInt8) -> Bool {
      TextAnalysis.isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard let start = bytes.firstIndex(where: isPart), let end = bytes.lastIndex(where: isPart)
    else { return word }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }

  /// Whether a word may be an event's ID or symbolic name: it is not asked of all words, since most
  /// are of a language.
  private static func mayName(_ word: String) -> Bool {
    let bytes = word.utf8
    if bytes.count > 128 || bytes.isEmpty { return false }
    if bytes.first == UInt8(ascii: "-") {
      return bytes.count > 1 && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
    return bytes.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
      || bytes.allSatisfy { (0x41...0x5A).contains($0) }
  }
}

// MARK: - Results

extension SearchEngine {
  private func fill(
    _ answer: inout SearchAnswer, named: [EventKey], _ found: Ranking.Found, _ query: SearchQuery
  ) throws(CatalogueError) {
    let results = ResultReader(reader, role: options.role)
    var finders = Finders(layout: layout, found: found)
    for key in named {
      answer.results.append(
        try result(for: key, results, &finders))
    }
    // Named events are counted once, whether their text has the words or not.
    var repeated = 0
    for event in found.events {
      let isEnough = answer.results.count >= options.limit
      if isEnough, repeated == named.count || named.isEmpty { break }
      guard let key = try key(of: event.row.event) else { continue }
      if named.contains(where: { $0.isSame(as: key) }) {
        repeated += 1
        continue
      }
      if isEnough { continue }
      answer.results.append(try result(for: key, event.row, results, &finders, answer.isFallback))
    }
    answer.results = Array(answer.results.prefix(options.limit))
    answer.found = found.events.count + named.count - repeated
  }

  /// A named event in the locale in which `show` would show it.
  private func result(
    for key: EventKey, _ results: ResultReader, _ finders: inout Finders
  ) throws(CatalogueError) -> SearchResult {
    let editions = try reader.editions(of: key)
    let available = editions.map(\.locale)
    let wanted = LocaleMatcher.match(wanted: options.wanted, available: available)
    var match = wanted
    if match == nil {
      match = LocaleMatcher.match(
        wanted: [], available: available, default: try reader.defaultLocale())
    }
    let locale = match?.locale ?? available[0]
    let isFallback = wanted == nil && !options.wanted.isEmpty && !options.isAnyLocale
    let (weights, place) = try finders.prepare(locale, reader)
    if case .page(let number, _) = editions.first(where: { $0.locale == locale })?.content {
      return try results.page(
        number, of: key, in: locale, &finders.finders[place], weights: weights,
        isFallback: isFallback)
    }
    return try results.message(
      of: key, in: locale, &finders.finders[place], weights: weights, isFallback: isFallback)
  }

  private func result(
    for key: EventKey, _ row: SearchRow, _ results: ResultReader, _ finders: inout Finders,
    _ isFallback: Bool
  ) throws(CatalogueError) -> SearchResult {
    let locale = layout.locales[row.locale].tag
    let (weights, place) = try finders.prepare(locale, reader)
    guard row.part > 0 else {
      return try results.message(
        of: key, in: locale, &finders.finders[place], weights: weights, isFallback: isFallback)
    }
    let number = try reader.asking(.eventPage) { statement throws(SQLiteError) in
      try statement.bind(key.id.text).bind(key.source).bind(locale.text).bind(row.part - 1)
      return try statement.step() ? statement.integer(0) : nil
    }
    guard let number else {
      throw .corrupt(path: reader.path, reason: "there is no page \(row.part) of \(key)")
    }
    return try results.page(
      number, of: key, in: locale, &finders.finders[place], weights: weights,
      isFallback: isFallback)
  }

  private func key(of event: Int) throws(CatalogueError) -> EventKey? {
    try reader.asking(.event) { statement throws(SQLiteError) in
      try statement.bind(event)
      guard try statement.step() else { return nil }
      return EventKey(source: statement.text(0), id: EventID(statement.text(1)))
    }
  }
}

/// What finds hits in texts, one for each locale that results are in.
private struct Finders {
  let layout: SearchLayout
  let found: Ranking.Found
  var finders: [HitFinder] = []
  private var locales: [LocaleTag] = []

  init(layout: SearchLayout, found: Ranking.Found) {
    self.layout = layout
    self.found = found
  }

  /// The weights of units, and the place of the finder for texts of a locale.
  mutating func prepare(
    _ locale: LocaleTag, _ reader: CatalogueReader
  ) throws(CatalogueError) -> (weights: [Int], place: Int) {
    if let place = locales.firstIndex(of: locale) { return (found.weights, place) }
    finders.append(HitFinder(found.units, locale: locale))
    locales.append(locale)
    return (found.weights, finders.count - 1)
  }
}

extension CatalogueReader {
  /// How the rows of full-text search are numbered.
  func searchLayout() throws(CatalogueError) -> SearchLayout {
    guard let layout = try meta("search").flatMap({ SearchLayout($0) }) else {
      throw .corrupt(path: path, reason: "it does not say how search is laid out")
    }
    return layout
  }

  /// Answers a full-text search.
  package func search(_ options: SearchOptions) throws(CatalogueError) -> SearchAnswer {
    try SearchEngine(self, options).answer()
  }
}
