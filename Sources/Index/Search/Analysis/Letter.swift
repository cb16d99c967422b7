internal import Diagnostics

/// What a code point is to text analysis, and the forms that it takes there.
enum Letter {
  /// How a code point takes part in words.
  enum Kind {
    /// Belongs to no word.
    case separator
    /// Belongs to a word: letters, digits and marks.
    case letter
    /// A mark that makes no difference: an accent apart from its letter, a soft hyphen.
    case mark
    /// Belongs to a script that writes no blanks between words, or, as Korean, joins to words what
    /// other languages keep apart: every piece of a run is looked for.
    case unspaced
  }

  /// The kind of a code point beyond ASCII.
  static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    // The bulk of Latin, Greek and Cyrillic letters, without a search.
    case 0xC0...0x2C1: return scalar == 0xD7 || scalar == 0xF7 ? .separator : .letter
    case 0x300...0x36F, 0xAD, 0x483...0x489, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF:
      return .mark
    // The points of Hebrew and the vowel signs and the stretching of Arabic.
    case 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A, 0x640,
      0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED:
      return .mark
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3041...0x309A, 0x309D...0x309F, 0x30A1...0x30FA,
      0x30FC...0x31BF, 0x31F0...0x31FF, 0xAC00...0xD7FF:
      return .unspaced
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0xA000...0xA48C,
      0xA960...0xA97F, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1B000...0x1B2FF, 0x20000...0x3FFFF:
      return .unspaced
    // Thai, Lao, Myanmar and Khmer without their digits and signs.
    case 0xE01...0xE3A, 0xE40...0xE4E, 0xE81...0xECE, 0xEDC...0xEDF, 0x1000...0x103F,
      0x1050...0x108F, 0x1780...0x17D3:
      return .unspaced
    default:
      return isSeparator(scalar) ? .separator : .letter
    }
  }

  /// Whether a letter is used for the endings and small words of Japanese: such pieces of a sentence
  /// say little by themselves.
  static func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x309F).contains(scalar) }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    let bounds = LetterTables.separators
    // The number of bounds at or below the code point, by halves.
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= scalar { low = middle + 1 } else { high = middle }
    }
    return low % 2 == 1 || (low > 0 && bounds[low - 1] == scalar)
  }
}

// MARK: - Forms

extension Letter {
  /// The small letter of a letter beyond ASCII, as the dictionaries of a language have it.
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE: return scalar == 0xD7 ? scalar : scalar + 0x20
    case 0xDF...0xFF: return scalar
    case 0x391...0x3A9, 0x410...0x42F: return scalar + 0x20
    case 0x3B1...0x3C9, 0x430...0x45F: return scalar
    case 0x400...0x40F: return scalar + 0x50
    // Neither case nor accents.
    case 0x590...0x10FF, 0x1200...0x139F, 0x1400...0x1BFF: return scalar
    default:
      guard let letter = Unicode.Scalar(scalar) else { return scalar }
      let mapping = letter.properties.lowercaseMapping.unicodeScalars
      return mapping.first?.value ?? scalar
    }
  }

  /// Appends a letter without case, accents, width or other forms, as UTF-8.
  static func appendFolded(_ scalar: UInt32, to output: inout [UInt8]) {
    guard var rest = folding(of: scalar) else {
      append(scalar, to: &output)
      return
    }
    while rest & 0xFFFF_0000_0000 != 0 {
      append(UInt32(truncatingIfNeeded: rest >> 32 & 0xFFFF), to: &output)
      rest <<= 16
    }
  }

  /// The first letter that a letter folds to.
  static func folded(_ scalar: UInt32) -> UInt32 {
    folding(of: scalar).map { UInt32(truncatingIfNeeded: $0 >> 32 & 0xFFFF) } ?? scalar
  }

  private static func folding(of scalar: UInt32) -> UInt64? {
    // Han, and what lies beyond the plane of the table.
    if scalar >= 0x3400 && scalar < 0xA000 || scalar > 0xFFFF { return nil }
    let table = LetterTables.foldings
    let place = lowerBound(of: UInt64(scalar) << 48, in: table)
    return place < table.count && table[place] >> 48 == UInt64(scalar) ? table[place] : nil
  }

  /// The letter that a letter and a mark after it are together, if Unicode has one: `é`, `が`, `가`.
  static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    if let syllable = composedSyllable(letter, mark) { return syllable }
    guard letter <= 0xFFFF, mark <= 0xFFFF else { return nil }
    let table = LetterTables.compositions
    let pair = UInt64(letter) << 16 | UInt64(mark)
    let place = lowerBound(of: pair << 16, in: table)
    guard place < table.count, table[place] >> 16 == pair else { return nil }
    return UInt32(truncatingIfNeeded: table[place] & 0xFFFF)
  }

  /// Conjoining letters of Korean (https://www.unicode.org/versions/latest/, section 3.12).
  private static func composedSyllable(_ letter: UInt32, _ next: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(letter), (0x1161...0x1175).contains(next) {
      return 0xAC00 + ((letter - 0x1100) * 21 + (next - 0x1161)) * 28
    }
    if (0xAC00...0xD7A3).contains(letter), (letter - 0xAC00) % 28 == 0,
      (0x11A8...0x11C2).contains(next)
    {
      return letter + (next - 0x11A7)
    }
    return nil
  }

  /// The place of the first number that is not below another.
  private static func lowerBound(of number: UInt64, in table: [UInt64]) -> Int {
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Appends a code point as UTF-8.
  static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    func trail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
    switch scalar {
    case 0..<0x80:
      output.append(UInt8(scalar))
    case 0x80..<0x800:
      output.append(UInt8(0xC0 | scalar >> 6))
      output.append(trail(0))
    case 0x800..<0x10000:
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(trail(6))
      output.append(trail(0))
    default:
      output.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      output.append(trail(12))
      output.append(trail(6))
      output.append(trail(0))
    }
  }
}
