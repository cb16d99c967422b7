package import Catalogue

/// What lists and links need of a page, without its text.
package struct PageHead: Sendable, Hashable {
  /// Its number in the catalogue.
  package var number: Int
  package var kind: Page.Kind
  package var source: String
  package var ids: [EventID]
  package var locale: LocaleTag
  package var title: String
  package var description: String?
  package var message: String?
  package var severity: Int?
  package var symbolicName: String?
  package var component: String?
  package var productName: String?
  /// Relative to the content folder.
  package var path: String
  /// When it was last changed, as it says itself.
  package var date: CalendarDate?
  package var isMachineMade: Bool
  /// Whether it lags behind its source.
  package var isDrifted: Bool

  /// The name of its file, without folders and ending: guides and threads go by it.
  package var fileName: String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) }
    let name = path[(start ?? path.startIndex)...]
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
  }

  /// How near it is to one of its events, as `event_page` ranks it: the least comes first.
  package var rank: Int {
    switch kind {
    case .reference: ids.count == 1 ? 0 : 1
    case .guide: 2
    case .thread: 3
    }
  }
}

extension CatalogueReader {
  /// The last day that a page bears; nil where none bears one.
  package func lastDate() throws(CatalogueError) -> CalendarDate? {
    try asking(.lastDate) { statement throws(SQLiteError) in
      guard try statement.step() else { return nil }
      return statement.optionalText(0).flatMap { CalendarDate($0) }
    }
  }

  /// Passes the head of every page on, by number.
  package func allHeads(_ body: (PageHead) throws -> Void) throws {
    let statement = try reading { () throws(SQLiteError) in
      try database.prepare(Query.allHeads.sql)
    }
    while try reading(statement.step) {
      guard let kind = Page.Kind(rawValue: statement.text(1)) else {
        throw CatalogueError.corrupt(path: path, reason: "a page is of no kind that is known")
      }
      try body(
        PageHead(
          number: statement.integer(0), kind: kind, source: statement.text(2),
          ids: statement.text(3).split(separator: " ").map { EventID(String($0)) },
          locale: LocaleTag(canonical: statement.text(4)), title: statement.text(5),
          description: statement.optionalText(6), message: statement.optionalText(7),
          severity: statement.optionalInteger(8), symbolicName: statement.optionalText(9),
          component: statement.optionalText(10), productName: statement.optionalText(11),
          path: statement.text(12), date: statement.optionalText(15).flatMap { CalendarDate($0) },
          isMachineMade: statement.text(13).uppercased() == "MT",
          isDrifted: !statement.text(14).isEmpty))
    }
  }
}
