/// Rewrites a pattern so that it cannot match a line feed, where that can be done for certain.
///
/// Such a pattern finds in a text of many lines exactly what it finds in each line alone: no part
/// of it reads past an end, and what asks for an end (`^`, `$`, `\b`, a look at what is not there)
/// is answered by a line feed as by the end of the text. So `\s` becomes `[^\S\n]`, `[^a]` becomes
/// `[^\na]`; whatever is not known here gives nil, and lines are then matched one by one.
struct SingleLineSyntax {
  private let pattern: [UInt8]
  private var index = 0
  private var output: [UInt8] = []
  private var isBytewise = true

  /// A pattern that cannot match a line feed.
  struct Rewritten {
    var pattern: [UInt8]
    /// Whether it finds in bytes what it finds in characters, as long as case matters: then the text
    /// need not be checked for being UTF-8.
    var isBytewise: Bool
  }

  /// The pattern rewritten, or nil where it is not understood, be it wrong or only rare.
  static func rewritten(_ pattern: [UInt8]) -> Rewritten? {
    var syntax = SingleLineSyntax(pattern)
    guard syntax.rewrite() else { return nil }
    return Rewritten(pattern: syntax.output, isBytewise: syntax.isBytewise)
  }

  private init(_ pattern: [UInt8]) {
    self.pattern = pattern
    output.reserveCapacity(pattern.count + 16)
  }

  private mutating func rewrite() -> Bool {
    while let byte = peek() {
      let isUnderstood =
        switch byte {
        case UInt8(ascii: "\\"): rewriteEscape()
        case UInt8(ascii: "["): rewriteClass()
        case UInt8(ascii: "("): copyGroupStart()
        case 0x0A: false
        case UInt8(ascii: "."): copyDot()
        default: copyLiteral(byte)
        }
      guard isUnderstood else { return false }
    }
    return true
  }
}

// MARK: - Reading

extension SingleLineSyntax {
  private func peek(_ ahead: Int = 0) -> UInt8? {
    index + ahead < pattern.count ? pattern[index + ahead] : nil
  }

  private func isNext(_ text: String) -> Bool { pattern[index...].starts(with: text.utf8) }

  /// Takes bytes over as they are; true, for those who end with it.
  private mutating func copy(_ count: Int) -> Bool {
    let end = min(index + count, pattern.count)
    output += pattern[index..<end]
    index = end
    return true
  }

  /// Writes something in place of bytes of the pattern; true.
  private mutating func replace(_ count: Int, with text: String) -> Bool {
    output += text.utf8
    index += count
    return true
  }
}

// MARK: - Characters

extension SingleLineSyntax {
  /// Copies a dot; only any number of characters, as many as can be, is the same in bytes.
  private mutating func copyDot() -> Bool {
    let isStar = peek(1) == UInt8(ascii: "*")
    let isLazy = peek(2) == UInt8(ascii: "?") || peek(2) == UInt8(ascii: "+")
    if !isStar || isLazy { isBytewise = false }
    return copy(1)
  }

  /// Copies a byte; how often a character is wanted must not be said of its last byte alone.
  private mutating func copyLiteral(_ byte: UInt8) -> Bool {
    if byte >= 0x80, let next = peek(1), [0x2A, 0x2B, 0x3F, 0x7B].contains(next) {
      isBytewise = false
    }
    return copy(1)
  }
}

// MARK: - Outside classes

