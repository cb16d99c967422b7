internal import Catalogue

/// A row of `search` that is to be written, and where its text is.
struct SearchEntry {
  enum Text {
    /// A page by its number.
    case page(Int)
    /// A row of a message list by its number.
    case message(Int)
  }

  var row: SearchRow
  var text: Text
}

extension SearchEntry {
  /// Everything that is searched, in the order of its rows, and how these are numbered.
  ///
  /// A page about several events is a row of the first. An event has one row in each locale for all
  /// its messages there: several entries share it.
  static func all(
    in database: Database, events: [EventKey]
  ) throws(SQLiteError) -> (entries: [SearchEntry], layout: SearchLayout) {
    var collector = Collector(events: events, locales: try locales(in: database))
    let messages = try database.prepare(
      "SELECT source, event_id, locale, number FROM message ORDER BY number")
    while try messages.step() {
      collector.add(messages, part: 0, .message(messages.integer(3)))
    }
    try collector.addPages(
      try database.prepare(
        """
        SELECT event_page.source, event_id, event_page.locale, page, event_ids
        FROM event_page JOIN page ON number = page
        ORDER BY event_id, event_page.source, event_page.locale, rank, page
        """))
    return collector.finish()
  }

  private static func locales(in database: Database) throws(SQLiteError) -> [LocaleTag] {
    let rows = try database.prepare("SELECT locale FROM page UNION SELECT locale FROM message")
    var locales: [LocaleTag] = []
    while try rows.step() { locales.append(LocaleTag(canonical: rows.text(0))) }
    return locales.sorted()
  }
}

/// Gathers entries, which come in any order.
private struct Collector {
  private var entries: [SearchEntry] = []
  private var layout: SearchLayout
  /// The numbers of events by their folded keys.
  private var numbers: [String: Int] = [:]
  private var mostParts = 1
  /// The event of the row before, as often the next row is about the same.
  private var last: (source: String, id: String, number: Int)?

  init(events: [EventKey], locales: [LocaleTag]) {
    layout = SearchLayout(
      partBits: 1, eventBits: Int.bitWidth - events.count.leadingZeroBitCount,
      locales: locales.map { SearchLayout.Locale(tag: $0, rows: 0) })
    numbers.reserveCapacity(events.count)
    for (index, event) in events.enumerated() {
      numbers[Self.folded(event.source, event.id.text)] = index + 1
    }
  }

  /// Adds the pages that event for event have it as their first; each has its part whether it is
  /// added or not.
  mutating func addPages(_ rows: Statement) throws(SQLiteError) {
    var place: (event: Int, locale: String) = (0, "")
    var part = 0
    while try rows.step() {
      let (event, locale) = (number(rows.text(0), rows.text(1)), rows.text(2))
      part = place == (event, locale) ? part + 1 : 1
      place = (event, locale)
      mostParts = max(mostParts, part)
      let first = rows.text(4).split(separator: " ", maxSplits: 1).first ?? ""
      guard String(first).isSameIgnoringCase(as: rows.text(1)) else { continue }
      add(rows, part: part, .page(rows.integer(3)))
    }
  }

  /// Adds the row that a statement stands on: source, event ID, locale.
  mutating func add(_ row: Statement, part: Int, _ text: SearchEntry.Text) {
    let locale = row.text(2)
    let event = number(row.text(0), row.text(1))
    guard event > 0, let place = layout.locales.firstIndex(where: { $0.tag.text == locale }) else {
      return
    }
    entries.append(
      SearchEntry(row: SearchRow(locale: place, event: event, part: part), text: text))
  }

  /// The number of an event; every one has one.
  private mutating func number(_ source: String, _ id: String) -> Int {
    if let last, last.source == source, last.id == id { return last.number }
    let number = numbers[Self.folded(source, id)] ?? 0
    last = (source, id, number)
    return number
  }

  /// The entries in order; those of one row stay in the order in which they came.
  mutating func finish() -> (entries: [SearchEntry], layout: SearchLayout) {
    layout.partBits = Int.bitWidth - mostParts.leadingZeroBitCount
    let order = entries.indices.sorted {
      let (one, other) = (layout.number(of: entries[$0].row), layout.number(of: entries[$1].row))
      return one == other ? $0 < $1 : one < other
    }
    let sorted = order.map { entries[$0] }
    var last: SearchRow?
    for entry in sorted where entry.row != last {
      layout.locales[entry.row.locale].rows += 1
      last = entry.row
    }
    return (sorted, layout)
  }

  /// The same for all spellings of an event's key.
  private static func folded(_ source: String, _ id: String) -> String {
    String(decoding: "\(source)\n\(id)".utf8.map(\.asciiLowercased), as: UTF8.self)
  }
}
