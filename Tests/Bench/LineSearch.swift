import Glibc

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

  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    func contests(_ scope: String, _ files: [String], target: Double?) -> [Contest] {
      patterns.map { pattern in
        Contest(
          name: pattern.name,
          ours: BenchCommand(
            [subject.errkb, "grep", "--catalogue", subject.catalogue, "--in", scope]
              + pattern.arguments),
          peer: BenchCommand(["rg"] + pattern.arguments + files), target: target)
      }
    }
    report.heading("grep, against rg over the pages")
    report.summary(
      "`grep`, \(patterns.count) patterns, in fixes; rg: over the files",
      try report.run(contests("fixes", subject.corpus.folders, target: 0.25)), peer: "rg",
      typical: 0.25, worst: 0.8)
    report.heading("grep --in all, against rg over the pages")
    report.summary(
      "`grep --in all`, the same",
      try report.run(contests("all", subject.corpus.folders, target: 0.8)), peer: "rg",
      typical: 0.25, worst: 0.8)
    for scope in ["fixes", "all"] {
      let folder = BenchFolder.shared.path + "/text-\(scope)"
      let listing = BenchFolder.shared.path + "/listing"
      _ = try BenchCommand(
        subject.errkb, "grep", "--catalogue", subject.catalogue, "--in", scope, "--", ""
      ).run(output: listing)
      _ = try BenchTask.command("task-text", [listing, folder]).run()
      unlink(listing)
      report.heading("grep --in \(scope), against rg over the same text, a file a locale")
      try report.run(contests(scope, [folder], target: nil))
      try BenchFolder.shared.remove(folder)
    }
  }
}
