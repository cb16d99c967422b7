import BenchSupport

/// errkb against a peer at the same task, in turns, so that both see the same machine.
struct Contest {
  let name: String
  let ours: BenchCommand
  let peer: BenchCommand
  /// What the peer is called; the name of its program if nil.
  var peerName: String?
  /// The ratio of the times, ours to theirs, that is good enough; nil where none was set.
  var target: Double?
  /// The ratio of the peaks that is good enough.
  var memoryTarget: Double?
  /// The most rounds; fewer where they would take too long.
  var rounds = 21

  /// What came of it.
  struct Result {
    /// Medians, in seconds.
    var ours: Double
    var peer: Double
    /// The median of the ratios of neighbouring runs.
    var ratio: Double
    /// The most memory that a run held, in bytes.
    var peak: Int
    var peerPeak: Int
    var rounds: Int
  }

  func run() throws(BenchError) -> Result {
    // The first runs fill the page cache, and tell how many more there can be.
    let pair = try ours.run().wall + peer.run().wall
    let rounds = min(max(Int(BenchSetting.time / pair), BenchSetting.rounds), rounds)
    var (own, other, ratios): ([Double], [Double], [Double]) = ([], [], [])
    var (peak, peerPeak) = (0, 0)
    for _ in 0..<rounds {
      let (first, second) = (try ours.run(), try peer.run())
      own.append(first.wall)
      other.append(second.wall)
      ratios.append(first.wall / second.wall)
      peak = max(peak, first.peak)
      peerPeak = max(peerPeak, second.peak)
    }
    return Result(
      ours: Median.of(own) ?? 0, peer: Median.of(other) ?? 0, ratio: Median.of(ratios) ?? 0,
      peak: peak, peerPeak: peerPeak, rounds: rounds)
  }

  /// The peer's name in tables.
  var peerText: String { peerName ?? peer.words[0] }
}
