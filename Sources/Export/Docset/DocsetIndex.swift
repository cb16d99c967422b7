internal import Index

/// The file `docSet.dsidx` of a docset: the names that are found, in the table that Dash and Zeal look
/// for (<https://kapeli.com/docsets#createsqlite>).
final class DocsetIndex {
  /// What sort of thing a name is of, as Dash knows sorts.
  enum Kind: String {
    case error = "Error"
    case guide = "Guide"
  }

  private let database: Database
  private let insertion: Statement

  /// Begins the file at a path at which nothing lies.
  init(path: String) throws(SQLiteError) {
    database = try Database(path: path, for: .writing)
    // Nobody reads it before it is whole.
    try database.execute(
      """
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      BEGIN;
      CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT);
      CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path);
      """)
    insertion = try database.prepare(
      "INSERT OR IGNORE INTO searchIndex(name, type, path) VALUES (?, ?, ?)")
  }

  /// Adds a name that leads to a path below the folder of documents.
  func add(_ name: String, _ kind: Kind, path: String) throws(SQLiteError) {
    try insertion.bind(name).bind(kind.rawValue).bind(path).run()
  }

  /// Ends the file.
  func finish() throws(SQLiteError) { try database.execute("COMMIT") }
}
