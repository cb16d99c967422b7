/// The words of a line: what is compared when a line is held against messages.
///
/// A word is a run of letters, digits and underscores; where a script writes no blanks between words
/// (Chinese, Japanese, Thai and the like) each character is one; Hangul parts from what is not.
/// Everything else parts words and counts for nothing, so curly and straight apostrophes, no-break
/// spaces and full-width punctuation make no difference. The case of letters does.
///
/// A value is used for line after line: its array grows to the longest and stays.
package struct LineTokens {
  /// A word of the line.
  package struct Token: Sendable, Hashable {
    /// Where it lies in the line, in bytes.
    package var start: Int32
    package var end: Int32
    /// Tells words apart, nearly: equal words have equal hashes.
    package var hash: UInt32

    package var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// The words of the line that was read last, in order.
  package private(set) var tokens: [Token] = []

  package init() {}

  /// Takes a line apart, of UTF-8 without its line end; bytes that are not UTF-8 part words.
  ///
  /// - Complexity: O(*n*) in the bytes of the line.
  package mutating func read(_ line: Span<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    var position = 0
    while position < line.count {
      let byte = line[position]
      if byte < 0x80 {
        if Self.isWordByte(byte) {
          position = readWord(from: position, in: line)
        } else {
          position += 1
        }
        continue
      }
      let (kind, length) = Self.character(at: position, in: line)
      switch kind {
      case .separator:
        position += length
      case .letter:
        position = readWord(from: position, in: line)
      case .hangul:
        position = readHangul(from: position, in: line)
      case .single:
        append(position..<position + length, in: line)
        position += length
      }
    }
  }

  /// The hash of a word as tokens have it.
  package static func hash(of word: String) -> UInt32 {
    var hash = Self.offsetBasis
    for byte in word.utf8 { mix(byte, into: &hash) }
    return hash
  }
}

// MARK: - Words

extension LineTokens {
  private mutating func readWord(from start: Int, in line: Span<UInt8>) -> Int {
    var hash = Self.offsetBasis
    var position = start
    while position < line.count {
      let byte = line[position]
      if byte < 0x80 {
        guard Self.isWordByte(byte) else { break }
        Self.mix(byte, into: &hash)
        position += 1
        continue
      }
      let (kind, length) = Self.character(at: position, in: line)
      guard kind == .letter else { break }
      for index in position..<position + length { Self.mix(line[index], into: &hash) }
      position += length
    }
    tokens.append(Token(start: Int32(start), end: Int32(position), hash: hash))
    return position
  }

  private mutating func readHangul(from start: Int, in line: Span<UInt8>) -> Int {
    var position = start
    while position < line.count, line[position] >= 0x80 {
      let (kind, length) = Self.character(at: position, in: line)
      guard kind == .hangul else { break }
      position += length
    }
    append(start..<position, in: line)
    return position
  }

  private mutating func append(_ range: Range<Int>, in line: Span<UInt8>) {
    var hash = Self.offsetBasis
    for index in range { Self.mix(line[index], into: &hash) }
    tokens.append(Token(start: Int32(range.lowerBound), end: Int32(range.upperBound), hash: hash))
  }

  /// FNV-1a (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv).
  private static let offsetBasis: UInt32 = 0x811C_9DC5

  private static func mix(_ byte: UInt8, into hash: inout UInt32) {
    hash = (hash ^ UInt32(byte)) &* 0x0100_0193
  }
}

// MARK: - Characters

extension LineTokens {
  private enum CharacterKind {
    case separator, letter, hangul, single
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
  }

  /// What the character is that begins with a byte beyond ASCII, and how long.
  private static func character(
    at position: Int, in line: Span<UInt8>
  ) -> (kind: CharacterKind, length: Int) {
    let lead = line[position]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    guard length > 1, position + length <= line.count else { return (.separator, 1) }
    for index in position + 1..<position + length where line[index] & 0xC0 != 0x80 {
      return (.separator, 1)
    }
    let second = UInt32(line[position + 1] & 0x3F)
    switch length {
    case 2:
      return (kind(of: UInt32(lead & 0x1F) << 6 | second), 2)
    case 3:
      let third = UInt32(line[position + 2] & 0x3F)
      return (kind(of: UInt32(lead & 0x0F) << 12 | second << 6 | third), 3)
    default:
      // The planes of ideographs; the others hold signs and scripts of the past.
      return (lead == 0xF0 && second >= 0x20 ? .single : .separator, 4)
    }
  }

  private static func kind(of scalar: UInt32) -> CharacterKind {
    switch scalar {
    // Latin-1's signs, a cross and an obelus, the comma and semicolon of Arabic.
    case 0x80...0xBF, 0xD7, 0xF7, 0x60C, 0x61B: .separator
    case 0xC0...0xDFF: .letter
    // Thai, Lao, Myanmar, Khmer.
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: .single
    case 0x1100...0x11FF, 0xAC00...0xD7FF: .hangul
    case 0xE00...0x1FFF: .letter
    // Punctuation, currencies, arrows, mathematics, boxes.
    case 0x2000...0x2BFF: .separator
    case 0x2C00...0x2DFF: .letter
    case 0x2E00...0x2E7F: .separator
    // 々 and 〇 among the punctuation of Chinese and Japanese, and the dot of foreign names.
    case 0x3005...0x3007: .single
    case 0x3000...0x3040, 0x30FB: .separator
    case 0x2E80...0x9FFF: .single
    case 0xA000...0xABFF: .letter
    case 0xF900...0xFAFF, 0xFF66...0xFF9F: .single
    // Full-width digits and letters.
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
    case 0xE000...0xF8FF, 0xFE00...0xFFFF: .separator
    default: .letter
    }
  }
}
