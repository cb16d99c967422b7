/// Patterns as text: put together, and asked what is in them.
enum PatternText {
  /// One pattern that matches where one of several does, and fills what it has to.
  static func joined(_ patterns: [[UInt8]], _ extent: LinePattern.Extent) -> [UInt8] {
    if patterns.count == 1, extent == .any { return patterns[0] }
    let (before, after) =
      switch extent {
      case .any: ("", "")
      // Not `\b`: a match may begin or end with what is no letter.
      case .word: ("(?<!\\w)", "(?!\\w)")
      case .line: ("^", "$")
      }
    var text = Array(before.utf8)
    // Groups are counted anew in each: `\1` means what it would mean alone.
    text += "(?|".utf8
    for (index, pattern) in patterns.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "|")) }
      text += "(?:".utf8
      text += pattern
      text.append(UInt8(ascii: ")"))
    }
    text.append(UInt8(ascii: ")"))
    text += after.utf8
    return text
  }

  /// A text as a pattern in which every character stands for itself.
  static func escaped(_ text: [UInt8]) -> [UInt8] {
    var pattern: [UInt8] = []
    pattern.reserveCapacity(text.count + 8)
    for byte in text {
      if isPunctuation(byte) { pattern.append(UInt8(ascii: "\\")) }
      pattern.append(byte)
    }
    return pattern
  }

  /// Whether a pattern has a capital letter, the letters of escapes left out.
  static func hasCapital(_ pattern: [UInt8], isFixed: Bool) -> Bool {
    let scalars = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if !isFixed, scalar == "\\" {
        index = afterEscape(scalars, at: index)
      } else if scalar.properties.isUppercase {
        return true
      }
    }
    return false
  }

  /// The index after an escape whose letter stands at an index: `\W`, `\p{Lu}`, `\pL`.
  private static func afterEscape(_ scalars: [Unicode.Scalar], at letter: Int) -> Int {
    guard letter < scalars.count else { return letter }
    let next = letter + 1
    guard next < scalars.count, "pPxogkN".unicodeScalars.contains(scalars[letter]) else {
      return next
    }
    if scalars[next] == "{" {
      return (scalars[next...].firstIndex(of: "}") ?? scalars.count - 1) + 1
    }
    return scalars[letter] == "p" || scalars[letter] == "P" ? next + 1 : next
  }

  /// Whether a byte is punctuation of ASCII: what may be a sign of a pattern.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
