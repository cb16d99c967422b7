internal import Diagnostics

/// A name that was typed, made ready to be compared with many that exist.
struct NearName {
  /// In small letters.
  private let bytes: [UInt8]
  private let number: (letters: ArraySlice<UInt8>, value: Int)?

  /// Longer names are not compared letter by letter: nobody mistypes them.
  private static let longest = 64

  init(_ name: String) {
    bytes = name.utf8.map(\.asciiLowercased)
    number = Self.number(of: bytes)
  }

  /// How far an existing name is from the one that was typed.
  struct Distance {
    /// How many slips of the hand lie between; 2 stands for any number of them where the names
    /// are near as numbers.
    let slips: Int
    /// How much higher its number is; nil where the names are not comparable so.
    let gap: Int?
  }

  /// How far an existing name is, or nil where it is not near at all.
  func distance(to name: String) -> Distance? {
    let other = name.utf8.map(\.asciiLowercased)
    if let number, let otherNumber = Self.number(of: other), number.letters == otherNumber.letters {
      let (gap, overflow) = otherNumber.value.subtractingReportingOverflow(number.value)
      return overflow ? nil : Distance(slips: slips(to: other) <= 1 ? 1 : 2, gap: gap)
    }
    // A third of a name may be wrong, but a short one does not match everything.
    let allowed = max(1, bytes.count / 3)
    guard bytes.count > 1, abs(bytes.count - other.count) <= allowed else { return nil }
    let slips = slips(to: other)
    return slips <= allowed ? Distance(slips: slips, gap: nil) : nil
  }

  /// The letters before the digits at the end and what the digits say; a minus sign is not a
  /// letter.
  private static func number(of name: [UInt8]) -> (letters: ArraySlice<UInt8>, value: Int)? {
    let start = name.lastIndex { !(0x30...0x39).contains($0) }.map { $0 + 1 } ?? 0
    guard let value = Int(String(decoding: name[start...], as: UTF8.self)) else { return nil }
    let letters = name[..<start]
    return letters.elementsEqual([UInt8(ascii: "-")]) ? ([], -value) : (letters, value)
  }

  /// How many slips of the hand make one name of the other.
  private func slips(to other: [UInt8]) -> Int {
    guard bytes.count <= Self.longest, other.count <= Self.longest else { return .max }
    return EditDistance.between(bytes, other)
  }
}
