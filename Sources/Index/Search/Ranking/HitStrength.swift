/// How strong the hits of one phrase in one row are: what each adds depends on those before it.
///
/// Whole numbers only: the browser's half of search comes to the same.
package struct HitStrength {
  package private(set) var value = 0
  private var column = -1
  private var hits = 0

  /// How much a hit in each column weighs, by the column's number.
  package static let weights = SearchColumn.allCases.map { Int($0.weight) }

  /// More hits of one phrase in a row are not looked at.
  private static let mostHits = 24
  /// What stands first in a message or title is what it is about.
  private static let early = 8

  package init() {}

  /// Adds the next hit, in order of columns and words; false where no more of them count.
  package mutating func add(column: Int, offset: Int) -> Bool {
    // A text that says it again says little more.
    let weight = Self.weights[column]
    value += column == self.column ? weight / 4 : weight
    if column <= SearchColumn.title.number, column != self.column, offset < Self.early {
      value += weight * (Self.early - offset) / (4 * Self.early)
    }
    self.column = column
    hits += 1
    return hits < Self.mostHits
  }
}
