/// Includes and their kind: `[!INCLUDE …]`, `[!VIDEO …]`, `:::image …:::`.
extension InlineMasking {
  /// `[!INCLUDE [label](path)]`, `[!VIDEO address]`, `[!code-sql[label](path)]`; returns the offset
  /// that follows it.
  mutating func coverBracketToken(at start: Int) -> Int? {
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
  mutating func coverColonToken(at start: Int) -> Int? {
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
}
