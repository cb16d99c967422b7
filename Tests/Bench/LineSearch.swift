/// `grep` against ripgrep.
enum LineSearch {
  /// A pattern and the options that go with it, the same for both.
  private static let patterns: [(name: String, arguments: [String])] = [
    ("a literal, rare", ["tempdb"]),
    ("a literal, common", ["server"]),
    ("a literal, nowhere", ["xyzzyplugh"]),
    ("-F with signs", ["-F", "C:\\"]),
    ("-i", ["-i", "firewall"]),
    ("-i, beyond ASCII", ["-i", "ÉCHEC"]),
    ("-w", ["-w", "log"]),
    ("words in a row", ["\\bDBCC\\s+CHECK\\w+"]),
    ("a class, then far off", ["[0-9]{4,5}.*log"]),
    ("alternatives", ["restore|backup|sauvegarde"]),
    ("Chinese", ["数据库"]),
    ("-c", ["-c", "the"]),
  ]

  static func run(
    errkb: String, catalogue: String, content: [String], _ report: inout Report
  ) throws(BenchError) {
    for (scope, target) in [("fixes", 0.25), ("all", 0.8)] {
      let text = try CatalogueText(errkb: errkb, catalogue: catalogue, scope: scope)
      report.heading("grep --in \(scope), against rg over the same text in files")
      try report.run(
        patterns.map { pattern in
          Contest(
            name: pattern.name,
            ours: BenchCommand(
              [errkb, "grep", "--catalogue", catalogue, "--in", scope] + pattern.arguments),
            peer: BenchCommand(["rg"] + pattern.arguments + [text.folder]), target: target)
        })
    }
  }
}
