/// Backslashes before what CommonMark would not take as text, and only there.
///
/// A function here sees one run of text between two pieces of markup, so it decides by what stands
/// on either side of a byte; at an end of the run, where the neighbour is unknown, it escapes.
enum MarkdownEscaping {
  /// Where a run of text stands.
  struct Place {
    /// Whether the run begins a line of its block.
    var startsLine = false
    /// Whether a closing bracket would end the label of a link or image.
    var isInLabel = false
    /// Whether the run may end a heading, which may close with number signs.
    var isInHeading = false
  }

  /// Appends a run of text; line breaks in it have become blanks before.
  static func appendText(_ text: ArraySlice<UInt8>, at place: Place, to output: inout [UInt8]) {
    var plainStart = text.startIndex
    var index = text.startIndex
    if place.startsLine, let hazard = lineHazard(in: text) {
      output.append(contentsOf: text[plainStart..<hazard])
      output.append(UInt8(ascii: "\\"))
      plainStart = hazard
      index = hazard + 1
    }
    while index < text.endIndex {
      if isSpecial[Int(text[index])], needsBackslash(text, index, place) {
        output.append(contentsOf: text[plainStart..<index])
        output.append(UInt8(ascii: "\\"))
        plainStart = index
      }
      index += 1
    }
    output.append(contentsOf: text[plainStart...])
  }

  /// Appends the destination of a link or image, in angle brackets where it needs them.
  static func appendDestination(_ target: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let isBare = isBareDestination(target)
    if !isBare { output.append(UInt8(ascii: "<")) }
    for index in target.indices {
      let byte = target[index]
      let isOuter = index == target.startIndex || index == target.endIndex - 1
      switch byte {
      case 0..<0x20, 0x7F,
        0x20 where isOuter:
        output.append(UInt8(ascii: "%"))
        output.append(hexadecimal(byte >> 4))
        output.append(hexadecimal(byte & 0xF))
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      default:
        appendLiteral(target, index, to: &output)
      }
    }
    if !isBare { output.append(UInt8(ascii: ">")) }
  }

  /// Appends the info string of a fence, line breaks in it as blanks.
  static func appendInfo(_ info: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for index in info.indices {
      if info[index] < 0x20 {
        output.append(0x20)
      } else {
        appendLiteral(info, index, to: &output)
      }
    }
  }

  /// Appends a byte of a destination or an info string so that it stands for itself.
  ///
  /// cmark decodes entities there before it takes backslashes away, so an ampersand is an entity.
  private static func appendLiteral(
    _ text: ArraySlice<UInt8>, _ index: Int, to output: inout [UInt8]
  ) {
    let isEscaped = escapes(text, index)
    if isEscaped, text[index] == UInt8(ascii: "&") {
      output.append(contentsOf: "&amp;".utf8)
    } else {
      if isEscaped { output.append(UInt8(ascii: "\\")) }
      output.append(text[index])
    }
  }

  /// The length of the longest run of a byte.
  static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var current = 0
    for other in text {
      current = other == byte ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}

// MARK: - Within a line

extension MarkdownEscaping {
  /// The bytes that may be markup.
  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in #"\`*_~[]<&#^"#.utf8 { table[Int(byte)] = true }
    return table
  }()

  private static func needsBackslash(
    _ text: ArraySlice<UInt8>, _ index: Int, _ place: Place
  ) -> Bool {
    switch text[index] {
    case UInt8(ascii: "`"), UInt8(ascii: "["):
      true
    case UInt8(ascii: "]"):
      place.isInLabel
    case UInt8(ascii: "^"):
      // First in a label it makes the link a footnote for those who know them.
      place.isInLabel && index == text.startIndex
    case UInt8(ascii: "*"), UInt8(ascii: "~"):
      !(isBlank(text, index - 1) && isBlank(text, index + 1))
    case UInt8(ascii: "_"):
      !isInsideWord(text, index)
    case UInt8(ascii: "<"):
      beginsTag(text, index)
    case UInt8(ascii: "\\"), UInt8(ascii: "&"):
      escapes(text, index)
    case UInt8(ascii: "#"):
      // The last one is enough: behind it the others close nothing.
      place.isInHeading && text[(index + 1)...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    default:
      false
    }
  }

  /// Whether a backslash would escape what follows it, or an ampersand begin an entity.
  private static func escapes(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let next = index + 1
    if text[index] == UInt8(ascii: "\\") {
      // A blank after it may be dropped at the end of a line, where it would be a hard break.
      return next == text.endIndex || !(isWordByte(text[next]) || text[next] >= 0x80)
    }
    guard text[index] == UInt8(ascii: "&") else { return false }
    for byte in text[next...] {
      if byte == UInt8(ascii: ";") { return true }
      guard isWordByte(byte) || byte == UInt8(ascii: "#") else { return false }
    }
    return true
  }

  private static func beginsTag(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < text.endIndex else { return true }
    let next = text[index + 1]
    return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  /// Whether a run of underscores stands between two ASCII letters or digits, where it is text; a
  /// long run is not looked over again for each of them.
  private static func isInsideWord(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let longest = 16
    var (before, after) = (index - 1, index + 1)
    while before >= max(text.startIndex, index - longest), text[before] == UInt8(ascii: "_") {
      before -= 1
    }
    while after < min(text.endIndex, index + longest), text[after] == UInt8(ascii: "_") {
      after += 1
    }
    return before >= text.startIndex && after < text.endIndex && isWordByte(text[before])
      && isWordByte(text[after])
  }

  private static func isBlank(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    text.indices.contains(index) && (text[index] == 0x20 || text[index] == 0x09)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}

// MARK: - At the start of a line

extension MarkdownEscaping {
  /// The byte that makes a block of the line, or part of a table, unless a backslash precedes it.
  private static func lineHazard(in text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    let start = text.startIndex
    let second = start + 1 < text.endIndex ? text[start + 1] : 0x20
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: "*"),
      UInt8(ascii: "~"):
      return start
    case UInt8(ascii: "-"):
      return isWordByte(second) || second >= 0x80 ? nil : start
    case UInt8(ascii: "+"):
      // Three begin the front matter that some readers know as TOML.
      return second == 0x20 || second == 0x09 || second == UInt8(ascii: "+") ? start : nil
    case UInt8(ascii: ":"):
      // The row of hyphens under the header of a table, or the fence of a zone.
      return second == UInt8(ascii: "-") || second == UInt8(ascii: ":") ? start : nil
    case UInt8(ascii: "#"):
      let rest = text.drop { $0 == UInt8(ascii: "#") }
      return rest.first.map { $0 == 0x20 || $0 == 0x09 } ?? true ? start : nil
    default:
      guard isDigit(first) else { return nil }
      let rest = text.drop(while: isDigit)
      guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
        return nil
      }
      let next = rest.startIndex + 1
      return next == rest.endIndex || rest[next] == 0x20 || rest[next] == 0x09
        ? rest.startIndex : nil
    }
  }
}

// MARK: - Destinations

extension MarkdownEscaping {
  /// Whether a destination can stand without angle brackets: no blanks, parentheses balanced.
  private static func isBareDestination(_ target: ArraySlice<UInt8>) -> Bool {
    // Readers are free to give up on deep parentheses; cmark does at 32.
    let deepest = 8
    guard !target.isEmpty else { return false }
    var depth = 0
    for byte in target {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"):
        return false
      case UInt8(ascii: "("):
        depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
      default:
        break
      }
      guard (0...deepest).contains(depth) else { return false }
    }
    return depth == 0
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }
}
