import Glibc

/// `bench PROGRAM CONTENT…`: what errkb takes against named peers, as ratios of one run.
@main
enum Bench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count > 1 else {
      Report.say("usage: bench PROGRAM CONTENT…")
      exit(2)
    }
    defer { BenchFolder.shared.remove() }
    do {
      try run(errkb: arguments[0], content: Array(arguments[1...]))
    } catch {
      Report.say("bench: \(error)")
      BenchFolder.shared.remove()
      exit(2)
    }
  }

  private static func run(errkb: String, content: [String]) throws {
    let output = BenchFolder.shared.folder("build")
    let build = BenchCommand([errkb, "build"] + content + ["-o", output, "--only", "catalogue"])
    let took = try build.run()
    let catalogue = output + "/catalogue.db"
    Report.say(
      "build: \(Report.fixed(took.wall, 2, width: 0)) s, "
        + "\(Report.fixed(Double(took.peak) / 1e6, 0, width: 0)) MB at the peak")

    var report = Report()
    for (name, contest) in contests where only.isEmpty || only == name {
      try contest(errkb, catalogue, content, &report)
    }
  }

  /// The one command to measure; all if empty.
  private static var only: String { getenv("ERRKB_BENCH_ONLY").map { String(cString: $0) } ?? "" }

  private typealias Measurement = (
    _ errkb: String, _ catalogue: String, _ content: [String], _ report: inout Report
  ) throws -> Void

  private static var contests: KeyValuePairs<String, Measurement> {
    [
      "show": LookUp.run, "grep": LineSearch.run, "search": RankedSearch.run,
      "explain": LogReading.run,
    ]
  }
}
