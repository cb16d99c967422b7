import BenchSupport
import Glibc

/// `bench run PROGRAM CONTENT…`: errkb against its peers.
enum PeerBench {
  static func run(errkb: String, content: [String]) throws {
    sayWhere(errkb, content)
    let corpus = try BenchCorpus(content)
    Report.say(
      "content: \(corpus.size.files) files, \(Figure.megabytes(corpus.size.bytes)), copied from "
        + "\(content.joined(separator: " "))"
        + (BenchSetting.isQuick ? "; QUICK: English and French of the first, fewer rounds" : ""))
    let output = BenchFolder.shared.folder("catalogue")
    _ = try BenchCommand(
      [errkb, "build"] + corpus.folders + ["-o", output, "--only", "catalogue"]
    )
    .run()
    let subject = BenchSubject(
      errkb: errkb, corpus: corpus, catalogue: output + "/catalogue.db")

    var report = Report()
    for (name, contest) in contests where BenchSetting.only.isEmpty || BenchSetting.only == name {
      try contest(subject, &report)
    }
    Report.say("\nno peak below \(Figure.megabytes(Machine.ownPeak)) can be told: the bench's own")
    try finish(report, errkb, content, corpus)
  }

  private typealias Measurement = (_ subject: BenchSubject, _ report: inout Report) throws -> Void

  private static var contests: KeyValuePairs<String, Measurement> {
    [
      "build": CleanBuild.run, "parse": Parsing.run, "rebuild": Rebuild.run, "man": ManBuilding.run,
      "show": LookUp.run, "search": RankedSearch.run, "grep": LineSearch.run,
      "explain": LogReading.run, "instructions": InstructionCount.run,
    ]
  }

  private static func sayWhere(_ errkb: String, _ content: [String]) {
    Report.say("\(Machine.date); \(Machine.text)")
    Report.say(
      "work folder: \(BenchFolder.shared.path), \(Machine.fileSystem(of: BenchFolder.shared.path))")
    Report.say(versions(errkb))
  }

  private static func versions(_ errkb: String) -> String {
    Machine.versions(of: [
      "errkb": [errkb, "--version"], "Hugo": ["hugo", "version"], "cmark": ["cmark", "--version"],
      "cmark-gfm": ["cmark-gfm", "--version"], "ripgrep": ["rg", "--version"],
      "tealdeer": ["tldr", "--version"], "SQLite": ["sqlite3", "--version"],
      "pandoc": ["pandoc", "--version"], "Pagefind": ["pagefind", "--version"],
      "lowdown": ["dpkg-query", "-W", "-f", "${Version}", "lowdown"], "man": ["man", "--version"],
      "hyperfine": ["hyperfine", "--version"], "valgrind": ["valgrind", "--version"],
    ])
  }

  /// Prints the last table, and writes it where it was asked for.
  private static func finish(
    _ report: Report, _ errkb: String, _ content: [String], _ corpus: BenchCorpus
  ) throws(BenchError) {
    guard !report.markdown.isEmpty else { return }
    let names = content.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let text = """
      Measured \(Machine.date) by `make bench\(BenchSetting.isQuick ? " QUICK=1" : "")`: \
      \(Machine.text); work folder on \(Machine.fileSystem(of: BenchFolder.shared.path)).
      Content: \(names.joined(separator: ", ")), \(Figure.grouped(corpus.size.files)) files, \
      \(Figure.megabytes(corpus.size.bytes)). \(versions(errkb)).

      Each pair ran in turns as whole processes; times are medians, ratios medians of neighbouring
      runs, memory is the most that one process held, told from \(Figure.megabytes(Machine.ownPeak)) on. What is at
      most allowed was set beforehand.

      \(report.markdown)
      """
    Report.say("\n\(text)")
    if let file = BenchSetting.table {
      unlink(file)
      try TextFile.append(text, to: file)
    }
  }
}

/// What is measured: the program, and what it works on.
struct BenchSubject {
  let errkb: String
  let corpus: BenchCorpus
  /// A catalogue of the corpus.
  let catalogue: String
}
