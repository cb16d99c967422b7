/// The identifier of an error within its source, kept as written: `10061`, `-2`, `C2065`.
package struct EventID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }

  /// By the letters before the number, then the number, then the text: 2 before 10, C2 before D1.
  package static func < (left: EventID, right: EventID) -> Bool {
    let (one, other) = (left.parts, right.parts)
    if one.prefix != other.prefix { return one.prefix < other.prefix }
    if one.number != other.number { return one.number < other.number }
    return left.text < right.text
  }

  /// The letters, upper-cased, and the number that follows them; a sign belongs to the number.
  private var parts: (prefix: String, number: Int) {
    let digits = text.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let prefix = text.dropLast(digits)
    let number = Int(text.suffix(digits)) ?? 0
    return prefix == "-" ? ("", -number) : (prefix.uppercased(), number)
  }
}
