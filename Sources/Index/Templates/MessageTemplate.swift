internal import Catalogue

/// A message taken apart: its fixed words, and the gaps between them where a product puts names and
/// numbers.
///
/// What is compared are words alone. Letters that touch a placeholder (`0x%08x`, `%dKB`) make one
/// word with what is put there, so they belong to the gap; its holes know them.
struct MessageTemplate: Hashable {
  /// Words and gaps in order, one code each; no two gaps follow each other.
  var items: [UInt16] = []
  /// One for each placeholder, in order.
  var holes: [Hole] = []

  /// What stands at a placeholder, for it to be cut out of a line again.
  struct Hole: Hashable {
    /// The text from the word, the placeholder or the beginning before it.
    var before: [UInt8] = []
    /// The text up to the word, the placeholder or the end behind it; empty where the text belongs
    /// to `before` of the next hole.
    var after: [UInt8] = []
  }

  /// How many of the items are words.
  var wordCount: Int { items.count { Self.isWord($0) } }
}

// MARK: - Codes

extension MessageTemplate {
  /// The codes below are gaps, all others words.
  static let firstWord: UInt16 = 1024

  static func isWord(_ code: UInt16) -> Bool { code >= firstWord }

  /// Set in the code of a word that is a single character of a script without blanks.
  private static let characterBit: UInt16 = 0x8000

  static func isCharacter(_ code: UInt16) -> Bool { code & characterBit != 0 }

  /// The code of a word: fewer bits than its hash, but a message has several.
  @inline(__always)
  static func code(ofWord hash: UInt32) -> UInt16 {
    let kind = UInt16(truncatingIfNeeded: hash >> 16) & characterBit
    let folded = UInt16(truncatingIfNeeded: hash ^ hash >> 15) & ~characterBit
    return (folded < firstWord ? folded + firstWord : folded) | kind
  }

  /// The code of a gap: at most 63 holes, 7 words.
  static func code(of gap: Gap) -> UInt16 {
    UInt16(min(gap.holes, 63)) << 4 | UInt16(min(gap.fewestWords, 7)) << 1
      | (gap.isNumeric ? 1 : 0)
  }

  /// What may stand in a gap.
  struct Gap {
    /// How many placeholders it has.
    var holes: Int
    var fewestWords: Int
    /// Whether nothing but numbers can.
    var isNumeric: Bool

    /// A gap of no placeholder yet.
    init() { (holes, fewestWords, isNumeric) = (0, 0, true) }

    /// The gap of a code.
    init(code: UInt16) {
      holes = Int(code >> 4)
      fewestWords = Int(code >> 1 & 7)
      isNumeric = code & 1 != 0
    }

    /// How many words it may take at most: a number with its groups and decimals is several, an
    /// inserted text may be a sentence or a path.
    var mostWords: Int { isNumeric ? max(fewestWords, 1) * 3 : 96 }
  }
}
