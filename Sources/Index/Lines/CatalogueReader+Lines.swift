package import Catalogue

extension CatalogueReader {
  /// The locales that have lines, in order.
  package func lineLocales() throws(CatalogueError) -> [LocaleTag] {
    var locales: [LocaleTag] = []
    for block in try textBlocks() where block.locale != locales.last {
      locales.append(block.locale)
    }
    return locales
  }

  /// Passes on the lines that a search selects, and those around them, by locale, then in the order
  /// of the catalogue, until the body returns false.
  package func search(
    _ search: LineSearch, for pattern: LinePattern,
    _ body: (FoundLine, Span<UInt8>) throws(MatchFailure) -> Bool
  ) throws(LineSearchError) {
    // Two kinds of error do not leave one closure.
    if let failure = failure(of: search, for: pattern, body) { throw failure }
  }

  private func failure(
    of search: LineSearch, for pattern: LinePattern, _ body: LineSelection.Body
  ) -> LineSearchError? {
    var selection = LineSelection(path: path, search, pattern) { owner throws(CatalogueError) in
      try self.lookUp(owner, for: search)
    }
    do throws(CatalogueError) {
      // A block is then copied once: out of memory that the system maps, not through SQLite's own.
      try reading { () throws(SQLiteError) in
        try database.execute("PRAGMA mmap_size = \(Self.mappedSize)")
      }
      let scopes = search.place.scopes
      for block in try textBlocks() where scopes.contains(block.scope) {
        if let locales = search.locales, !locales.contains(block.locale) { continue }
        let result = try asking(.textBlock) {
          statement throws(SQLiteError) -> Result<Bool, LineSearchError> in
          try statement.bind(block.number)
          guard try statement.step() else { return .success(true) }
          let spans = statement.bytes(0)
          return unsafe statement.withBytes(1) { text in
            do throws(LineSearchError) {
              return unsafe .success(
                try selection.search(text, spans: spans, locale: block.locale, body))
            } catch {
              return .failure(error)
            }
          }
        }
        switch result {
        case .success(true): continue
        case .success(false): return nil
        case .failure(let failure): return failure
        }
      }
    } catch {
      return .catalogue(error)
    }
    return nil
  }

  private static let mappedSize = 1 << 30

  private struct BlockHead {
    let number: Int
    let scope: TextScope
    let locale: LocaleTag
  }

  /// The blocks that there are, by locale, scope and number.
  private func textBlocks() throws(CatalogueError) -> [BlockHead] {
    var blocks = try asking(.textBlocks) { statement throws(SQLiteError) in
      var blocks: [BlockHead] = []
      while try statement.step() {
        guard let scope = TextScope(rawValue: statement.integer(1)) else { continue }
        blocks.append(
          BlockHead(
            number: statement.integer(0), scope: scope,
            locale: LocaleTag(canonical: statement.text(2))))
      }
      return blocks
    }
    blocks.sort { left, right in
      if left.locale != right.locale { return left.locale < right.locale }
      return (left.scope.rawValue, left.number) < (right.scope.rawValue, right.number)
    }
    return blocks
  }

  /// The event of an owner, and the path of its file if that is wanted; nil where the owner was taken
  /// out or is of another source than wanted.
  private func lookUp(
    _ owner: TextBlocks.Owner, for search: LineSearch
  ) throws(CatalogueError) -> (event: EventKey, path: String)? {
    switch owner {
    case .page(let number):
      return try asking(.pageOwner) { statement throws(SQLiteError) in
        try statement.bind(number)
        guard try statement.step() else { return nil }
        let ids = statement.text(1)
        let first = ids.utf8.firstIndex(of: 0x20).map { String(ids[..<$0]) } ?? ids
        let event = EventKey(source: statement.text(0), id: EventID(first))
        guard Self.isWanted(event, search) else { return nil }
        return (event, search.tellsPaths ? statement.text(2) : "")
      }
    case .message(let number, let event):
      guard Self.isWanted(event, search) else { return nil }
      guard search.tellsPaths else { return (event, "") }
      return try asking(.messagePath) { statement throws(SQLiteError) in
        try statement.bind(number)
        return try statement.step() ? (event, statement.text(0)) : nil
      }
    }
  }

  private static func isWanted(_ event: EventKey, _ search: LineSearch) -> Bool {
    search.source.map(event.source.isSameIgnoringCase) ?? true
  }
}
