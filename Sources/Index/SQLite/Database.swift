internal import CSQLite

/// An SQLite database that one task at a time works with; closed when the last reference goes.
@safe
package final class Database {
  /// How a database file is opened.
  package enum Access {
    /// To be asked only. The file must not change while it is open: no lock is taken and no
    /// journal is looked for, so it may lie on a read-only file system.
    case reading
    /// To be written; made if there is none.
    case writing
  }

  /// Ours alone; closed in `deinit`.
  private let handle: OpaquePointer

  /// Set up once, before the first connection of the process.
  private static let isLean: Void = sqlite3_config_lean()

  /// Opens the database file at a path.
  package init(path: String, for access: Access) throws(SQLiteError) {
    Self.isLean
    // Without SQLite's own mutexes: a `Database` is not Sendable.
    let (name, flags) =
      switch access {
      case .reading:
        (Self.immutableURI(of: path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      case .writing:
        (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      // "Whether or not an error occurs when it is opened, resources associated with the database
      // connection handle should be released" (https://sqlite.org/c3ref/open.html).
      let reason = unsafe sqlite3_system_errno(opened)
      let message =
        unsafe reason == 0 ? String(cString: sqlite3_errstr(code)) : "\(SystemError(reason))"
      unsafe sqlite3_close_v2(opened)
      throw SQLiteError(code: code, message: message)
    }
    unsafe self.handle = handle
    unsafe sqlite3_extended_result_codes(handle, 1)
  }

  deinit {
    // The second form waits for statements that are still open.
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs statements that take no values and give no rows.
  package func execute(_ sql: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  /// Compiles one statement.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var compiled: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &compiled, nil)
    guard code == SQLITE_OK, let handle = unsafe compiled else { throw error(code, sql: sql) }
    return unsafe Statement(handle, of: self)
  }

  /// Lends the connection to a call that has no wrapper here.
  func withHandle<Result>(
    _ body: (OpaquePointer) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try unsafe body(handle)
  }

  /// The error of the call that just failed; to be asked for before any further call.
  func error(_ code: Int32, sql: String?) -> SQLiteError {
    var message = unsafe String(cString: sqlite3_errmsg(handle))
    // The low byte is the primary code: of a failed read or write the system knows the reason.
    if code & 0xFF == SQLITE_IOERR, unsafe sqlite3_system_errno(handle) != 0 {
      message += unsafe ": \(SystemError(sqlite3_system_errno(handle)))"
    }
    return SQLiteError(code: code, message: message, sql: sql)
  }

  /// The path as a URI that says the file does not change (https://sqlite.org/uri.html).
  private static func immutableURI(of path: String) -> String {
    var uri: [UInt8] = Array("file:".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      // What ends a path in a URI or begins an escape.
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default:
        uri.append(byte)
      }
    }
    return String(decoding: uri, as: UTF8.self) + "?immutable=1"
  }
}
