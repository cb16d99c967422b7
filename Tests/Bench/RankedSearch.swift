/// `search` against the program of SQLite, which asks the same index without ranking of ours or
/// extracts, and against ripgrep over the pages.
enum RankedSearch {
  private static let queries: [(name: String, words: [String], match: String)] = [
    ("one rare word", ["deadlock"], "deadlock"),
    ("two words", ["login", "failed"], "login fail"),
    ("a common word", ["server"], "server"),
    ("French", ["connexion", "refusée"], "connexion refus"),
  ]

  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    func ours(_ words: [String]) -> BenchCommand {
      BenchCommand([subject.errkb, "search", "--catalogue", subject.catalogue] + words)
    }
    report.heading("search, against sqlite3 with the bare FTS5 query")
    report.summary(
      "`search`, ten results with extracts; sqlite3: the bare FTS5 query",
      try report.run(
        queries.map { query in
          let sql =
            "SELECT rowid FROM search WHERE search MATCH '\(query.match)' ORDER BY rank LIMIT 10"
          return Contest(
            name: query.name, ours: ours(query.words),
            peer: BenchCommand("sqlite3", subject.catalogue, sql))
        }), peer: "sqlite3", typical: nil, worst: nil)
    report.heading("search, against rg over the pages")
    report.summary(
      "the same; rg: the first word, over the files",
      try report.run(
        queries.map { query in
          Contest(
            name: query.name, ours: ours(query.words),
            peer: BenchCommand(["rg", query.words[0]] + subject.corpus.folders), target: 0.1)
        }), peer: "rg", typical: 0.1, worst: 0.1)
  }
}
