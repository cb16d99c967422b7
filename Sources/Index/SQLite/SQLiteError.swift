/// A call into SQLite that failed: what it said, and about which statement.
package struct SQLiteError: Error, Hashable, CustomStringConvertible {
  /// SQLite's extended result code.
  package let code: Int32
  /// SQLite's own sentence.
  package let message: String
  /// The statement that failed, or nil where it was not one.
  package let sql: String?

  init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  package var description: String {
    guard let sql else { return "\(message) (SQLite \(code))" }
    return "\(message) (SQLite \(code)) in '\(sql)'"
  }
}
