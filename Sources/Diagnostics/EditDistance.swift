/// How far one word is from another, for "did you mean".
package enum EditDistance {
  /// The words nearest to one that was not found, the nearest first, at most three.
  ///
  /// A word is near if no more than a third of its letters have to change, one at least; upper and
  /// lower case count as the same letter. Equally near words keep their order.
  package static func nearMisses(
    to word: String, among candidates: some Sequence<String>
  ) -> [String] {
    let wanted = letters(word)
    let limit = max(1, wanted.count / 3)
    var near: [(distance: Int, word: String)] = []
    for candidate in candidates {
      let other = letters(candidate)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = between(wanted, other)
      if distance <= limit { near.append((distance, candidate)) }
    }
    // Sorting is not promised to be stable, so the order given breaks ties by itself.
    let order = near.indices.sorted { left, right in
      (near[left].distance, left) < (near[right].distance, right)
    }
    return order.prefix(3).map { near[$0].word }
  }

  private static func letters(_ word: String) -> [Unicode.Scalar] {
    Array(word.lowercased().unicodeScalars)
  }

  /// The number of letters to insert, remove, replace or swap with their neighbour to make one word
  /// of the other (optimal string alignment).
  ///
  /// Inlinable, since a look-up compares one name with tens of thousands.
  ///
  /// - Complexity: O(*n* · *m*).
  @inlinable
  package static func between<Letter: Equatable>(_ word: [Letter], _ other: [Letter]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in word.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(other.count + 1)
      for (column, otherLetter) in other.enumerated() {
        var best = min(
          last[column + 1] + 1, current[column] + 1,
          last[column] + (letter == otherLetter ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], word[row - 1] == otherLetter {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
