/// The bytes that stand in a text for what CommonMark must not interpret.
///
/// What the Docs additions give a meaning is covered, byte for byte, by control characters before
/// libcmark reads the text, and uncovered afterwards: positions do not move, and where the cover
/// turns out to lie in code it is taken off again. `SourceText` makes sure that no page brings these
/// bytes itself, and the `&` of a numeric entity that would bring them is covered as well.
enum Mask {
  /// A star of a printf placeholder: `%.*ls`.
  static let star: UInt8 = 0x01
  /// Begins a covered `[!INCLUDE …]` or another inline token; decimal digits of its index follow.
  static let token: UInt8 = 0x02
  /// Fills a covered token up to the length it had.
  static let fill: UInt8 = 0x03
  /// Covers the rows of a table.
  static let table: UInt8 = 0x04
  /// A `<` that begins a placeholder, not a tag: `<Datetime>`.
  static let angle: UInt8 = 0x05
  /// Covers `[!NOTE]` at the head of a quote.
  static let alert: UInt8 = 0x06
  /// The `&` of an entity that stands for a control character: `&#2;`.
  static let ampersand: UInt8 = 0x07

  /// Whether a byte is a cover.
  static func isCover(_ byte: UInt8) -> Bool { byte >= star && byte <= ampersand }

  /// Whether a cover stands in a text.
  static func hasCover(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where isCover(text[index]) { return true }
    return false
  }
}
