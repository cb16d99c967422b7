internal import Catalogue

/// The texts of a page that are searched, read from the tables of the catalogue.
struct PageTexts {
  private let head: Statement
  private let sections: Statement

  init(_ database: Database) throws(SQLiteError) {
    head = try database.prepare(
      """
      SELECT event_ids, source, symbolic_name, keywords, message, title, description, introduction
      FROM page WHERE number = ?
      """)
    sections = try database.prepare(
      "SELECT role, title, text FROM section WHERE page = ? ORDER BY position")
  }

  /// The column that each column of `head` belongs to.
  private static let headColumns: [SearchColumn] = [
    .names, .names, .names, .names, .message, .title, .title, .introduction,
  ]

  /// Hands over each text of a page with its column; the text is there only as long as the call.
  func forEachText(
    of page: Int, _ body: (SearchColumn, Span<UInt8>) -> Void
  ) throws(SQLiteError) {
    try head.bind(page)
    defer { head.reset() }
    if try head.step() {
      for (index, column) in Self.headColumns.enumerated() {
        head.withText(Int32(index)) { body(column, $0) }
      }
    }
    try sections.bind(page)
    defer { sections.reset() }
    while try sections.step() {
      guard let role = Role(rawValue: sections.text(0)) else { continue }
      for index in 1...2 { sections.withText(Int32(index)) { body(SearchColumn(role), $0) } }
    }
  }
}
