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

    /// Whether the word is one character of a script that writes no blanks between words.
    package var isCharacter: Bool { hash >> 31 != 0 }
  }

  /// The words of the line that was read last, in order.
  package private(set) var tokens: [Token] = []

  package init() {}

  /// Takes a line apart, of UTF-8 without its line end; bytes that are not UTF-8 part words.
  ///
  /// - Complexity: O(*n*) in the bytes of the line.
  package mutating func read(_ line: Span<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    unsafe line.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      // The shortest words are of one byte and have one between them, or of three and have none.
      tokens.append(addingCapacity: buffer.count / 2 + 1) { tokens in
        unsafe WordReader(start: start, count: buffer.count).read(into: &tokens)
      }
    }
  }

  /// The hash of a word as tokens have it.
  package static func hash(of word: String) -> UInt32 {
    var tokens = LineTokens()
    tokens.read(Array(word.utf8).span)
    return tokens.tokens.first?.hash ?? 0
  }
}

// MARK: - Words

/// Walks over a line, eight bytes at a time where they are ASCII.
///
/// The pointer is that of a buffer that outlives the value; nothing is read at or beyond `count`.
@safe
private struct WordReader {
  private let start: UnsafeRawPointer
  private let count: Int

  init(start: UnsafeRawPointer, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// The top bit of each of eight bytes.
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  func read(into tokens: inout OutputSpan<LineTokens.Token>) {
    var position = 0
    while position < count {
      let bytes = eightBytes(at: position)
      let inWord = Self.wordBytes(in: bytes)
      let notParting = inWord | bytes & Self.highBits
      if notParting == 0 {
        position += 8
        continue
      }
      let skipped = notParting.trailingZeroBitCount >> 3
      position += skipped
      guard self[position] < 0x80 else {
        position = readBeyondASCII(at: position, into: &tokens)
        continue
      }
      // A short word is often all in the same eight bytes.
      let shift = UInt64(skipped) << 3
      let parting = (~inWord & Self.highBits) >> shift
      if parting != 0 {
        let length = parting.trailingZeroBitCount >> 3
        let end = position + length
        if end >= count || self[end] < 0x80 {
          let word = bytes >> shift & (1 << (UInt64(length) << 3) &- 1)
          tokens.append(
            LineTokens.Token(
              start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: end),
              hash: Self.hash(Self.mix(word, into: Self.seed))))
          position = end
          continue
        }
      }
      position = readWord(at: position, into: &tokens)
    }
  }

  /// Reads a word that begins with a character of ASCII and returns where it ends.
  @inline(__always)
  private func readWord(at start: Int, into tokens: inout OutputSpan<LineTokens.Token>) -> Int {
    var state = Self.seed
    var position = start
    while true {
      let bytes = eightBytes(at: position)
      let parting = ~Self.wordBytes(in: bytes) & Self.highBits
      if parting == 0 {
        state = Self.mix(bytes, into: state)
        position += 8
        continue
      }
      let length = parting.trailingZeroBitCount >> 3
      let end = position + length
      if end < count, self[end] >= 0x80 { break }
      if length > 0 {
        state = Self.mix(bytes & (1 << (UInt64(length) << 3) &- 1), into: state)
      }
      tokens.append(
        LineTokens.Token(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
          hash: Self.hash(state)))
      return end
    }
    let end = endOfWord(from: start)
    append(start..<end, to: &tokens)
    return end
  }

  /// Reads what begins with a byte beyond ASCII and returns where it ends.
  @inline(never)
  private func readBeyondASCII(
    at position: Int, into tokens: inout OutputSpan<LineTokens.Token>
  ) -> Int {
    let (kind, length) = character(at: position)
    var end = position + length
    switch kind {
    case .separator:
      return end
    case .letter:
      end = endOfWord(from: position)
    case .hangul:
      while end < count && self[end] >= 0x80 {
        let (kind, length) = character(at: end)
        guard kind == .hangul else { break }
        end += length
      }
    case .single:
      append(position..<end, to: &tokens, flag: 1 << 31)
      return end
    }
    append(position..<end, to: &tokens)
    return end
  }

