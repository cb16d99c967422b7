import Glibc

/// `explain` against ripgrep, which counts lines with the number patterns and knows no text.
enum LogReading {
  /// What ripgrep looks for: the forms in which a number may stand, in the languages of the log.
  private static let patterns = """
    Error: [0-9]+, Severity: [0-9]+, State: [0-9]+
    Msg [0-9]+, Level [0-9]+, State [0-9]+
    \\(Microsoft SQL Server, [A-Za-z]+ ?: -?[0-9]+\\)
    \\b(error|warning) [A-Z]+[0-9]{4}\\b

    """

  static func run(errkb: String, catalogue: String, _ report: inout Report) throws {
    let megabytes = getenv("ERRKB_BENCH_LOG_MB").flatMap { Int(String(cString: $0)) } ?? 1024
    let log = BenchFolder.shared.path + "/log"
    var generator = try LogGenerator(catalogue: catalogue)
    try generator.write(to: log, bytes: megabytes << 20)
    let patterns = try BenchFolder.shared.file("patterns", Array(Self.patterns.utf8.dropLast()))
    report.heading("explain, a log of \(megabytes) MB, against rg -c with the number patterns")
    try report.run([
      Contest(
        name: "explain",
        ours: BenchCommand(errkb, "explain", "--catalogue", catalogue, "--lang", "en", log),
        peer: BenchCommand("rg", "-c", "-f", patterns, log), target: 3, rounds: 5)
    ])
    unlink(log)
  }
}
