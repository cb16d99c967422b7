internal import Catalogue

extension CatalogueReader {
  /// How much of each source there is in each locale; a scan of pages and messages.
  package func coverage() throws(CatalogueError) -> Coverage {
    var coverage = Coverage(locales: try locales(), sources: [])
    try asking(.coverageEvents) { statement throws(SQLiteError) in
      while try statement.step() {
        let events = statement.integer(1)
        let cells = coverage.locales.map { locale in
          var cell = Coverage.Cell(locale: locale)
          cell.missing = events
          return cell
        }
        coverage.sources.append(Coverage.Source(name: statement.text(0), cells: cells))
      }
    }
    try asking(.coverage) { statement throws(SQLiteError) in
      while try statement.step() {
        let name = statement.text(0)
        let locale = LocaleTag(canonical: statement.text(1))
        guard
          let source = coverage.sources.firstIndex(where: { $0.name.isSameIgnoringCase(as: name) }),
          let place = coverage.locales.firstIndex(of: locale)
        else { continue }
        var cell = coverage.sources[source].cells[place]
        cell.pages = statement.integer(2)
        cell.drifted = statement.integer(3)
        cell.machineTranslated = statement.integer(4)
        cell.events = statement.integer(5)
        cell.missing = max(cell.missing - cell.events, 0)
        cell.messages = statement.integer(6)
        coverage.sources[source].cells[place] = cell
      }
    }
    return coverage
  }
}
