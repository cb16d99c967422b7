/// `show` against a client of tldr pages that only says its version: what a process has to cost.
enum LookUp {
  static func run(
    errkb: String, catalogue: String, content: [String], _ report: inout Report
  ) throws(BenchError) {
    report.heading("show, against tldr --version")
    try report.run([
      Contest(
        name: "show 10061 --lang fr",
        ours: BenchCommand(errkb, "show", "10061", "--lang", "fr", "--catalogue", catalogue),
        peer: BenchCommand("tldr", "--version"), target: 1, rounds: 101)
    ])
  }
}
