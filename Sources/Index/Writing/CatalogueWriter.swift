package import Catalogue
internal import Diagnostics
internal import Glibc

/// Writes a catalogue file, in two rounds: what each page says, then what only the whole catalogue
/// tells of it.
///
/// So no page is kept in memory.
///
/// The file is made beside its place and moved there by `finish`, so a reader sees the former
/// catalogue or the new one; a writer that goes without `finish` leaves nothing behind. The same
/// calls give the same bytes.
package final class CatalogueWriter {
  /// Where the catalogue will lie.
  package let path: String
  /// Where it is made.
  private let temporaryPath: String
  /// Nil once it is finished.
  private var database: Database?
  private var statements: Statements?
  /// Pages that are to be taken out again.
  private var removed: [Int] = []
  private var pageCount = 0
  private var messageCount = 0
  private var listNumbers: [String: Int] = [:]
  private var textBlocks = TextBlocks()

  /// Begins a catalogue that `finish` puts at a path.
  package init(path: String) throws(CatalogueError) {
    self.path = path
    temporaryPath = Self.temporaryPath(beside: path)
    // One of this name can only be left of a process that was killed and had the same number.
    unsafe unlink(temporaryPath)
    // Made here and not by SQLite, which tries again without writing and then names the reason of
    // that: a read-only file system would be reported as a missing file.
    let descriptor = unsafe open(temporaryPath, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .unwritable(path: path, reason: SystemError(errno).description)
    }
    close(descriptor)
    do throws(SQLiteError) {
      let database = try Database(path: temporaryPath, for: .writing)
      self.database = database
      try database.execute(Self.settings)
      try database.execute(Schema.tables)
      try database.execute(Self.scratchTables)
      try database.execute("BEGIN")
      statements = try Statements(database)
    } catch {
      unsafe unlink(temporaryPath)
      throw unwritable(error)
    }
  }

  deinit {
    guard database != nil else { return }
    statements = nil
    database = nil
    unsafe unlink(temporaryPath)
  }

  /// The file is ours alone until it is moved: it needs neither journal nor locks.
  ///
  /// Temporary tables are small and stay in memory, so that no other folder has to be writable. More
  /// cache gains nothing. Pages of 8 KiB are written no faster than of 4 KiB, and SQLite touches
  /// twenty of them when it opens a file: `show` takes less time with small ones.
  private static let settings = """
    PRAGMA page_size = 4096;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -8192;
    PRAGMA application_id = \(Schema.applicationID);
    PRAGMA user_version = \(Schema.version);
    """

  /// The events of each page until their sources are final, and whether it is about several.
  private static let scratchTables =
    "CREATE TEMP TABLE page_event (event_id TEXT, page INTEGER, several INTEGER)"

  private static func temporaryPath(beside path: String) -> String { "\(path).\(getpid()).tmp" }
}

// MARK: - First round

extension CatalogueWriter {
  /// Writes what a page says; numbers only grow.
  package func insert(_ page: Page, number: Int) throws(CatalogueError) {
    try insert(PageRecord(page), number: number)
  }

  /// Writes what a page says, made ready elsewhere; numbers only grow.
  package func insert(_ record: PageRecord, number: Int) throws(CatalogueError) {
    try writing { statements throws(SQLiteError) in
      try statements.insert(record, number: number)
    }
    let page = TextBlocks.Owner.page(number)
    let locale = record.page.locale
    try insert(record.lines.fixes, of: page, scope: .fixes, locale: locale)
    try insert(record.lines.page, of: page, scope: .pages, locale: locale)
    try insert(record.lines.message, of: page, scope: .messages, locale: locale)
    pageCount += 1
  }

