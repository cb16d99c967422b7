/// The identifier of an error within its source, kept as written: `10061`, `-2`, `C2065`.
package struct EventID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }

  /// By the letters before the number, then the number, then the text: 2 before 10, C2 before D1.
  package static func < (left: EventID, right: EventID) -> Bool { left.place < right.place }

  /// What tells the place of an ID among others; for many comparisons it is made once.
  struct Place: Comparable {
    /// The letters, upper-cased.
    let prefix: String
    /// The number that follows them; a sign belongs to it.
    let number: Int
    let text: String

    static func < (left: Place, right: Place) -> Bool {
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      if left.number != right.number { return left.number < right.number }
      return left.text < right.text
    }
  }

  var place: Place {
    let digits = text.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let start = text.utf8.index(text.endIndex, offsetBy: -digits)
    let prefix = text[..<start]
    let number = Int(text[start...]) ?? 0
    return prefix == "-"
      ? Place(prefix: "", number: -number, text: text)
      : Place(prefix: prefix.uppercased(), number: number, text: text)
  }
}