extension SingleLineSyntax {
  private mutating func rewriteEscape() -> Bool {
    guard let letter = peek(1) else { return false }
    // Classes are Unicode's; a sign stands for itself.
    if !PatternText.isPunctuation(letter) { isBytewise = false }
    switch letter {
    case UInt8(ascii: "s"): return replace(2, with: "[^\\S\\n]")
    case UInt8(ascii: "W"): return replace(2, with: "[^\\w\\n]")
    case UInt8(ascii: "D"): return replace(2, with: "[^\\d\\n]")
    case UInt8(ascii: "H"): return replace(2, with: "[^\\h\\n]")
    // Places, and classes without a line feed.
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "d"), UInt8(ascii: "w"),
      UInt8(ascii: "h"), UInt8(ascii: "S"), UInt8(ascii: "V"):
      return copy(2)
    case UInt8(ascii: "N"):
      // `\N{U+A}` is a character.
      return peek(2) == UInt8(ascii: "{") ? false : copy(2)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      // With a second digit it may be an octal number.
      if let next = peek(2), (0x30...0x39).contains(next) { return false }
      return copy(2)
    default:
      guard let escape = character(), escape.value != 0x0A else {
        return copyProperty()
      }
      return copy(escape.length)
    }
  }

  /// An escape that stands for one character, if the next bytes are one.
  private func character() -> (value: Int, length: Int)? {
    guard let letter = peek(1) else { return nil }
    switch letter {
    case UInt8(ascii: "a"): return (0x07, 2)
    case UInt8(ascii: "t"): return (0x09, 2)
    case UInt8(ascii: "n"): return (0x0A, 2)
    case UInt8(ascii: "f"): return (0x0C, 2)
    case UInt8(ascii: "r"): return (0x0D, 2)
    case UInt8(ascii: "e"): return (0x1B, 2)
    case UInt8(ascii: "x"): return hexadecimal()
    case let sign where PatternText.isPunctuation(sign): return (Int(sign), 2)
    default: return nil
    }
  }

  /// `\x4A` or `\x{4A}`; fewer digits are left alone.
  private func hexadecimal() -> (value: Int, length: Int)? {
    var start = index + 2
    var end = start
    let isBraced = peek(2) == UInt8(ascii: "{")
    if isBraced {
      start += 1
      guard let brace = pattern[start...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      end = brace
    } else {
      end = min(start + 2, pattern.count)
    }
    guard isBraced ? (1...6).contains(end - start) : end - start == 2 else { return nil }
    var value = 0
    for digit in pattern[start..<end] {
      guard let number = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value * 16 + number
    }
    return (value, end - index + (isBraced ? 1 : 0))
  }

  /// `\p{Lu}`, `\pL`, `\p{Han}`: categories and scripts that a line feed does not belong to.
  private mutating func copyProperty() -> Bool {
    guard let length = property() else { return false }
    return copy(length)
  }

  private func property() -> Int? {
    guard peek(1) == UInt8(ascii: "p") else { return nil }
    guard peek(2) == UInt8(ascii: "{") else {
      return peek(2).map(Self.isCategory) == true ? 3 : nil
    }
    let start = index + 3
    guard let end = pattern[start...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = String(decoding: pattern[start..<end], as: UTF8.self)
    let isKnown =
      (1...2).contains(name.utf8.count) && name.utf8.first.map(Self.isCategory) == true
      || Self.scripts.contains(name)
    return isKnown ? end + 1 - index : nil
  }

  /// Letters, marks, numbers, punctuation and symbols; a line feed is one of the others.
  private static func isCategory(_ letter: UInt8) -> Bool {
    [0x4C, 0x4D, 0x4E, 0x50, 0x53].contains(letter)
  }

  private static let scripts = [
    "Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Han", "Hiragana", "Katakana", "Hangul",
    "Thai", "Devanagari",
  ]

  /// Copies the start of a group that changes nothing of what is understood here.
  private mutating func copyGroupStart() -> Bool {
    if peek(1) == UInt8(ascii: "*") { return false }
    guard peek(1) == UInt8(ascii: "?") else { return copy(1) }
    if !isNext("(?:") { isBytewise = false }
    let starts = [
      "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?|", "(?i)", "(?-i)", "(?i:", "(?-i:",
    ]
    for start in starts where isNext(start) { return copy(start.utf8.count) }
    // Named groups: the name is copied as letters are.
    if isNext("(?P<") { return copy(4) }
    return isNext("(?<") ? copy(3) : false
  }
}

// MARK: - Classes

extension SingleLineSyntax {
  /// Rewrites a class, brackets and all.
  private mutating func rewriteClass() -> Bool {
    let isNegated = peek(1) == UInt8(ascii: "^")
    let start = index
    index += isNegated ? 2 : 1
    guard let mayHoldLineFeed = classBody() else { return false }
    let isASCII = pattern[start..<index].allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\\") }
    if isNegated || !isASCII || pattern[(start + 1)..<index].contains(UInt8(ascii: "[")) {
      isBytewise = false
    }
    if isNegated {
      output += "[^\\n".utf8
      // No longer first, these would mean something else.
      let first = pattern[start + 2]
      if first == UInt8(ascii: "]") || first == UInt8(ascii: "-") {
        output.append(UInt8(ascii: "\\"))
      }
      output += pattern[start + 2..<index]
    } else if mayHoldLineFeed {
      output += "(?:(?!\\n)".utf8
      output += pattern[start..<index]
      output.append(UInt8(ascii: ")"))
    } else {
      output += pattern[start..<index]
    }
    return true
  }

  /// Passes over what stands in a class and its closing bracket; nil where it is not understood.
  private mutating func classBody() -> Bool? {
    var mayHoldLineFeed = false
    var isFirst = true
    while let byte = peek() {
      defer { isFirst = false }
      switch byte {
      case UInt8(ascii: "]") where !isFirst:
        index += 1
        return mayHoldLineFeed
      case UInt8(ascii: "["):
        guard let next = peek(1) else { return nil }
        if next == UInt8(ascii: ".") || next == UInt8(ascii: "=") { return nil }
        guard next == UInt8(ascii: ":") else {
          index += 1
          continue
        }
        guard let end = posixEnd() else { return nil }
        let name = String(decoding: pattern[index + 2..<end], as: UTF8.self)
        if !Self.namesWithoutLineFeed.contains(name) { mayHoldLineFeed = true }
        index = end + 2
      case UInt8(ascii: "\\"):
        guard let item = classEscape() else { return nil }
        index += item.length
        if item.mayBeLineFeed || isRangeFrom(item.value) { mayHoldLineFeed = true }
      default:
        index += 1
        if byte == 0x0A || isRangeFrom(Int(byte)) { mayHoldLineFeed = true }
      }
    }
    return nil
  }

  /// Whether a range begins with a character just passed that a line feed may lie in.
  private func isRangeFrom(_ value: Int?) -> Bool {
    guard let value, value <= 0x0A else { return false }
    return peek() == UInt8(ascii: "-") && peek(1) != UInt8(ascii: "]")
  }

  private func classEscape() -> (length: Int, value: Int?, mayBeLineFeed: Bool)? {
    guard let letter = peek(1) else { return nil }
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "w"), UInt8(ascii: "h"), UInt8(ascii: "S"),
      UInt8(ascii: "V"), UInt8(ascii: "b"):
      return (2, nil, false)
    case UInt8(ascii: "s"), UInt8(ascii: "D"), UInt8(ascii: "W"), UInt8(ascii: "H"),
      UInt8(ascii: "v"):
      return (2, nil, true)
    default:
      if let escape = character() { return (escape.length, escape.value, escape.value == 0x0A) }
      return property().map { ($0, nil, false) }
    }
  }

  /// Where `:]` stands that ends the name that begins here; nil where this is no such name.
  private func posixEnd() -> Int? {
    var end = index + 2
    while end + 1 < pattern.count {
      if pattern[end] == UInt8(ascii: ":"), pattern[end + 1] == UInt8(ascii: "]") { return end }
      let isName = pattern[end] == UInt8(ascii: "^") || (0x61...0x7A).contains(pattern[end])
      guard isName else { return nil }
      end += 1
    }
    return nil
  }

  private static let namesWithoutLineFeed = [
    "alpha", "digit", "alnum", "upper", "lower", "punct", "xdigit", "word", "blank", "graph",
    "print",
  ]
}