  /// Where the word ends that goes on at a position.
  private func endOfWord(from start: Int) -> Int {
    var position = start
    while position < count {
      let bytes = eightBytes(at: position)
      let parting = ~Self.wordBytes(in: bytes) & Self.highBits
      if parting == 0 {
        position += 8
        continue
      }
      position += parting.trailingZeroBitCount >> 3
      guard position < count && self[position] >= 0x80 else { break }
      let (kind, length) = character(at: position)
      guard kind == .letter else { break }
      position += length
    }
    return min(position, count)
  }

  private func append(
    _ range: Range<Int>, to tokens: inout OutputSpan<LineTokens.Token>, flag: UInt32 = 0
  ) {
    var state = Self.seed
    var position = range.lowerBound
    while position < range.upperBound {
      let length = UInt64(min(8, range.upperBound - position))
      let bytes = eightBytes(at: position)
      state = Self.mix(length == 8 ? bytes : bytes & (1 << (length << 3) &- 1), into: state)
      position += 8
    }
    tokens.append(
      LineTokens.Token(
        start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound), hash: Self.hash(state) | flag))
  }
}

// MARK: - Bytes

extension WordReader {
  private subscript(position: Int) -> UInt8 {
    @inline(__always) get { unsafe start.load(fromByteOffset: position, as: UInt8.self) }
  }

  /// Eight bytes of the line, the first one lowest; zeros stand for what is behind its end.
  @inline(__always)
  private func eightBytes(at position: Int) -> UInt64 {
    if position + 8 <= count {
      return unsafe UInt64(
        littleEndian: start.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
    if count >= 8 {
      let last = unsafe UInt64(
        littleEndian: start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
      return last >> (UInt64(position + 8 - count) << 3)
    }
    var bytes: UInt64 = 0
    var index = count
    while index > position {
      index -= 1
      bytes = bytes << 8 | UInt64(self[index])
    }
    return bytes
  }

  /// The top bit of each byte that is a letter, digit or underscore of ASCII.
  ///
  /// Sums do not reach the next byte, since each has but seven bits.
  @inline(__always)
  private static func wordBytes(in bytes: UInt64) -> UInt64 {
    let low = bytes & ~highBits
    let lower = low | 0x2020_2020_2020_2020
    let letters = (lower &+ every(0x80 - 0x61)) & ~(lower &+ every(0x80 - 0x7B))
    let digits = (low &+ every(0x80 - 0x30)) & ~(low &+ every(0x80 - 0x3A))
    let underscores = highBits &- (low ^ every(0x5F))
    return (letters | digits | underscores) & ~bytes & highBits
  }

  @inline(__always)
  private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  private static var seed: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  @inline(__always)
  private static func mix(_ bytes: UInt64, into state: UInt64) -> UInt64 {
    let product = (state ^ bytes) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }

  @inline(__always)
  private static func hash(_ state: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (state &* 0xD6E8_FEB8_6659_FD93) >> 33)
  }
}

// MARK: - Characters

extension WordReader {
  private enum CharacterKind {
    case separator, letter, hangul, single
  }

  /// What the character is that begins with a byte beyond ASCII, and how long.
  private func character(at position: Int) -> (kind: CharacterKind, length: Int) {
    let lead = self[position]
    let length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
    guard length > 1, position + length <= count else { return (.separator, 1) }
    var index = position + 1
    while index < position + length {
      guard self[index] & 0xC0 == 0x80 else { return (.separator, 1) }
      index += 1
    }
    let second = UInt32(self[position + 1] & 0x3F)
    switch length {
    case 2:
      return (Self.kind(of: UInt32(lead & 0x1F) << 6 | second), 2)
    case 3:
      let third = UInt32(self[position + 2] & 0x3F)
      return (Self.kind(of: UInt32(lead & 0x0F) << 12 | second << 6 | third), 3)
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
