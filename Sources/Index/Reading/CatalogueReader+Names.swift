internal import Catalogue

extension CatalogueReader {
  /// The names of events that begin so, whatever the case of letters: IDs first, in order, and unless
  /// nothing is begun those with their source (`MSSQLSERVER_10061`) and symbolic names; of all
  /// sources, or of one.
  ///
  /// A scan of all events.
  package func names(
    beginning: String, source: String? = nil
  ) throws(CatalogueError) -> [String] {
    var names = try names(.idsBeginning, beginning, source)
    if !beginning.isEmpty {
      names += try self.names(.qualifiedBeginning, beginning, source)
      names += try self.names(.symbolsBeginning, beginning, source)
    }
    return names
  }

  /// Every source of an event, in order.
  package func sources() throws(CatalogueError) -> [String] {
    try asking(.sources) { statement throws(SQLiteError) in
      var sources: [String] = []
      while try statement.step() { sources.append(statement.text(0)) }
      return sources
    }
  }

  private func names(
    _ query: Query, _ beginning: String, _ source: String?
  ) throws(CatalogueError) -> [String] {
    try asking(query) { statement throws(SQLiteError) in
      try statement.bind(beginning).bind(source)
      var names: [String] = []
      while try statement.step() { names.append(statement.text(0)) }
      return names
    }
  }
}
