/// How many columns of a terminal a text takes.
///
/// East Asian wide characters and emoji take two, combining and invisible ones none, all others one.
/// A sequence that a terminal draws as one emoji (joined by U+200D, asked for by U+FE0F, a pair of
/// regional indicators, a skin tone) takes two in all, so a code point is counted with what stands
/// before it: `advance(over:)`. Control characters never come here; they are made visible before.
package struct DisplayWidth {
  /// What the code points seen so far leave open.
  private enum Pending {
    case nothing
    /// A character that U+FE0F widens.
    case emojiOnRequest
    /// A character that a skin tone or U+200D may follow.
    case emoji
    /// U+200D after an emoji: what follows belongs to it.
    case joiner
    /// The first of two regional indicators.
    case regionalIndicator
  }

  private var pending = Pending.nothing

  package init() {}

  /// The columns of a text.
  package static func columns(of text: String) -> Int { columns(of: text.utf8.span) }

  /// The columns of UTF-8 text.
  package static func columns(of text: [UInt8]) -> Int { columns(of: text.span) }

  /// The columns of UTF-8 text.
  ///
  /// No generic function: across modules it would look up conformances while it runs, which costs
  /// a short command more than all the counting.
  package static func columns(of bytes: Span<UInt8>) -> Int {
    var width = DisplayWidth()
    var columns = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        columns += width.advanceOverASCII()
        index += 1
      } else {
        let scalar = UTF8Scalar(in: bytes, at: index)
        columns += width.advance(over: scalar.value)
        index += scalar.length
      }
    }
    return columns
  }

  /// The columns of a code point by itself: 0, 1 or 2.
  package static func columns(of scalar: UInt32) -> Int {
    switch scalar {
    // Most letters, dashes and quotation marks, without a search.
    case 0..<0x300, 0x2010...0x2027: return 1
    // The bulk of Han, kana, Hangul and their punctuation.
    case 0x3001...0x3029, 0x3041...0x3096, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60:
      return 2
    default:
      if contains(scalar, in: zero) { return 0 }
      return contains(scalar, in: wide) ? 2 : 1
    }
  }

  /// The columns that an ASCII character adds, which is always one.
  package mutating func advanceOverASCII() -> Int {
    // `#️⃣` and `1️⃣` are rare enough to be taken as narrow.
    pending = .nothing
    return 1
  }

  /// The columns that a code point adds to those before it.
  package mutating func advance(over scalar: UInt32) -> Int {
    let before = pending
    pending = .nothing
    switch scalar {
    case 0xFE0F:
      guard before == .emojiOnRequest else {
        pending = before
        return 0
      }
      pending = .emoji
      return 1
    case 0x200D:
      if before == .emoji || before == .emojiOnRequest { pending = .joiner }
      return 0
    case 0x1F3FB...0x1F3FF where before == .emoji || before == .emojiOnRequest:
      pending = .emoji
      return before == .emoji ? 0 : 1
    case 0x1F1E6...0x1F1FF:
      if before != .regionalIndicator { pending = .regionalIndicator }
      return 1
    default:
      let columns = Self.columns(of: scalar)
      if columns == 0 {
        pending = before
        return 0
      }
      if columns == 2 {
        pending = scalar >= 0x1F000 || scalar < 0x2E80 ? .emoji : .nothing
      } else if !(0xB0..<0x203C).contains(scalar), Self.contains(scalar, in: Self.emojiOnRequest) {
        pending = .emojiOnRequest
      }
      return before == .joiner && pending != .nothing ? 0 : columns
    }
  }

  /// Whether a code point lies in one of the ranges whose bounds stand pairwise, in order.
  private static func contains(_ scalar: UInt32, in bounds: [UInt32]) -> Bool {
    // The number of bounds at or below the code point, by halves.
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= scalar { low = middle + 1 } else { high = middle }
    }
    // After an odd number a range is open; after an even one its last code point may be this one.
    return low % 2 == 1 || (low > 0 && bounds[low - 1] == scalar)
  }
}
