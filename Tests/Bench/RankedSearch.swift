/// `search` against the program of SQLite, which asks the same index without ranking of ours or
/// extracts, and against ripgrep over the pages.
enum RankedSearch {
  private static let queries: [(name: String, words: [String], match: String)] = [
    ("one rare word", ["deadlock"], "deadlock"),
    ("two words", ["login", "failed"], "login fail"),
    ("a common word", ["server"], "server"),
    ("French", ["connexion", "refusée"], "connexion refus"),
  ]

  static func run(
    errkb: String, catalogue: String, content: [String], _ report: inout Report
  ) throws(BenchError) {
    report.heading("search, against sqlite3 with the bare FTS5 query")
    try report.run(
      queries.map { query in
        let sql =
          "SELECT rowid FROM search WHERE search MATCH '\(query.match)' ORDER BY rank LIMIT 10"
        return Contest(
          name: query.name,
          ours: BenchCommand([errkb, "search", "--catalogue", catalogue] + query.words),
          peer: BenchCommand("sqlite3", catalogue, sql))
      })
    report.heading("search, against rg over the pages")
    try report.run(
      queries.map { query in
        Contest(
          name: query.name,
          ours: BenchCommand([errkb, "search", "--catalogue", catalogue] + query.words),
          peer: BenchCommand(["rg", query.words[0]] + content), target: 0.1)
      })
  }
}