  /// Writes a row of a message list; its source is final.
  package func insert(_ message: Message) throws(CatalogueError) {
    try writing { statements throws(SQLiteError) in
      let list: Int
      if let known = listNumbers[message.path] {
        list = known
      } else {
        list = listNumbers.count + 1
        listNumbers[message.path] = list
        try statements.list.bind(list).bind(message.path).run()
      }
      try statements.message.bind(message.source).bind(message.id.text).bind(message.locale.text)
        .bind(message.severity).bind(message.logged).bind(message.text).bind(list)
        .bind(message.line).run()
    }
    messageCount += 1
    try insert(
      PageLines.lines(of: message),
      of: .message(messageCount, EventKey(source: message.source, id: message.id)),
      scope: .messages, locale: message.locale)
  }

  /// Lays lines out for a search; they are written when there are enough of them.
  private func insert(
    _ lines: LineText, of owner: TextBlocks.Owner, scope: TextScope, locale: LocaleTag
  ) throws(CatalogueError) {
    try writing { statements throws(SQLiteError) in
      try textBlocks.append(
        lines, of: owner, scope: scope, locale: locale, write: statements.insert)
    }
  }
}

// MARK: - Second round

extension CatalogueWriter {
  /// Writes what the whole catalogue tells of a page.
  package func complete(number: Int, context: PageContext) throws(CatalogueError) {
    try writing { statements throws(SQLiteError) in
      try statements.complete(number: number, context: context)
    }
  }

  /// Writes where a page leads that is gone.
  package func insert(_ redirection: Redirection) throws(CatalogueError) {
    try writing { statements throws(SQLiteError) in try statements.insert(redirection) }
  }

  /// Takes a page out that turned out to have no place: another one for its event and locale
  /// came first.
  package func remove(number: Int) {
    removed.append(number)
    pageCount -= 1
  }

  /// Writes the look-ups, ends the file and puts it in its place.
  ///
  /// `site` is what is known of the site that will be made of it.
  package func finish(
    defaultLocale: LocaleTag, site: SiteSettings = SiteSettings(), programVersion: String
  ) throws(CatalogueError) {
    guard let database else { return }
    do throws(SQLiteError) {
      if let statements { try textBlocks.finish(write: statements.insert) }
      statements = nil
      if !removed.isEmpty { try database.remove(pages: removed) }
      let events = try database.writeLookups()
      let templates = try database.templates(defaultLocale: defaultLocale)
      let search = try SearchWriter.write(into: database, events: events)
      try templates.wait().write(to: database)
      try database.writeMeta(
        site.entries + [
          ("default_locale", defaultLocale.text),
          ("events", String(events.count)),
          ("messages", String(messageCount)),
          ("pages", String(pageCount)),
          ("program_version", programVersion),
          ("schema_version", String(Schema.version)),
          ("search", search.description),
        ])
      try database.execute("COMMIT")
    } catch {
      throw unwritable(error)
    }
    // The file is complete when it is closed; if what follows fails, it is of no use.
    self.database = nil
    do throws(SystemError) {
      try synchronize(temporaryPath, flags: O_RDWR)
      guard unsafe rename(temporaryPath, path) == 0 else { throw SystemError(errno) }
      try synchronize(Self.folder(of: path), flags: O_RDONLY | O_DIRECTORY)
    } catch {
      unsafe unlink(temporaryPath)
      throw .unwritable(path: path, reason: error.description)
    }
  }

  /// Waits until a file or folder is on the disk.
  private func synchronize(_ path: String, flags: Int32) throws(SystemError) {
    let descriptor = unsafe open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(errno) }
    defer { close(descriptor) }
    // EINVAL: what lies there cannot be synchronized, as on some network file systems.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError(errno) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

// MARK: - Failure

extension CatalogueWriter {
  private func writing(
    _ body: (Statements) throws(SQLiteError) -> Void
  ) throws(CatalogueError) {
    guard let statements else {
      preconditionFailure("a catalogue is not written to after it is finished")
    }
    do throws(SQLiteError) { try body(statements) } catch { throw unwritable(error) }
  }

  private func unwritable(_ error: SQLiteError) -> CatalogueError {
    .unwritable(path: path, reason: error.message)
  }
}
