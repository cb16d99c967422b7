package import Catalogue

extension CatalogueReader {
  /// The pages that have moved or gone, by path, and where they lead.
  package func redirections() throws(CatalogueError) -> [Redirection] {
    try asking(.redirections) { statement throws(SQLiteError) in
      var redirections: [Redirection] = []
      while try statement.step() {
        let target: Redirection.Target =
          statement.optionalText(6).map { .address($0) }
          ?? .page(number: statement.integer(4), anchor: statement.optionalText(5))
        var redirection = Redirection(
          path: statement.text(0),
          locale: statement.optionalText(1).map { LocaleTag(canonical: $0) }, target: target)
        if let source = statement.optionalText(2), let id = statement.optionalText(3) {
          redirection.event = Redirection.Event(source: source, id: EventID(id))
        }
        redirections.append(redirection)
      }
      return redirections
    }
  }
}
