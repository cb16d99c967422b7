/// One thing to look for, in the terms of the index: any of its phrases will do.
struct SearchUnit: Hashable {
  /// Terms in a row.
  struct Phrase: Hashable {
    var terms: [[UInt8]]
    /// Whether the last term is only the beginning of one.
    var isPrefix = false
  }

  var phrases: [Phrase]
  /// Whether it must not be there.
  var isExcluded = false
  /// In about how many rows it stands.
  var rows: Int
  /// Whether it may be taken apart where the whole is not found: it was not quoted.
  var isDivisible = false
  /// Whether it tells little by itself, as an ending or a word that asks.
  var isWeak = false

  /// How telling it is among so many rows: sixteenths of the bits that say how few of them have it.
  func weight(among all: Int) -> Int {
    max(Self.leastWeight, Self.logarithm(max(all, 1)) - Self.logarithm(max(rows, 1)))
  }

  private static let leastWeight = 4

  /// Sixteen times the logarithm to the base of 2, by straight lines between powers: the same on
  /// every machine.
  private static func logarithm(_ number: Int) -> Int {
    let bits = Int.bitWidth - 1 - number.leadingZeroBitCount
    let rest = (number << 4) >> bits - 16
    return bits * 16 + rest
  }
}
