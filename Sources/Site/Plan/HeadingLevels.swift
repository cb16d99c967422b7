/// The levels of the headings of one piece of text, one deeper than what they stand under and never
/// deeper than that by more than one.
struct HeadingLevels {
  /// The level of the heading over the piece.
  let above: Int
  /// The levels, as the text has them, of the headings that the next may stand under.
  private var open: [Int] = []

  init(above: Int) { self.above = above }

  /// The level of the next heading, which the text gives that level.
  mutating func next(_ written: Int) -> Int {
    while let last = open.last, last >= written { open.removeLast() }
    open.append(written)
    return min(above + open.count, 6)
  }
}
