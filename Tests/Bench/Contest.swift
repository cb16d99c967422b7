/// errkb against a peer at the same task, in turns, so that both see the same machine.
struct Contest {
  let name: String
  let ours: BenchCommand
  let peer: BenchCommand
  /// The ratio of the times, ours to theirs, that is good enough; nil where none was set.
  var target: Double?
  var rounds = 21

  /// What came of it.
  struct Result {
    /// Medians, in seconds.
    var ours: Double
    var peer: Double
    /// The median of the ratios of neighbouring runs.
    var ratio: Double
    /// The most memory that a run of ours held, in bytes.
    var peak: Int
  }

  func run() throws(BenchError) -> Result {
    // The first runs fill the page cache.
    _ = try ours.run()
    _ = try peer.run()
    var (own, other, ratios): ([Double], [Double], [Double]) = ([], [], [])
    var peak = 0
    for _ in 0..<rounds {
      let (first, second) = (try ours.run(), try peer.run())
      own.append(first.wall)
      other.append(second.wall)
      ratios.append(first.wall / second.wall)
      peak = max(peak, first.peak)
    }
    return Result(
      ours: Self.median(own), peer: Self.median(other), ratio: Self.median(ratios), peak: peak)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
