internal import Diagnostics

/// Reads the flat YAML of front matter: keys at the margin, each with a scalar or a list of scalars.
///
/// It accepts only what YAML can mean in one way and gives up at the first doubt, so that what it
/// accepts, libyaml reads the same. Given up are, among others: tabs, aliases, tags, block scalars,
/// scalars over several lines, nested values, quoted or repeated keys.
struct FlatYAMLReader {
  private let bytes: [UInt8]
  private let end: Int
  /// The line in hand, without its line feed and its trailing blanks.
  private var line: Range<Int>
  private var lineNumber: Int
  /// Where the line after it begins.
  private var nextLine: Int
  /// Whether every character of the line is an ordinary one.
  private var isLineOrdinary = true

  /// A reader of the whole lines in a range, the first of which has the number given.
  init(_ bytes: [UInt8], in range: Range<Int>, firstLine: Int) {
    self.bytes = bytes
    self.end = range.upperBound
    self.line = range.lowerBound..<range.lowerBound
    self.lineNumber = firstLine - 1
    self.nextLine = range.lowerBound
    advance()
  }

  /// The entries, or nil if anything in the text is beyond the subset.
  mutating func readAll() -> [YAMLValue.Entry]? {
    var entries: [YAMLValue.Entry] = []
    var keys: Set<String> = []
    while skipEmptyLines() {
      guard let entry = readEntry(), keys.insert(entry.key).inserted else { return nil }
      entries.append(entry)
    }
    return entries
  }

  /// The entries that can be read of a text which is not YAML; of two with one key the first.
  mutating func salvage() -> [YAMLValue.Entry] {
    var entries: [YAMLValue.Entry] = []
    var keys: Set<String> = []
    while skipEmptyLines() {
      // What goes on in a line that is neither key nor item was not understood.
      guard let entry = readEntry(), !skipEmptyLines() || keyEnd != nil else {
        skipToKey()
        continue
      }
      if keys.insert(entry.key).inserted { entries.append(entry) }
    }
    return entries
  }

  // MARK: Lines

  private var isAtEnd: Bool { line.lowerBound > end }

  /// Takes the next line in hand; past the last one the reader is at its end.
  private mutating func advance() {
    lineNumber += 1
    isLineOrdinary = true
    guard nextLine < end else {
      line = end + 1..<end + 1
      return
    }
    let start = nextLine
    var index = start
    var textEnd = start
    while index < end, bytes[index] != 0x0A {
      if bytes[index] != 0x20 { textEnd = index + 1 }
      if !YAMLBytes.isOrdinary(in: bytes, at: index, end: end) { isLineOrdinary = false }
      index += 1
    }
    line = start..<textEnd
    nextLine = index + 1
  }

  /// Passes empty lines and comments; false at the end. A line with a character that is out of the
  /// ordinary is never passed.
  private mutating func skipEmptyLines() -> Bool {
    while !isAtEnd {
      let content = contentStart
      guard isLineOrdinary, content == line.upperBound || bytes[content] == UInt8(ascii: "#") else {
        return true
      }
      advance()
    }
    return false
  }

  private var contentStart: Int {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    return index
  }

  private func position(_ index: Int) -> SourcePosition {
    SourcePosition(line: lineNumber, column: index - line.lowerBound + 1)
  }

  private mutating func skipToKey() {
    repeat { advance() } while !isAtEnd && keyEnd == nil
  }

  // MARK: Entries

  /// Where the key at the margin of this line ends, which is where its colon stands.
  private var keyEnd: Int? {
    guard line.lowerBound < line.upperBound, Self.isWordByte(bytes[line.lowerBound]) else {
      return nil
    }
    var index = line.lowerBound
    while index < line.upperBound, Self.isKeyByte(bytes[index]) { index += 1 }
    // libyaml wants the colon of a key within 1,024 characters; no key of ours is near that.
    guard index - line.lowerBound <= 256, index < line.upperBound,
      bytes[index] == UInt8(ascii: ":"),
      index + 1 == line.upperBound || bytes[index + 1] == 0x20
    else { return nil }
    return index
  }

  /// Reads the key of this line and its value, and goes to the line after them.
  private mutating func readEntry() -> YAMLValue.Entry? {
    guard isLineOrdinary, let colon = keyEnd else { return nil }
    let key = String(decoding: bytes[line.lowerBound..<colon], as: UTF8.self)
    let keyPosition = position(line.lowerBound)
    guard let value = readInline(after: colon + 1, isItem: false) else { return nil }
    advance()
    guard value.isNull, skipEmptyLines(), isLineOrdinary, itemDash != nil else {
      return YAMLValue.Entry(key: key, position: keyPosition, value: value)
    }
    guard let list = readList() else { return nil }
    return YAMLValue.Entry(key: key, position: keyPosition, value: list)
  }

  /// Where this line has the dash of a list item.
  private var itemDash: Int? {
    let dash = contentStart
    guard dash < line.upperBound, bytes[dash] == UInt8(ascii: "-"),
      dash + 1 == line.upperBound || bytes[dash + 1] == 0x20
    else { return nil }
    return dash
  }

  private mutating func readList() -> YAMLValue? {
    guard let first = itemDash else { return nil }
    let listPosition = position(first)
    let indent = first - line.lowerBound
    var values: [YAMLValue] = []
    while skipEmptyLines(), isLineOrdinary, let dash = itemDash {
      guard dash - line.lowerBound == indent,
        let value = readInline(after: dash + 1, isItem: true)
      else { return nil }
      values.append(value)
      advance()
    }
    return YAMLValue(.list(values), at: listPosition)
  }

  /// Reads what stands behind a colon or dash, up to the end of the line.
  private func readInline(after start: Int, isItem: Bool) -> YAMLValue? {
    var scanner = FlatYAMLScanner(bytes, in: start..<line.upperBound)
    scanner.skipBlanks()
    if scanner.isAtEndOrComment { return YAMLValue(.null, at: position(start)) }
    let place = position(scanner.index)
    let content: YAMLValue.Content?
    if scanner.isAt(UInt8(ascii: "[")) {
      // As an item, `- [a]: b` would be a mapping; no page has a list in a list.
      content = isItem ? nil : scanner.readFlowList { self.position($0) }.map { .list($0) }
    } else {
      content = scanner.readScalar(inFlow: false).map { .scalar($0) }
    }
    guard let content else { return nil }
    scanner.skipBlanks()
    guard scanner.isAtEndOrComment else { return nil }
    return YAMLValue(content, at: place)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
