internal import Diagnostics

/// Turns away text that would make the composing of a YAML tree exhaust the stack or the clock.
///
/// libyaml keeps a state for every level, and the composing and the release of a tree recurse once
/// a level. The bounds here are on the bytes,
/// cheap and generous; the tree itself is measured when it is converted.
enum YAMLGuard {
  /// How large a tree may be.
  struct Limits {
    /// The deepest nesting of a value.
    let depth: Int
    /// The number of values in one document, those repeated by aliases counted each time.
    let values: Int

    /// What people write by hand.
    static let written = Limits(depth: 64, values: 10_000)
    /// A list that programs keep: long, but not deep.
    static let kept = Limits(depth: 8, values: 1_000_000)
  }

  /// The number of brackets that can open, and so be open at one time.
  private static let bracketLimit = 1_024
  /// The column up to which blocks can begin, and so twice the depth to which they nest.
  private static let indentLimit = 128
  /// The number of aliases; each can add the depth of what it stands for.
  private static let aliasLimit = 32

  /// Throws if the document in a range cannot safely be composed.
  static func check(
    _ bytes: [UInt8], in range: Range<Int>, places: YAMLPlaces
  ) throws(YAMLProblem) {
    var brackets = 0
    var anchors = 0
    var aliases = 0
    var keyOfAlias: Int?
    var lineStart = range.lowerBound
    var isHead = true
    for index in range {
      if YAMLBytes.lineBreak(in: bytes, at: index, end: range.upperBound) > 0 {
        lineStart = index + 1
        isHead = true
        continue
      }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
      case UInt8(ascii: "&") where isStartOfName(bytes, index, range):
        anchors += 1
      case UInt8(ascii: "*") where isStartOfName(bytes, index, range):
        aliases += 1
      case UInt8(ascii: "?") where isStartOfValue(bytes, index, range),
        UInt8(ascii: ":") where endsCollectionOrAlias(bytes, index, range):
        keyOfAlias = keyOfAlias ?? index
      default:
        break
      }
      // Bytes that continue a character stand here only behind a line break of U+2028's kind.
      if isHead, byte != 0x20, byte != 0x09, byte & 0xC0 != 0x80 {
        if index - lineStart > indentLimit { throw tooDeep(at: places.position(ofByte: index)) }
        isHead = isIndicator(byte)
      }
      if brackets > bracketLimit { throw tooDeep(at: places.position(ofByte: index)) }
      if anchors > 0, aliases > aliasLimit {
        throw YAMLProblem(
          "it has more than \(aliasLimit) aliases", at: places.position(ofByte: index))
      }
    }
    if anchors > 0, aliases > 0, let keyOfAlias {
      throw YAMLProblem(
        "aliases do not go with keys that are not words", at: places.position(ofByte: keyOfAlias))
    }
  }

  /// The problem of a value that nests too deep.
  static func tooDeep(
    at position: SourcePosition, limits: Limits = .written
  ) -> YAMLProblem {
    YAMLProblem("it nests more than \(limits.depth) levels deep", at: position)
  }

  /// The problem of a document with too many values.
  static func tooLarge(at position: SourcePosition, limits: Limits) -> YAMLProblem {
    YAMLProblem("it has more than \(limits.values) values, its aliases written out", at: position)
  }

  /// Whether a byte can stand before a block that begins on the same line.
  private static func isIndicator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
  }

  /// Whether an ampersand or star here can begin an anchor or alias.
  private static func isStartOfName(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    index + 1 < range.upperBound && isNameByte(bytes[index + 1])
      && isStartOfValue(bytes, index, range)
  }

  /// Whether a value can begin here, judged by the byte before it.
  private static func isStartOfValue(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return true }
    switch bytes[index - 1] {
    case ...0x20, 0x80..., UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "]"),
      UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      return true
    default:
      return false
    }
  }

  /// Whether a colon here can end a key that is a collection or an alias.
  private static func endsCollectionOrAlias(
    _ bytes: [UInt8], _ colon: Int, _ range: Range<Int>
  ) -> Bool {
    var index = colon
    while index > range.lowerBound, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 {
      index -= 1
    }
    guard index > range.lowerBound else { return false }
    if bytes[index - 1] == UInt8(ascii: "]") || bytes[index - 1] == UInt8(ascii: "}") {
      return true
    }
    let nameEnd = index
    while index > range.lowerBound, isNameByte(bytes[index - 1]) { index -= 1 }
    return index < nameEnd && index > range.lowerBound && bytes[index - 1] == UInt8(ascii: "*")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
