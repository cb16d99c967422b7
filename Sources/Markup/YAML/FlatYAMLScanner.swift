internal import Diagnostics

/// Reads the scalars and flow lists of flat YAML within one line.
///
/// Every reading function answers nil where the text is beyond the subset, and has then moved
/// to no particular place.
struct FlatYAMLScanner {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var index: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.index = range.lowerBound
    self.end = range.upperBound
  }

  /// Whether the next byte is this one.
  func isAt(_ byte: UInt8) -> Bool { index < end && bytes[index] == byte }

  /// Whether the line ends here, or what follows a blank is a comment.
  var isAtEndOrComment: Bool {
    index >= end || (bytes[index] == UInt8(ascii: "#") && bytes[index - 1] == 0x20)
  }

  mutating func skipBlanks() {
    while isAt(0x20) { index += 1 }
  }

  /// Reads a scalar.
  mutating func readScalar(inFlow: Bool) -> String? {
    if isAt(UInt8(ascii: "\"")) { return readDoubleQuoted() }
    if isAt(UInt8(ascii: "'")) { return readSingleQuoted() }
    let start = index
    guard inFlow ? skipFlowPlain() : skipPlain() else { return nil }
    // A lone tilde is no text but null, which has to be told from an empty value.
    guard index - start > 1 || bytes[start] != UInt8(ascii: "~") else { return nil }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Reads `["C2065", 'x', y]`.
  mutating func readFlowList(position: (Int) -> SourcePosition) -> [YAMLValue]? {
    index += 1
    var values: [YAMLValue] = []
    skipBlanks()
    if isAt(UInt8(ascii: "]")) {
      index += 1
      return values
    }
    while true {
      let place = position(index)
      guard let text = readScalar(inFlow: true) else { return nil }
      values.append(YAMLValue(.scalar(text), at: place))
      skipBlanks()
      guard index < end else { return nil }
      index += 1
      switch bytes[index - 1] {
      case UInt8(ascii: ","): skipBlanks()
      case UInt8(ascii: "]"): return values
      default: return nil
      }
    }
  }

  // MARK: Plain scalars

  /// Passes a plain scalar outside brackets: up to a comment or the end of the line.
  private mutating func skipPlain() -> Bool {
    guard index < end else { return false }
    let first = bytes[index]
    switch first {
    case UInt8(ascii: "-"):
      // `-1` is a word, `- x` and `-` are lists.
      guard index + 1 < end, bytes[index + 1] != 0x20 else { return false }
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"),
      UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      return false
    default:
      break
    }
    var textEnd = index
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { break }
      if byte == UInt8(ascii: ":"), index + 1 == end || bytes[index + 1] == 0x20 { return false }
      index += 1
      if byte != 0x20 { textEnd = index }
    }
    index = textEnd
    return true
  }

  /// Passes a plain scalar between brackets; only bytes that mean nothing there are let through.
  private mutating func skipFlowPlain() -> Bool {
    let start = index
    var textEnd = index
    loop: while index < end {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "]"):
        break loop
      case 0x20:
        index += 1
        continue
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...:
        break
      case UInt8(ascii: "-"):
        // `-1` is a word; a dash before anything but a digit is not looked into.
        guard index > start || (index + 1 < end && (0x30...0x39).contains(bytes[index + 1])) else {
          return false
        }
      case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "*"):
        guard index > start else { return false }
      default:
        return false
      }
      index += 1
      textEnd = index
    }
    index = textEnd
    return index > start
  }

  // MARK: Quoted scalars

  private mutating func readSingleQuoted() -> String? {
    var text: [UInt8] = []
    index += 1
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "'") {
        guard isAt(UInt8(ascii: "'")) else { return String(decoding: text, as: UTF8.self) }
        index += 1
      }
      text.append(byte)
    }
    return nil
  }

  private mutating func readDoubleQuoted() -> String? {
    var text: [UInt8] = []
    index += 1
    while index < end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = readEscape() else { return nil }
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
      default:
        text.append(byte)
      }
    }
    return nil
  }

  /// Reads what stands behind a backslash.
  ///
  /// A NUL is left to libyaml, and so is what it refuses.
  private mutating func readEscape() -> Unicode.Scalar? {
    guard index < end else { return nil }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "a"): return "\u{07}"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "v"): return "\u{0B}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "e"): return "\u{1B}"
    case 0x20, UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      return Unicode.Scalar(letter)
    case UInt8(ascii: "N"): return "\u{85}"
    case UInt8(ascii: "_"): return "\u{A0}"
    case UInt8(ascii: "L"): return "\u{2028}"
    case UInt8(ascii: "P"): return "\u{2029}"
    case UInt8(ascii: "x"): return readCodePoint(digits: 2)
    case UInt8(ascii: "u"): return readCodePoint(digits: 4)
    case UInt8(ascii: "U"): return readCodePoint(digits: 8)
    default: return nil
    }
  }

  private mutating func readCodePoint(digits: Int) -> Unicode.Scalar? {
    guard index + digits <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + digits] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    index += digits
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
