internal import Catalogue

/// Finds rows and puts their events in order.
struct Ranking {
  /// The events that were found, the best first.
  struct Found {
    struct Event {
      /// Its best row.
      var row: SearchRow
      var score: Int
    }

    var events: [Event] = []
    /// What was looked for last, and how telling each is.
    var units: [SearchUnit] = []
    var weights: [Int] = []
  }

  private let reader: CatalogueReader
  private let layout: SearchLayout
  private let column: SearchColumn?
  private let collector: HitCollector

  /// Where fewer events than this have all the words of a question, those with some are asked too.
  private static let few = 10
  /// A question of so many words is not expected to be in one text as a whole.
  private static let longQuestion = 3
  /// More rows are not ranked.
  private static let mostRows = 1 << 15

  init(
    _ reader: CatalogueReader, layout: SearchLayout, role: Role?
  ) throws(CatalogueError) {
    self.reader = reader
    self.layout = layout
    column = role.map { SearchColumn($0) }
    collector = try reader.hitCollector()
  }

  /// The events in some locales that a query finds; the first rows of `preferred` locales count a
  /// little more.
  func rank(
    _ query: SearchQuery, in locales: [Int], preferred: [Int] = []
  ) throws(CatalogueError) -> Found {
    var compiler = QueryCompiler(reader, layout: layout, locales: locales)
    let units = try compiler.units(of: query)
    let wanted = units.filter { !$0.isExcluded }
    let excluded = units.filter(\.isExcluded)
    guard !wanted.isEmpty else { return Found() }

    var found = Found()
    try collect(wanted, .all, without: excluded, in: locales, &found, preferred)
    let isQuestion = wanted.count >= Self.longQuestion
    guard found.events.isEmpty || isQuestion && found.events.count < Self.few else {
      return found
    }

    let pieces = try looser(query, &compiler, among: rows(in: locales))
    // One word that is found nowhere has nothing to be loosened.
    guard pieces.count > 1 || pieces.count == 1 && pieces != wanted else { return found }
    var others = Found()
    try collect(pieces, .any, without: excluded, in: locales, &others, preferred)
    if let best = others.events.first {
      // What has only little of what is looked for would make the list long and no better.
      let least = best.score / 3
      others.events.removeAll { $0.score < least }
    }
    return others.events.isEmpty ? found : others
  }

  /// Whether an item is anywhere in some locales.
  func has(_ item: SearchQuery.Item, in locales: [Int]) throws(CatalogueError) -> Bool {
    var compiler = QueryCompiler(reader, layout: layout, locales: locales)
    guard let unit = try compiler.unit(of: item) else { return true }
    var found = Found()
    try collect([unit], .all, without: [], in: locales, &found, [])
    return !found.events.isEmpty
  }

  private func rows(in locales: [Int]) -> Int {
    locales.reduce(0) { $0 + layout.locales[$1].rows }
  }

  /// The most telling pieces of a query whose parts are not found together.
  private func looser(
    _ query: SearchQuery, _ compiler: inout QueryCompiler, among rows: Int
  ) throws(CatalogueError) -> [SearchUnit] {
    var pieces: [SearchUnit] = []
    for item in query.items where !item.isExcluded {
      if item.isPhrase {
        if let unit = try compiler.unit(of: item) { pieces.append(unit) }
      } else {
        for piece in try compiler.pieces(of: item) where !pieces.contains(piece) {
          pieces.append(piece)
        }
      }
    }
    let common = max(rows / 4, Self.fewEnough)
    let strong = pieces.filter { !$0.isWeak && $0.rows <= common }
    let kept = strong.isEmpty ? pieces : strong
    guard kept.count > Self.mostPieces else { return kept }
    let order = kept.indices.sorted { (kept[$0].rows, $0) < (kept[$1].rows, $1) }
    return order.prefix(Self.mostPieces).sorted().map { kept[$0] }
  }

  private static let mostPieces = 16
  /// A word in no more rows than this costs little, however common it is.
  private static let fewEnough = 2048
}

// MARK: - Asking

