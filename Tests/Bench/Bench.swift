import Glibc

/// What errkb takes against named peers, as ratios of one run, and how it grows.
@main
enum Bench {
  private static let usage = """
    usage: bench run PROGRAM CONTENT…        measure errkb against named peers
           bench size PROGRAM PLOT           measure errkb at growing sizes, and plot it
           bench generate FOLDER PAGES LOCALES   make content of any size
    """

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch (words.first, words.count) {
      case ("run", 3...):
        try measuring { try PeerBench.run(errkb: words[1], content: Array(words[2...])) }
      case ("size", 3): try measuring { try SizeBench.run(errkb: words[1], plot: words[2]) }
      case ("generate", 4): try GenerateTask.run(words)
      case (let name?, _) where BenchTask.all[name] != nil: try BenchTask.run(words)
      default:
        Report.say(usage)
        exit(2)
      }
    } catch {
      Report.say("bench: \(error)")
      exit(2)
    }
  }

  /// Does what needs a work folder; it goes whatever happens.
  private static func measuring(_ work: () throws -> Void) throws {
    BenchFolder.shared.removeWhenInterrupted()
    defer { BenchFolder.shared.remove() }
    try work()
  }
}
