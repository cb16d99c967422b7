internal import Catalogue

extension Database {
  /// Deletes all rows of some pages.
  func remove(pages: [Int]) throws(SQLiteError) {
    try execute("CREATE TEMP TABLE removed (page INTEGER PRIMARY KEY)")
    let insert = try prepare("INSERT OR IGNORE INTO removed VALUES (?)")
    for page in pages { try insert.bind(page).run() }
    // In one pass a table: there is no index yet.
    for table in ["page_event", "page_body", "section", "fix", "state", "link"] {
      try execute("DELETE FROM \(table) WHERE page IN removed")
    }
    try execute("DELETE FROM page WHERE number IN removed")
  }

  /// Writes what is looked up, all of it in order, and returns the events in the order of their
  /// numbers.
  ///
  /// There is no `ANALYZE`: each query has one index that fits it, and statistics would be read
  /// whenever the file is opened.
  func writeLookups() throws(SQLiteError) -> [EventKey] {
    try execute(Schema.indexes)
    try execute(
      """
      INSERT OR IGNORE INTO event_page
      SELECT event_id, source, locale,
        CASE kind
          WHEN 'reference' THEN several
          WHEN 'guide' THEN 2
          ELSE 3
        END AS rank,
        page
      FROM page_event JOIN page ON number = page
      ORDER BY 1, 2, 3, 4, 5;
      INSERT OR IGNORE INTO symbolic_name
      SELECT symbolic_name, source, event_id
      FROM page_event JOIN page ON number = page
      WHERE symbolic_name <> ''
      ORDER BY 1, 2, 3;
      """)
    return try writeEvents()
  }

  private func writeEvents() throws(SQLiteError) -> [EventKey] {
    // Both sides are read in the order of their index and merged.
    let rows = try prepare(
      """
      SELECT event_id, source, locale FROM event_page
      UNION SELECT event_id, source, locale FROM message
      ORDER BY 1, 2, 3
      """)
    var events: [(key: EventKey, locales: String)] = []
    while try rows.step() {
      let key = EventKey(source: rows.text(1), id: EventID(rows.text(0)))
      let locale = rows.text(2)
      if let last = events.last, last.key.isSame(as: key) {
        events[events.count - 1].locales += " " + locale
      } else {
        events.append((key, locale))
      }
    }
    // Comparing two IDs takes them apart. Shorter ones first is almost their order, and a sort
    // of what is almost in order compares little.
    events.sort {
      ($0.key.source, $0.key.id.text.utf8.count) < ($1.key.source, $1.key.id.text.utf8.count)
    }
    events.sort { $0.key < $1.key }
    let insert = try prepare("INSERT INTO event VALUES (?, ?, ?, ?)")
    for (index, event) in events.enumerated() {
      try insert.bind(index + 1).bind(event.key.source).bind(event.key.id.text)
        .bind(event.locales).run()
    }
    return events.map(\.key)
  }

  /// Writes what the catalogue says of itself.
  func writeMeta(_ entries: [(key: String, value: String)]) throws(SQLiteError) {
    let insert = try prepare("INSERT INTO meta VALUES (?, ?)")
    for entry in entries { try insert.bind(entry.key).bind(entry.value).run() }
  }
}

extension EventKey {
  /// Whether both name one event: the case of ASCII letters does not matter.
  func isSame(as other: EventKey) -> Bool {
    id.text.isSameIgnoringCase(as: other.id.text)
      && source.isSameIgnoringCase(as: other.source)
  }
}

extension String {
  /// As SQLite's NOCASE compares.
  func isSameIgnoringCase(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8) { $0.asciiLowercased == $1.asciiLowercased }
  }
}

extension UInt8 {
  /// The byte, a small letter if it is a capital one of ASCII.
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
