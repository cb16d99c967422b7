import Diagnostics

/// Covers what Docs Markdown and printf put inside lines: includes and their kind, stars of
/// placeholders, angle brackets that begin no HTML tag; and entities of control characters.
struct InlineMasking {
  private(set) var bytes: [UInt8]
  private(set) var tokens: [InlineToken] = []
  /// Where `[!INCLUDE` begins something that is no include.
  private(set) var malformed: [SourcePosition] = []

  private let original: [UInt8]
  private var line = 1
  private var lineStart = 0

  /// Covers a text of LF lines that holds no control characters.
  init(_ text: [UInt8]) {
    original = text
    bytes = text
    var index = 0
    while index < original.count {
      switch original[index] {
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

  private func byte(_ index: Int) -> UInt8 { index < original.count ? original[index] : 0x0A }

  // MARK: Placeholders

  /// The stars of `%.*ls` in all the forms that machine translation left: `%.* ls`, `%. *ls`,
  /// `%* ls`, `%.**ls`.
  ///
  /// `100% *important*` is not one: a blank right after the sign ends it unless a point follows.
  private mutating func coverStars(after sign: Int) {
    let longest = 12
    var stars: [Int] = []
    var isPrecision = false
    var index = sign + 1
    while index < sign + longest {
      switch byte(index) {
      case UInt8(ascii: "*"):
        stars.append(index)
      case UInt8(ascii: "."):
        isPrecision = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"), UInt8(ascii: "+"),
        UInt8(ascii: "-"):
        break
      case UInt8(ascii: "d") where byte(index + 1) == UInt8(ascii: "."):
        break
      case 0x20 where isPrecision || !stars.isEmpty || byte(index + 1) == UInt8(ascii: "."):
        break
      // `%0 *I64x`, but not `5% *important*`.
      case 0x20 where byte(index + 1) == UInt8(ascii: "*") && isDigit(byte(index - 1)):
        break
      default:
        if !stars.isEmpty, isConversion(at: index) {
          for star in stars { bytes[star] = Mask.star }
        }
        return
      }
      index += 1
    }
  }

  /// Whether a printf conversion begins here: `ls`, `hs`, `s`, `I64x`, and `Is`, a slip of `ls`.
  private func isConversion(at index: Int) -> Bool {
    switch byte(index) {
    case UInt8(ascii: "l"), UInt8(ascii: "h"), UInt8(ascii: "I"), UInt8(ascii: "s"),
      UInt8(ascii: "S"), UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"),
      UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "c"):
      // After a blank only a whole `ls` or `I64x` counts: in `%.* lsa` the star is none of ours.
      if byte(index - 1) != 0x20 { return true }
      if byte(index) == UInt8(ascii: "I"), byte(index + 1) == UInt8(ascii: "6") { return true }
      return byte(index + 1) == UInt8(ascii: "s") && !isLetter(byte(index + 2))
    default:
      return false
    }
  }

  /// A `<` before a name that is no HTML element is text: `<Datetime>`, `<ip address>`.
  private mutating func coverAngle(at start: Int) {
    if start > 0, original[start - 1] == UInt8(ascii: "\\") { return }
    var index = start + 1
    if byte(index) == UInt8(ascii: "/") { index += 1 }
    let nameStart = index
    while isLetter(byte(index)) || isDigit(byte(index)) || byte(index) == UInt8(ascii: "-") {
      index += 1
    }
    guard index > nameStart, isLetter(original[nameStart]) else { return }
    // An autolink: `<https://…>`, `<someone@example.com>`.
    if [UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "+")]
      .contains(byte(index))
    {
      return
    }
    let name = original[nameStart..<index]
    if !HTMLElement.isKnown(name) || isPlaceholder(name, endingAt: index) {
      bytes[start] = Mask.angle
    }
  }

  /// Whether the name of an element stands here as a placeholder: `<table>` with no `</table` in the
  /// same paragraph.
  private func isPlaceholder(_ name: ArraySlice<UInt8>, endingAt end: Int) -> Bool {
    guard byte(end) == UInt8(ascii: ">"), byte(name.startIndex - 1) == UInt8(ascii: "<"),
      HTMLElement.isAlsoPlaceholder(name)
    else { return false }
    let furthest = min(original.count, end + 4096)
    var index = end
    while index < furthest {
      if original[index] == 0x0A, byte(index + 1) == 0x0A { return true }
      if original[index] == UInt8(ascii: "<"), byte(index + 1) == UInt8(ascii: "/"),
        original[index...].dropFirst(2).prefix(name.count)
          .elementsEqual(name, by: { $0 | 0x20 == $1 | 0x20 })
      {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether `&#27;` or `&#x1B;` begins here: a character that no text has.
  private func isControlEntity(at start: Int) -> Bool {
    guard byte(start + 1) == UInt8(ascii: "#") else { return false }
    let isHexadecimal = byte(start + 2) | 0x20 == UInt8(ascii: "x")
    var index = start + (isHexadecimal ? 3 : 2)
    var value = 0
    while let digit = Self.digit(byte(index)), digit < (isHexadecimal ? 16 : 10), value < 0x11_0000
    {
      value = value * (isHexadecimal ? 16 : 10) + digit
      index += 1
    }
    guard byte(index) == UInt8(ascii: ";") else { return false }
    return (0x01...0x1F).contains(value) && value != 0x09 && value != 0x0A
      || (0x7F...0x9F).contains(value)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 0x41 + 10
    default: nil
    }
  }

  // MARK: Tokens

  /// `[!INCLUDE [label](path)]`, `[!VIDEO address]`, `[!code-sql[label](path)]`; returns the offset
  /// that follows it.
  private mutating func coverBracketToken(at start: Int) -> Int? {
    guard byte(start + 1) == UInt8(ascii: "!"), start == 0 || original[start - 1] != 0x5C else {
      return nil
    }
    if let after = match("include", at: start + 2) {
      guard let (label, path, end) = bracketedTarget(at: skipBlanks(after)) else {
        malformed.append(position(of: start))
        return nil
      }
      cover(start..<end, .include(label: label, path: path))
      return end
    }
    if let after = match("video ", at: start + 2) {
      let addressStart = skipBlanks(after)
      var end = addressStart
      while byte(end) != UInt8(ascii: "]"), byte(end) != 0x0A,
        end - addressStart <= Self.longestPart
      {
        end += 1
      }
      guard byte(end) == UInt8(ascii: "]"), end > addressStart else { return nil }
      let address = trimmed(addressStart..<end)
      cover(start..<end + 1, .video(address: address))
      return end + 1
    }
    if let after = match("code", at: start + 2) {
      var index = after
      while isLetter(byte(index)) || isDigit(byte(index)) || byte(index) == UInt8(ascii: "-")
        || byte(index) == UInt8(ascii: "#")
      {
        index += 1
      }
      guard let (label, path, end) = bracketedTarget(at: skipBlanks(index)) else { return nil }
      cover(start..<end, .snippet(label: label, path: path))
      return end
    }
    return nil
  }

  /// No label, path or address is longer: beginnings without an end must not cost the square of
  /// their number.
  private static let longestPart = 1_000

  /// `[label](path)]` on one line, with balanced parentheses in the path.
  private func bracketedTarget(at start: Int) -> (label: String, path: String, end: Int)? {
    guard byte(start) == UInt8(ascii: "["),
      let labelEnd = closing(of: UInt8(ascii: "["), with: UInt8(ascii: "]"), at: start),
      byte(labelEnd + 1) == UInt8(ascii: "("),
      let pathEnd = closing(of: UInt8(ascii: "("), with: UInt8(ascii: ")"), at: labelEnd + 1)
    else { return nil }
    let path = trimmed(labelEnd + 2..<pathEnd)
    let end = skipBlanks(pathEnd + 1)
    guard byte(end) == UInt8(ascii: "]"), !path.isEmpty else { return nil }
    return (trimmed(start + 1..<labelEnd), path, end + 1)
  }

  /// Where the bracket that opens at a place is closed on the same line, others within it apart.
  private func closing(of open: UInt8, with close: UInt8, at start: Int) -> Int? {
    var index = start
    var depth = 0
    while index - start <= Self.longestPart {
      switch byte(index) {
      case 0x0A: return nil
      case open: depth += 1
      case close where depth == 1: return index
      case close: depth -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// `:::image …:::`, `:::code …:::`, `:::no-loc …:::`, alone on a line or within one.
  private mutating func coverColonToken(at start: Int) -> Int? {
    guard byte(start + 1) == UInt8(ascii: ":"), byte(start + 2) == UInt8(ascii: ":") else {
      return nil
    }
    let word = skipBlanks(start + 3)
    let isImage = match("image ", at: word) != nil
    let isCode = match("code ", at: word) != nil
    guard isImage || isCode || match("no-loc ", at: word) != nil else { return nil }
    var end = word
    while byte(end) != 0x0A {
      if byte(end) == UInt8(ascii: ":"), byte(end + 1) == UInt8(ascii: ":"),
        byte(end + 2) == UInt8(ascii: ":")
      {
        break
      }
      end += 1
    }
    guard byte(end) != 0x0A else { return nil }
    let attributes = word..<end
    if isImage {
      guard let source = attribute("source", in: attributes) else { return nil }
      cover(
        start..<end + 3, .image(source: source, text: attribute("alt-text", in: attributes) ?? ""))
    } else if isCode {
      guard let source = attribute("source", in: attributes) else { return nil }
      cover(start..<end + 3, .snippet(label: source, path: source))
    } else {
      guard let text = attribute("text", in: attributes) else { return nil }
      cover(start..<end + 3, .literal(text: text))
    }
    return end + 3
  }

  private func attribute(_ name: StaticString, in range: Range<Int>) -> String? {
    var index = range.lowerBound
    while index < range.upperBound {
      if byte(index) == 0x20, let after = match(name, at: index + 1),
        byte(after) == UInt8(ascii: "="), byte(after + 1) == UInt8(ascii: "\"")
      {
        var end = after + 2
        while end < range.upperBound, byte(end) != UInt8(ascii: "\"") { end += 1 }
        return String(decoding: original[after + 2..<end], as: UTF8.self)
      }
      index += 1
    }
    return nil
  }

  private mutating func cover(_ range: Range<Int>, _ kind: InlineToken.Kind) {
    var index = range.lowerBound
    bytes[index] = Mask.token
    for digit in String(tokens.count).utf8 {
      index += 1
      bytes[index] = digit
    }
    for rest in index + 1..<range.upperBound { bytes[rest] = Mask.fill }
    tokens.append(
      InlineToken(
        kind: kind, written: Array(original[range]), position: position(of: range.lowerBound)))
  }

  // MARK: Bytes

  private func position(of offset: Int) -> SourcePosition {
    SourcePosition(line: line, column: offset - lineStart + 1)
  }

  /// The offset after a word that stands here in any case of its letters.
  private func match(_ word: StaticString, at start: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    guard start + count <= original.count else { return nil }
    for offset in 0..<count {
      let wanted = unsafe word.utf8Start[offset]
      let found = original[start + offset]
      guard found == wanted || (isLetter(found) && found | 0x20 == wanted) else { return nil }
    }
    return start + count
  }

  private func skipBlanks(_ start: Int) -> Int {
    var index = start
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
    return index
  }

  private func trimmed(_ range: Range<Int>) -> String {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, original[start] == 0x20 { start += 1 }
    while end > start, original[end - 1] == 0x20 { end -= 1 }
    return String(decoding: original[start..<end], as: UTF8.self)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
