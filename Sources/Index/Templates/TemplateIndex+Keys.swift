extension TemplateIndex {
  /// How many characters of a script without blanks an anchor has: two are in too many lines.
  static let charactersOfAnchor = 4

  /// The key of a single word.
  @inline(__always)
  static func key(_ word: UInt16) -> UInt32 { mixed(UInt64(word)) }

  /// The key of two words that follow each other.
  @inline(__always)
  static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    mixed(UInt64(first) << 16 | UInt64(second) | 1 << 33)
  }

  /// The key of four words that follow each other, the last one lowest.
  @inline(__always)
  static func key(ofFour words: UInt64) -> UInt32 { mixed(words ^ words >> 29) }

  @inline(__always)
  private static func mixed(_ words: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (words &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
