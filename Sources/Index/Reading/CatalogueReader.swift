package import Catalogue
internal import Records

/// A catalogue file that is asked questions.
///
/// `show` needs two look-ups: the editions of an event by its ID, then one page by its number.
/// Statements are compiled when they are first needed, so that no question pays for another.
package final class CatalogueReader {
  package let path: String
  let database: Database
  /// The queries that were compiled.
  ///
  /// A handful at most: a dictionary would cost more than all of
  /// them when it is first made, since its key has to be proven hashable.
  private var prepared: [(query: Query, statement: Statement)] = []
  /// What SQLite hands the rows of full-text searches to; made with the first of them.
  private var collector: HitCollector?

  /// Opens the catalogue at a path.
  package init(path: String) throws(CatalogueError) {
    try CatalogueHeader.check(path)
    self.path = path
    do throws(SQLiteError) {
      database = try Database(path: path, for: .reading)
    } catch {
      throw .unreadable(path: path, reason: error.message)
    }
  }

  /// The locale that stands in where a wanted one is missing.
  package func defaultLocale() throws(CatalogueError) -> LocaleTag {
    guard let text = try meta("default_locale") else {
      throw .corrupt(path: path, reason: "it has no default locale")
    }
    return LocaleTag(canonical: text)
  }

  /// What the catalogue says of itself under a key of the table `meta`.
  package func meta(_ key: String) throws(CatalogueError) -> String? {
    try asking(.meta) { statement throws(SQLiteError) in
      try statement.bind(key)
      return try statement.step() ? statement.text(0) : nil
    }
  }

  /// Every locale in which there is a page or a message, in order.
  package func locales() throws(CatalogueError) -> [LocaleTag] {
    try asking(.locales) { statement throws(SQLiteError) in
      var locales: Set<String> = []
      while try statement.step() {
        locales.formUnion(statement.text(0).split(separator: " ").map(String.init))
      }
      return locales.map { LocaleTag(canonical: $0) }.sorted()
    }
  }
}

// MARK: - Pages and messages

extension CatalogueReader {
  /// A page with what the whole catalogue tells of it.
  package func page(number: Int) throws(CatalogueError) -> Page {
    let stored = try asking(.page) { statement throws(SQLiteError) in
      try statement.bind(number)
      return try statement.step() ? statement.storedPage : nil
    }
    guard let stored else { throw .corrupt(path: path, reason: "there is no page \(number)") }
    return try decode(stored)
  }

  /// The event's rows of message lists in one locale, in the order of the lists.
  package func messages(
    source: String, id: EventID, locale: LocaleTag
  ) throws(CatalogueError) -> [Message] {
    try asking(.messages) { statement throws(SQLiteError) in
      try statement.bind(id.text).bind(source).bind(locale.text)
      var messages: [Message] = []
      while try statement.step() { messages.append(statement.message) }
      return messages
    }
  }

  /// Passes every page on, by number.
  package func allPages(_ body: (Page) throws -> Void) throws {
    // Compiled anew: `body` may ask the same question.
    let statement = try reading { () throws(SQLiteError) in
      try database.prepare(Query.allPages.sql)
    }
    while try reading(statement.step) { try body(decode(statement.storedPage)) }
  }

  /// Passes every row of the message lists on, in the order in which they were written.
  package func allMessages(_ body: (Message) throws -> Void) throws {
    let statement = try reading { () throws(SQLiteError) in
      try database.prepare(Query.allMessages.sql)
    }
    while try reading(statement.step) { try body(statement.message) }
  }

  private func decode(_ stored: StoredPage) throws(CatalogueError) -> Page {
    do throws(CorruptBytes) {
      var context = stored.context
      if !stored.confusions.isEmpty {
        context.confusions = try ConfusionCodec.decode(stored.confusions)
      }
      return try PageCodec.decode(stored.body).placed(in: context)
    } catch {
      throw .corrupt(path: path, reason: error.description)
    }
  }
}

// MARK: - Asking

extension CatalogueReader {
  /// Runs a query that is compiled once and makes it ready for the next time.
  func asking<Result>(
    _ query: Query, _ body: (Statement) throws(SQLiteError) -> Result
  ) throws(CatalogueError) -> Result {
    try reading { () throws(SQLiteError) in
      let statement: Statement
      if let known = prepared.first(where: { $0.query == query }) {
        statement = known.statement
      } else {
        statement = try database.prepare(query.sql)
        prepared.append((query, statement))
      }
      defer { statement.reset() }
      return try body(statement)
    }
  }

  /// What takes the rows of full-text searches; it lives as long as the connection that knows it.
  func hitCollector() throws(CatalogueError) -> HitCollector {
    if let collector { return collector }
    let made = HitCollector()
    collector = made
    try reading { () throws(SQLiteError) in try database.register(made) }
    return made
  }

  /// Says of an error of SQLite which catalogue it is about.
  func reading<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(SQLiteError) {
      return try body()
    } catch {
      throw .corrupt(path: path, reason: error.description)
    }
  }
}
