/// Takes the rows of a full-text query as FTS5 finds them and gives each its score.
///
/// Whole numbers only: the same rows have the same scores on every machine.
final class HitCollector {
  /// A row that was found.
  struct Candidate {
    var row: Int
    var score: Int
  }

  /// What is looked for, as far as scores depend on it.
  struct Unit {
    /// How telling it is: sixteenths of the bits that say in how few rows it stands.
    var weight: Int
  }

  private(set) var candidates: [Candidate] = []
  private var units: [Unit] = []
  /// The unit that each phrase of the query belongs to; -1 for what must not be there.
  private var unitOfPhrase: [Int] = []
  /// The sum of all weights, at least 1.
  private var total = 1
  private let weights = SearchColumn.allCases.map { Int($0.weight) }
  /// Where the hits of a row are: column, word and unit in one number, so that they sort.
  private var places: [UInt64] = []
  private var strengths: [Int] = []

  /// More hits of one phrase in a row are not looked at.
  private static let mostHits = 24

  init() {}

  /// Makes ready for another query.
  func begin(_ units: [Unit], phrases: [Int]) {
    candidates.removeAll(keepingCapacity: true)
    self.units = units
    unitOfPhrase = phrases
    total = max(1, units.reduce(0) { $0 + $1.weight })
    strengths = Array(repeating: 0, count: units.count)
  }

  /// Takes a row.
  func collect(_ row: FTS5Row) {
    places.removeAll(keepingCapacity: true)
    for unit in strengths.indices { strengths[unit] = 0 }
    for (phrase, unit) in unitOfPhrase.enumerated() where unit >= 0 {
      var hits = 0
      var column = -1
      row.forEachHit(of: phrase) { hitColumn, offset in
        // A damaged index has hits where there is nothing.
        guard weights.indices.contains(hitColumn), offset >= 0 else { return false }
        // A text that says it again says little more.
        let weight = weights[hitColumn]
        strengths[unit] += hitColumn == column ? weight / 4 : weight
        if hitColumn <= SearchColumn.title.number, hitColumn != column, offset < Self.early {
          strengths[unit] += weight * (Self.early - offset) / (4 * Self.early)
        }
        column = hitColumn
        places.append(UInt64(hitColumn) << 48 | UInt64(offset) << 16 | UInt64(unit))
        hits += 1
        return hits < Self.mostHits
      }
    }
    candidates.append(Candidate(row: row.number, score: score()))
  }

  /// What stands first in a message or title is what it is about.
  private static let early = 8

  /// How strong hits must be for half the weight of their unit.
  private static let half = 24

  private func score() -> Int {
    var score = 0
    var covered = 0
    for unit in units.indices where strengths[unit] > 0 {
      let weight = units[unit].weight
      covered += weight
      score += weight * 1024 * strengths[unit] / (strengths[unit] + Self.half)
    }
    score += closeness()
    // What lacks a part of what is looked for counts for less by that part.
    return score * covered / total
  }

  /// What is added where hits of different units stand near one another in their text.
  private func closeness() -> Int {
    guard units.count > 1, places.count > 1 else { return 0 }
    places.sort()
    var closeness = 0
    for index in 1..<places.count {
      let (one, other) = (places[index - 1], places[index])
      guard one >> 48 == other >> 48, one & 0xFFFF != other & 0xFFFF else { continue }
      let gap = Int(other >> 16 & 0xFFFF_FFFF) - Int(one >> 16 & 0xFFFF_FFFF)
      guard gap > 0, gap <= Self.near else { continue }
      let weight = min(units[Int(one & 0xFFFF)].weight, units[Int(other & 0xFFFF)].weight)
      let column = weights[Int(other >> 48)]
      closeness = max(closeness, 0) + weight * 64 * column / gap / 8
    }
    return min(closeness, total * 512)
  }

  private static let near = 6
}
