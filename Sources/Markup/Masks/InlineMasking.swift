import Diagnostics

/// Covers what Docs Markdown and printf put inside lines: includes and their kind, stars of
/// placeholders, angle brackets that begin no HTML tag; and entities of control characters.
struct InlineMasking {
  /// The text with what it found covered, as long as the original.
  var bytes: [UInt8]
  var tokens: [InlineToken] = []
  /// Where `[!INCLUDE` begins something that is no include.
  var malformed: [SourcePosition] = []

  let original: [UInt8]
  var line = 1
  var lineStart = 0

  /// Covers a text of LF lines that holds no control characters.
  init(_ text: [UInt8]) {
    original = text
    bytes = text
    var index = 0
    while index < text.count {
      guard Self.isStart(text[index]) else {
        index += 1
        continue
      }
      switch text[index] {
      case 0x0A:
        line += 1
        index += 1
        lineStart = index
      case UInt8(ascii: "%"):
        coverStars(after: index)
        index += 1
      case UInt8(ascii: "<"):
        coverAngle(at: index)
        index += 1
      case UInt8(ascii: "&"):
        if isControlEntity(at: index) { bytes[index] = Mask.ampersand }
        index += 1
      case UInt8(ascii: "["):
        index = coverBracketToken(at: index) ?? index + 1
      case UInt8(ascii: ":"):
        index = coverColonToken(at: index) ?? index + 1
      default:
        index += 1
      }
    }
  }

  /// Whether a byte begins something that is looked at: nearly none does.
  private static func isStart(_ byte: UInt8) -> Bool {
    // A bit each for a line feed, `%`, `&`, `:` and `<`.
    let starts: UInt64 = 1 << 0x0A | 1 << 0x25 | 1 << 0x26 | 1 << 0x3A | 1 << 0x3C
    return byte < 64 ? starts >> UInt64(byte) & 1 == 1 : byte == UInt8(ascii: "[")
  }

  func byte(_ index: Int) -> UInt8 { index < original.count ? original[index] : 0x0A }

  // MARK: Bytes

  func position(of offset: Int) -> SourcePosition {
    SourcePosition(line: line, column: offset - lineStart + 1)
  }

  /// The offset after a word that stands here in any case of its letters.
  func match(_ word: StaticString, at start: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    guard start + count <= original.count else { return nil }
    for offset in 0..<count {
      let wanted = unsafe word.utf8Start[offset]
      let found = original[start + offset]
      guard found == wanted || (isLetter(found) && found | 0x20 == wanted) else { return nil }
    }
    return start + count
  }

  func skipBlanks(_ start: Int) -> Int {
    var index = start
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    return index
  }

  func trimmed(_ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, original[start] == 0x20 { start += 1 }
    while end > start, original[end - 1] == 0x20 { end -= 1 }
    return String(decoding: original[start..<end], as: UTF8.self)
  }

  func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
