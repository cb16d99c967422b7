internal import CSQLite

/// A compiled statement: values are bound one after another, then it is run or its rows are read.
///
/// ```swift
/// try statement.bind("10061")
/// while try statement.step() { locales.append(statement.text(0)) }
/// statement.reset()
/// ```
@safe
package final class Statement {
  /// Ours alone; freed in `deinit`.
  private let handle: OpaquePointer
  /// Kept alive: a connection outlives its statements.
  private let database: Database
  /// How many values have been bound since the last reset.
  private var boundCount: Int32 = 0

  /// A statement that owns what SQLite compiled.
  init(_ handle: OpaquePointer, of database: Database) {
    unsafe self.handle = handle
    self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }
}

// MARK: - Values in

extension Statement {
  /// Binds the next value: a text, copied, or NULL.
  @discardableResult
  package func bind(_ value: String?) throws(SQLiteError) -> Statement {
    guard var value else { return try bindNull() }
    boundCount += 1
    let code = value.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        // An empty buffer may have no address, which SQLite would take for NULL.
        unsafe text.isEmpty
          ? sqlite3_bind_text(handle, boundCount, "", 0, Self.copied)
          : sqlite3_bind_text(
            handle, boundCount, text.baseAddress, Int32(clamping: text.count), Self.copied)
      }
    }
    return try checked(code)
  }

  /// Binds the next value: an integer or NULL.
  @discardableResult
  func bind(_ value: Int?) throws(SQLiteError) -> Statement {
    guard let value else { return try bindNull() }
    boundCount += 1
    return try unsafe checked(sqlite3_bind_int64(handle, boundCount, Int64(value)))
  }

  /// Binds the next value: 0, 1 or NULL.
  @discardableResult
  func bind(_ value: Bool?) throws(SQLiteError) -> Statement {
    try bind(value.map { $0 ? 1 : 0 })
  }

  /// Binds the next value: a text of UTF-8, copied; empty, never NULL.
  @discardableResult
  func bind(text: ArraySlice<UInt8>) throws(SQLiteError) -> Statement {
    boundCount += 1
    let code = unsafe text.withUnsafeBytes { bytes in
      unsafe bytes.isEmpty
        ? sqlite3_bind_text(handle, boundCount, "", 0, Self.copied)
        : sqlite3_bind_text(
          handle, boundCount, bytes.assumingMemoryBound(to: CChar.self).baseAddress,
          Int32(clamping: bytes.count), Self.copied)
    }
    return try checked(code)
  }

  /// Binds the next value: bytes, copied, or NULL.
  @discardableResult
  func bind(_ value: [UInt8]?) throws(SQLiteError) -> Statement {
    guard let value else { return try bindNull() }
    boundCount += 1
    let code = unsafe value.withUnsafeBytes { bytes in
      unsafe bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, boundCount, 0)
        : sqlite3_bind_blob(
          handle, boundCount, bytes.baseAddress, Int32(clamping: bytes.count), Self.copied)
    }
    return try checked(code)
  }

  private func bindNull() throws(SQLiteError) -> Statement {
    boundCount += 1
    return try unsafe checked(sqlite3_bind_null(handle, boundCount))
  }

  private func checked(_ code: Int32) throws(SQLiteError) -> Statement {
    guard code == SQLITE_OK else { throw failure(code) }
    return self
  }

  /// `SQLITE_TRANSIENT`, a macro with a cast that Swift does not import: SQLite copies the value.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

// MARK: - Running

extension Statement {
  /// Runs a statement that gives no rows and makes it ready for the next values.
  package func run() throws(SQLiteError) {
    while try step() {}
    reset()
  }

  /// Goes to the next row and says whether there is one.
  ///
  /// After the last one the statement is to be reset.
  func step() throws(SQLiteError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  /// Lets go of rows and values.
  func reset() {
    // Gives the error of the last step again, which was thrown then.
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
    boundCount = 0
  }

  /// The error of the call that just failed, after which the statement may be used again.
  private func failure(_ code: Int32) -> SQLiteError {
    let error = unsafe database.error(code, sql: String(cString: sqlite3_sql(handle)))
    reset()
    return error
  }
}

// MARK: - Values out

extension Statement {
  /// How many columns its rows have.
  var columnCount: Int { unsafe Int(sqlite3_column_count(handle)) }

  /// Whether a column of the row is NULL.
  func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// A column of the row as an integer; 0 where it is NULL.
  func integer(_ column: Int32) -> Int { unsafe Int(sqlite3_column_int64(handle, column)) }

  /// A column of the row as an integer, or nil where it is NULL.
  func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }

  /// A column of the row as a truth value, or nil where it is NULL.
  func optionalBool(_ column: Int32) -> Bool? { optionalInteger(column).map { $0 != 0 } }

  /// A column of the row as text, or nil where it is NULL.
  func optionalText(_ column: Int32) -> String? {
    // In this order: the count is that of the text as it was last converted.
    guard let text = unsafe sqlite3_column_text(handle, column) else { return nil }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// A column of the row as text; empty where it is NULL.
  func text(_ column: Int32) -> String { optionalText(column) ?? "" }

  /// Hands over a column of the row as UTF-8, which is there only as long as the call; nothing where
  /// it is NULL or empty.
  func withText(_ column: Int32, _ body: (Span<UInt8>) -> Void) {
    // In this order: the count is that of the text as it was last converted.
    guard let text = unsafe sqlite3_column_text(handle, column) else { return }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    guard count > 0 else { return }
    let buffer = unsafe UnsafeBufferPointer(start: text, count: count)
    unsafe body(buffer.span)
  }

  /// A column of the row as bytes; none where it is NULL.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let bytes = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// A column of the row as the numbers whose bytes it has; what is left of one at its end is not
  /// read.
  func array<Element: BitwiseCopyable>(_ column: Int32) -> [Element] {
    guard let bytes = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let size = MemoryLayout<Element>.stride
    let count = unsafe Int(sqlite3_column_bytes(handle, column)) / size
    return unsafe [Element](unsafeUninitializedCapacity: count) { values, initialized in
      unsafe UnsafeMutableRawBufferPointer(values).copyMemory(
        from: UnsafeRawBufferPointer(start: bytes, count: count * size))
      initialized = count
    }
  }
}

extension Statement {
  /// Hands a column of the row over as bytes, none where it is NULL, without copying them once more.
  func withBytes<Result, Failure: Error>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    let bytes = unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    return unsafe try body(bytes)
  }
}
