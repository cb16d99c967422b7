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
  private let weights = HitStrength.weights
  /// Where the hits of a row are: column, word and unit in one number, so that they sort.
  private var places: [UInt64] = []
  private var strengths: [Int] = []

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
      var strength = HitStrength()
      row.forEachHit(of: phrase) { column, offset in
        // A damaged index has hits where there is nothing.
        guard weights.indices.contains(column), offset >= 0 else { return false }
        places.append(UInt64(column) << 48 | UInt64(offset) << 16 | UInt64(unit))
        return strength.add(column: column, offset: offset)
      }
      strengths[unit] += strength.value
    }
    candidates.append(Candidate(row: row.number, score: score()))
  }

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
