/// A text taken apart into words as phrases are looked for: each folded, with its place.
///
/// Case and accents make no difference, since who writes in a hurry leaves them out. A character of
/// a script that sets no blanks is a word of its own.
struct ReportWords {
  struct Word {
    /// Folded: `funcionó` is `funciono`.
    var text: String
    /// Its bytes in the text.
    var range: Range<Int>
    /// Whether it is a character of Han, kana, Hangul or Thai.
    var isCharacter = false
    /// Whether the word is written in capitals, has one within it, or is a number.
    var isName = false
  }

  private(set) var words: [Word] = []
  /// The text's UTF-8.
  let bytes: [UInt8]

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var folded = String.UnicodeScalarView()
    var start = 0
    var offset = 0
    var capitals = 0
    var letters = 0
    var hasInnerCapital = false
    func close(
      _ words: inout [Word], end: Int
    ) {
      guard !folded.isEmpty else { return }
      var word = Word(text: String(folded), range: start..<end)
      let isNumber = letters == 0
      word.isName = isNumber || hasInnerCapital || (capitals == letters && letters >= 3)
      words.append(word)
      folded = String.UnicodeScalarView()
    }
    for scalar in scalars {
      let length = UTF8.width(scalar)
      defer { offset += length }
      // Nearly all text: what the general case below makes of it, without asking for properties.
      if let byte = UInt8(exactly: scalar.value), byte < 0x80 {
        let isCapital = (0x41...0x5A).contains(byte)
        let isLetter = isCapital || (0x61...0x7A).contains(byte)
        guard isLetter || (0x30...0x39).contains(byte) else {
          close(&words, end: offset)
          continue
        }
        if folded.isEmpty {
          start = offset
          (capitals, letters, hasInnerCapital) = (0, 0, false)
        }
        if isLetter { letters += 1 }
        if isCapital {
          if capitals < letters - 1 { hasInnerCapital = true }
          capitals += 1
        } else if isLetter, capitals > 1 {
          hasInnerCapital = true
        }
        folded.append(Unicode.Scalar(isCapital ? byte + 0x20 : byte))
        continue
      }
      if Self.isCharacter(scalar) {
        close(&words, end: offset)
        words.append(
          Word(text: String(scalar), range: offset..<offset + length, isCharacter: true))
        continue
      }
      let properties = scalar.properties
      let isMark = properties.generalCategory == .nonspacingMark
      guard isMark || properties.isAlphabetic || properties.numericType != nil else {
        close(&words, end: offset)
        continue
      }
      if folded.isEmpty {
        start = offset
        (capitals, letters, hasInnerCapital) = (0, 0, false)
      }
      guard !isMark else { continue }
      if properties.isAlphabetic { letters += 1 }
      if properties.isUppercase {
        // `IPAll` and `SqlBrowser` are names, `Server` is not.
        if capitals < letters - 1 { hasInnerCapital = true }
        capitals += 1
      } else if capitals > 1, properties.isLowercase {
        hasInnerCapital = true
      }
      for part in properties.lowercaseMapping.unicodeScalars {
        folded.append(contentsOf: Self.bare(part))
      }
    }
    close(&words, end: offset)
  }

  /// Whether a script sets no blanks between words, or glues endings to them.
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x1100...0x11FF, 0x3005, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// A small letter of Latin script without its accent.
  private static func bare(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    guard scalar.value >= 0xDF, scalar.value <= 0x17F else {
      return String.UnicodeScalarView([scalar])
    }
    let place = scalar.value < 0x100 ? Int(scalar.value) - 0xDF : Int(scalar.value) - 0x100 + 33
    let letter = bareLetters[place]
    switch letter {
    case UInt8(ascii: "1"): return "ss".unicodeScalars
    case UInt8(ascii: "2"): return "ae".unicodeScalars
    case UInt8(ascii: "3"): return "oe".unicodeScalars
    case UInt8(ascii: "?"): return String.UnicodeScalarView([scalar])
    default: return String.UnicodeScalarView([Unicode.Scalar(letter)])
    }
  }

  /// The letters from U+00DF to U+017F without accents; figures stand for two letters each.
  private static let bareLetters = Array(
    ("1aaaaaa2ceeeeiiiidnooooo?ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllll??ll"
      + "nnnnnnnnnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
