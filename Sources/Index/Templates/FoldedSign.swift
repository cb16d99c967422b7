/// Signs beside placeholders, compared as typography changes them: quotes curly or straight, blanks
/// that break or not, full-width forms.
enum FoldedSign {
  static let blank: UInt32 = 0x20

  /// What stands for a character in comparisons, and how many bytes it has: the one that begins at
  /// a position; bytes that are not UTF-8 stand for themselves.
  static func next(at position: Int, in text: Span<UInt8>) -> (sign: UInt32, length: Int) {
    let lead = text[position]
    if lead < 0x80 {
      return (lead == 0x09 || lead == 0x0A || lead == 0x0D ? blank : UInt32(lead), 1)
    }
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    guard length > 1, position + length <= text.count else { return (folded(UInt32(lead)), 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for index in position + 1..<position + length {
      guard text[index] & 0xC0 == 0x80 else { return (UInt32(lead), 1) }
      scalar = scalar << 6 | UInt32(text[index] & 0x3F)
    }
    return (folded(scalar), length)
  }

  /// The same for the character that ends at a position, which is not the beginning.
  static func previous(before position: Int, in text: Span<UInt8>) -> (sign: UInt32, length: Int) {
    var start = position - 1
    if text[start] < 0x80 { return next(at: start, in: text) }
    while start > 0, position - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    let found = next(at: start, in: text)
    return start + found.length == position ? found : (UInt32(text[position - 1]), 1)
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: blank
    case 0xB4, 0x2018...0x201B, 0x2039, 0x203A: 0x27
    case 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: 0x22
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0x3001: 0x2C
    case 0x3002: 0x2E
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    default: scalar
    }
  }
}

// MARK: - Texts

extension FoldedSign {
  /// How far a text stands at a position of a line, whose end is `limit`: the position behind what
  /// agrees, and whether that is all of it.
  ///
  /// Blanks in either count for nothing, and any quote is as good as another, unless the comparison
  /// is strict.
  static func skip(
    _ text: Span<UInt8>, in line: Span<UInt8>, from start: Int, to limit: Int,
    strictly: Bool = false
  ) -> (end: Int, isWhole: Bool) {
    var (position, index) = (start, 0)
    while true {
      while index < text.count {
        let sign = next(at: index, in: text)
        guard sign.sign == blank else { break }
        index += sign.length
      }
      while position < limit {
        let sign = next(at: position, in: line)
        guard sign.sign == blank else { break }
        position += sign.length
      }
      guard index < text.count else { return (min(position, limit), true) }
      guard position < limit else { return (min(position, limit), false) }
      let (wanted, found) = (next(at: index, in: text), next(at: position, in: line))
      guard isSame(wanted.sign, found.sign, strictly) else {
        return (min(position, limit), false)
      }
      position += found.length
      index += wanted.length
    }
  }

  /// The same backwards: where what agrees begins that ends at a position.
  static func skipBack(
    _ text: Span<UInt8>, in line: Span<UInt8>, from end: Int, to limit: Int,
    strictly: Bool = false
  ) -> (start: Int, isWhole: Bool) {
    var (position, index) = (end, text.count)
    while true {
      while index > 0 {
        let sign = previous(before: index, in: text)
        guard sign.sign == blank else { break }
        index -= sign.length
      }
      while position > limit {
        let sign = previous(before: position, in: line)
        guard sign.sign == blank else { break }
        position -= sign.length
      }
      guard index > 0 else { return (max(position, limit), true) }
      guard position > limit else { return (max(position, limit), false) }
      let (wanted, found) = (
        previous(before: index, in: text), previous(before: position, in: line)
      )
      guard isSame(wanted.sign, found.sign, strictly) else {
        return (max(position, limit), false)
      }
      position -= found.length
      index -= wanted.length
    }
  }

  private static func isSame(_ one: UInt32, _ other: UInt32, _ strictly: Bool) -> Bool {
    one == other || !strictly && isQuote(one) && isQuote(other)
  }

  private static func isQuote(_ sign: UInt32) -> Bool {
    sign == 0x22 || sign == 0x27 || sign == 0x60
  }

  /// Whether a text is nothing but blanks.
  static func isBlank(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let sign = next(at: index, in: text)
      guard sign.sign == blank else { return false }
      index += sign.length
    }
    return true
  }
}
