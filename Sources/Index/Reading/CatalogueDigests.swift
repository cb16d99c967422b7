package import Catalogue
package import Records

/// What a catalogue has, as digests: what is made of a page or an event has to be made anew only where
/// its digest has changed.
package struct CatalogueDigests: Sendable {
  /// Of each page all that the catalogue tells of it, by number; but not the number, which changes with
  /// the pages before it.
  package internal(set) var pages: [Int: Digest] = [:]
  /// Of each event all its pages and messages in all locales, by `name(of:)`.
  package internal(set) var events: [String: Digest] = [:]
  /// Of each locale all its pages and messages.
  package internal(set) var locales: [LocaleTag: Digest] = [:]
  /// Of how the rows of the full-text index are numbered.
  package internal(set) var searchLayout = Digest.absent

  /// What an event goes by: case does not matter.
  package static func name(of key: EventKey) -> String { key.description.lowercased() }

  /// The digest of an event; that of nothing for one that there is not.
  package func event(_ key: EventKey) -> Digest { events[Self.name(of: key)] ?? .absent }
}

extension CatalogueReader {
  /// The digests of all pages and events: one pass over the file.
  package func digests() throws(CatalogueError) -> CatalogueDigests {
    let layout = try meta("search")
    return try reading { () throws(SQLiteError) in
      var gathering = DigestGathering(searchLayout: layout)
      try gathering.addPages(database)
      try gathering.addEvents(database)
      try gathering.addMessages(database)
      return gathering.finish()
    }
  }
}

/// Digests while the rows pass by.
private struct DigestGathering {
  private var digests = CatalogueDigests()
  private var events: [String: ByteWriter] = [:]
  private var locales: [String: ByteWriter] = [:]

  init(searchLayout: String?) { digests.searchLayout = Digest { $0.write(searchLayout) } }

  mutating func addPages(_ database: Database) throws(SQLiteError) {
    var links: [Int: ByteWriter] = [:]
    let linked = try database.prepare(
      "SELECT page, position, event FROM link WHERE event IS NOT NULL ORDER BY page, position")
    while try linked.step() {
      links[linked.integer(0), default: ByteWriter(reserving: 64)].write(linked, columns: 1..<3)
    }
    let rows = try database.prepare(
      "SELECT page.*, body FROM page JOIN page_body ON page = number ORDER BY number")
    let columns = Int32(rows.columnCount)
    while try rows.step() {
      let number = rows.integer(0)
      var writer = ByteWriter(reserving: 1024)
      writer.write(rows, columns: 1..<columns - 1)
      writer.write(Digest(of: rows.bytes(columns - 1)))
      writer.write(optional: links[number]) { $0.write($1.bytes) }
      let digest = Digest(of: writer.bytes)
      digests.pages[number] = digest
      // Where `Schema` has it.
      locales[rows.text(4), default: ByteWriter(reserving: 1024)].write(digest)
    }
  }

  mutating func addEvents(_ database: Database) throws(SQLiteError) {
    let rows = try database.prepare(
      """
      SELECT page, source, event_id, locale, rank FROM event_page
      ORDER BY event_id, source, locale, rank, page
      """)
    while try rows.step() {
      let digest = digests.pages[rows.integer(0)] ?? .absent
      append(rows.text(1), rows.text(2)) { writer in
        writer.write(rows, columns: 1..<5)
        writer.write(digest)
      }
    }
  }

  mutating func addMessages(_ database: Database) throws(SQLiteError) {
    let rows = try database.prepare("\(Query.allMessages.sql)")
    let columns = Int32(rows.columnCount)
    while try rows.step() {
      append(rows.text(0), rows.text(1)) { $0.write(rows, columns: 0..<columns) }
      locales[rows.text(2), default: ByteWriter(reserving: 1024)].write(rows, columns: 0..<columns)
    }
  }

  private mutating func append(
    _ source: String, _ id: String, _ body: (inout ByteWriter) -> Void
  ) {
    let name = CatalogueDigests.name(of: EventKey(source: source, id: EventID(id)))
    body(&events[name, default: ByteWriter(reserving: 128)])
  }

  func finish() -> CatalogueDigests {
    var digests = digests
    digests.events = events.mapValues { Digest(of: $0.bytes) }
    for (locale, writer) in locales {
      digests.locales[LocaleTag(canonical: locale)] = Digest(of: writer.bytes)
    }
    return digests
  }
}

extension ByteWriter {
  /// Columns of a row, whatever they hold.
  fileprivate mutating func write(_ row: Statement, columns: Range<Int32>) {
    for column in columns {
      write(byte: row.isNull(column) ? 0 : 1)
      write(row.bytes(column))
    }
  }
}
