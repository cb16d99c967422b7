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
    func contests(_ scope: String, _ files: [String], target: Double?) -> [Contest] {
      patterns.map { pattern in
        Contest(
          name: pattern.name,
          ours: BenchCommand(
            [errkb, "grep", "--catalogue", catalogue, "--in", scope] + pattern.arguments),
          peer: BenchCommand(["rg"] + pattern.arguments + files), target: target)
      }
    }
    report.heading("grep, against rg over the pages")
    try report.run(contests("fixes", content, target: 0.25))
    report.heading("grep --in all, against rg over the pages")
    try report.run(contests("all", content, target: 0.8))
    for scope in ["fixes", "all"] {
      let text = try CatalogueText(errkb: errkb, catalogue: catalogue, scope: scope)
      report.heading("grep --in \(scope), against rg over the same text, a file a locale")
      try report.run(contests(scope, [text.folder], target: nil))
    }
  }
}
