import Glibc

/// Prints results as they come, a table a group.
struct Report {
  private var isHeaded = false

  /// Begins a group of contests.
  mutating func heading(_ text: String) {
    Self.say("\n\(text)")
    isHeaded = false
  }

  /// Runs contests and prints a line for each; those whose peer is not installed are named.
  mutating func run(_ contests: [Contest]) throws(BenchError) {
    for contest in contests {
      guard contest.peer.isInstalled else {
        Self.say(
          "  \(Self.padded(contest.name, 34))  skipped: \(contest.peer.words[0]) is not installed")
        continue
      }
      show(contest, try contest.run())
    }
  }

  private mutating func show(_ contest: Contest, _ result: Contest.Result) {
    if !isHeaded {
      Self.say("  \(Self.padded("", 34))     errkb       peer   ratio   target   peak")
      isHeaded = true
    }
    let target = contest.target.map { Self.fixed($0, 2, width: 6) } ?? "     -"
    let verdict = contest.target.map { result.ratio <= $0 ? "" : "  missed" } ?? ""
    Self.say(
      "  \(Self.padded(contest.name, 34))  \(Self.time(result.ours)) \(Self.time(result.peer))"
        + "  \(Self.fixed(result.ratio, 2, width: 6))  \(target)  "
        + "\(Self.fixed(Double(result.peak) / 1e6, 0, width: 4)) MB\(verdict)")
  }

  /// Prints a line at once: a bench takes minutes and is watched.
  static func say(_ text: String) {
    let line = Array("\(text)\n".utf8)
    _ = write(STDOUT_FILENO, line, line.count)
  }

  /// Seconds in the unit that suits them.
  private static func time(_ seconds: Double) -> String {
    seconds < 1 ? "\(fixed(seconds * 1e3, 2, width: 7)) ms" : "\(fixed(seconds, 2, width: 7)) s "
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A number with so many digits after the point, right in its column.
  static func fixed(_ value: Double, _ digits: Int, width: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    var text = "\(scaled / scale)"
    if digits > 0 {
      let rest = "\(scaled % scale)"
      text += "." + String(repeating: "0", count: digits - rest.count) + rest
    }
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
