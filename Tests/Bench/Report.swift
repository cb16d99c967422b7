import BenchSupport
import Glibc

/// Prints results as they come, a table a group, and keeps those that stand in the last table.
struct Report {
  private var isHeaded = false
  private var table = BenchTable("what", "errkb", "peer", "ratio", "at most", "")

  private static let nameWidth = 44

  /// Begins a group of contests.
  mutating func heading(_ text: String) {
    Self.say("\n\(text)")
    isHeaded = false
  }

  /// Runs contests and prints a line for each; those whose peer is not installed are named.
  ///
  /// The results come in the same order; nil for what was left out.
  @discardableResult
  mutating func run(_ contests: [Contest]) throws(BenchError) -> [Contest.Result?] {
    var results: [Contest.Result?] = []
    for contest in contests {
      guard contest.peer.isInstalled else {
        Self.say("  \(padded(contest.name))  left out: \(contest.peer.words[0]) is not installed")
        results.append(nil)
        continue
      }
      let result = try contest.run()
      show(contest, result)
      results.append(result)
    }
    return results
  }

  /// Runs one contest, which has a row of its own in the last table.
  ///
  /// `work` says in Markdown what is done, `note`, asked after the last run, what else there is to say
  /// of both.
  @discardableResult
  mutating func headline(
    _ work: String, _ contest: Contest,
    note: (Contest.Result) -> (ours: String, peer: String)? = {
      _ in nil
    }
  ) throws(BenchError) -> Contest.Result? {
    guard let result = try run([contest])[0] else { return nil }
    var ours = "\(Figure.time(result.ours)), \(Figure.megabytes(result.peak))"
    var peer =
      "`\(contest.peerText)` \(Figure.time(result.peer)), \(Figure.megabytes(result.peerPeak))"
    if let note = note(result) {
      ours += "; \(note.ours)"
      peer += "; \(note.peer)"
      Self.say("  \(padded(""))  errkb \(note.ours); \(contest.peerText) \(note.peer)")
    }
    row(work, ours: ours, peer: peer, ratio: result.ratio, target: contest.target)
    if let target = contest.memoryTarget {
      row(
        "the same, memory", ours: Figure.megabytes(result.peak),
        peer: Figure.megabytes(result.peerPeak),
        ratio: Double(result.peak) / Double(result.peerPeak), target: target)
    }
    return result
  }

  /// Puts the middle and the worst of several contests of one kind into the last table.
  mutating func summary(
    _ work: String, _ results: [Contest.Result?], peer name: String, typical: Double?,
    worst: Double?
  ) {
    let results = results.compactMap(\.self)
    let ratios = results.map(\.ratio)
    guard let middle = Median.of(ratios), let most = ratios.max() else { return }
    func told(_ times: [Double], _ peak: Int) -> String {
      "\(Figure.time(times.min() ?? 0))–\(Figure.time(times.max() ?? 0)), \(Figure.megabytes(peak))"
    }
    row(
      "\(work): typical", ours: told(results.map(\.ours), results.map(\.peak).max() ?? 0),
      peer: "`\(name)` " + told(results.map(\.peer), results.map(\.peerPeak).max() ?? 0),
      ratio: middle, target: typical)
    row("\(work): worst", ours: "", peer: "", ratio: most, target: worst)
  }

  /// Puts a row into the last table, with its verdict.
  mutating func row(_ work: String, ours: String, peer: String, ratio: Double, target: Double?) {
    let verdict = target.map { Self.verdict(ratio, $0) } ?? ""
    table.add(
      work, ours, peer, Figure.fixed(ratio, ratio < 0.0995 ? 3 : 2),
      target.map { Figure.fixed($0, 2) } ?? "", verdict)
    if let target {
      Self.say(
        "  \(padded(""))  \(Figure.fixed(ratio, 3)), at most \(Figure.fixed(target, 2)): \(verdict)"
      )
    }
  }

  /// Puts something into the last table that is compared with nothing.
  mutating func fact(_ work: String, _ figure: String) {
    Self.say("  \(work): \(figure)")
    table.add(work, figure)
  }

  /// The last table; empty where nothing was measured.
  var markdown: String { table.isEmpty ? "" : table.markdown }

  private static func verdict(_ ratio: Double, _ target: Double) -> String {
    ratio <= target ? "met" : "missed by \(Figure.fixed((ratio / target - 1) * 100, 0)) %"
  }

  private mutating func show(_ contest: Contest, _ result: Contest.Result) {
    if !isHeaded {
      Self.say(
        "  \(padded(""))       errkb        peer   ratio  at most    memory      peer  rounds")
      isHeaded = true
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let target = contest.target.map { Figure.fixed($0, 2) } ?? "-"
    Self.say(
      "  \(padded(contest.name))  \(right(Figure.time(result.ours), 10))"
        + "  \(right(Figure.time(result.peer), 10))  \(right(Figure.fixed(result.ratio, 3), 6))"
        + "  \(right(target, 7))  \(right(Figure.megabytes(result.peak), 8))"
        + "  \(right(Figure.megabytes(result.peerPeak), 8))  \(right("\(result.rounds)", 6))")
  }

  /// Prints a line at once: a bench takes minutes and is watched.
  static func say(_ text: String) {
    let line = Array("\(text)\n".utf8)
    _ = write(STDOUT_FILENO, line, line.count)
  }

  private func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, Self.nameWidth - text.count))
  }
}