extension Ranking {
  private func collect(
    _ units: [SearchUnit], _ join: SearchExpression.Join, without excluded: [SearchUnit],
    in locales: [Int], _ found: inout Found, _ preferred: [Int]
  ) throws(CatalogueError) {
    let all = rows(in: locales)
    found.units = units
    found.weights = units.map { $0.weight(among: all) }
    let expression = SearchExpression(units, join: join, without: excluded, in: column)
    collector.begin(
      found.weights.map { HitCollector.Unit(weight: $0) }, phrases: expression.unitOfPhrase)
    guard let first = locales.first, let last = locales.last else { return }
    let numbers = layout.numbers(of: first).lowerBound...layout.numbers(of: last).upperBound
    try run(expression, numbers, limit: Self.mostRows)
    found.events = events(preferred: preferred, isOne: locales.count == 1)
  }

  private func run(
    _ expression: SearchExpression, _ numbers: ClosedRange<Int>, limit: Int
  ) throws(CatalogueError) {
    try reader.asking(.search) { statement throws(SQLiteError) in
      try statement.bind(text: expression.text[...]).bind(numbers.lowerBound)
        .bind(numbers.upperBound)
      var count = 0
      while count < limit, try statement.step() { count += 1 }
    }
  }

  /// The best row of each event, by score; of those that score the same the first in order.
  private func events(preferred: [Int], isOne: Bool) -> [Found.Event] {
    var events: [Found.Event] = []
    events.reserveCapacity(collector.candidates.count)
    for candidate in collector.candidates {
      let row = layout.row(of: candidate.row)
      // What helps comes before what only tells the message.
      var score = row.part > 0 ? candidate.score * 5 / 4 : candidate.score
      if preferred.contains(row.locale) { score = score * 5 / 4 }
      if isOne, let last = events.last, last.row.event == row.event {
        if score > last.score { events[events.count - 1] = Found.Event(row: row, score: score) }
      } else {
        events.append(Found.Event(row: row, score: score))
      }
    }
    events.sort {
      if $0.score != $1.score { return $0.score > $1.score }
      let (one, other) = ($0.row, $1.row)
      return (one.event, one.locale, one.part) < (other.event, other.locale, other.part)
    }
    guard !isOne else { return events }
    var seen = [Bool](repeating: false, count: 1 << layout.eventBits)
    return events.filter { event in
      defer { seen[event.row.event] = true }
      return !seen[event.row.event]
    }
  }

  /// How many events other languages have that all the words are found in, apart from those found.
  func countOthers(
    _ query: SearchQuery, than locale: LocaleTag, _ found: Found
  ) throws(CatalogueError) -> (count: Int, hasMore: Bool) {
    guard let place = layout.locales.firstIndex(where: { $0.tag == locale }) else {
      return (0, false)
    }
    let others = layout.locales.indices.filter { $0 != place }
    var compiler = QueryCompiler(reader, layout: layout, locales: Array(others))
    let units = try compiler.units(of: query)
    let wanted = units.filter { !$0.isExcluded }
    guard !wanted.isEmpty, let first = others.first, let last = others.last else {
      return (0, false)
    }
    let expression = SearchExpression(
      wanted, join: .all, without: units.filter(\.isExcluded), in: column)
    collector.begin(
      wanted.map { _ in HitCollector.Unit(weight: 1) }, phrases: expression.unitOfPhrase)
    let own = layout.numbers(of: place)
    if first < place {
      try run(
        expression, layout.numbers(of: first).lowerBound...own.lowerBound - 1,
        limit: Self.mostCounted)
    }
    let before = collector.candidates.count
    if last > place, before < Self.mostCounted {
      try run(
        expression, own.upperBound + 1...layout.numbers(of: last).upperBound,
        limit: Self.mostCounted - before)
    }
    let known = found.events.map(\.row.event).sorted()
    var events: [Int] = []
    for candidate in collector.candidates { events.append(layout.row(of: candidate.row).event) }
    events.sort()
    var count = 0
    var index = 0
    var previous = 0
    for event in events where event != previous {
      previous = event
      while index < known.count, known[index] < event { index += 1 }
      if index == known.count || known[index] != event { count += 1 }
    }
    return (count, collector.candidates.count >= Self.mostCounted)
  }

  private static let mostCounted = 1000
}
