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
    let build = BenchCommand([errkb, "build"] + content + ["-o", output])
    let took = try build.run()
    let catalogue = output + "/catalogue.db"
    Report.say(
      "build: \(Report.fixed(took.wall, 2, width: 0)) s, "
        + "\(Report.fixed(Double(took.peak) / 1e6, 0, width: 0)) MB at the peak")

    var report = Report()
    try LookUp.run(errkb: errkb, catalogue: catalogue, &report)
    try LineSearch.run(errkb: errkb, catalogue: catalogue, content: content, &report)
    try RankedSearch.run(errkb: errkb, catalogue: catalogue, content: content, &report)
    try LogReading.run(errkb: errkb, catalogue: catalogue, &report)
  }
}
