internal import Catalogue
internal import Index

// What compilers and tools print: `file.cpp(12): error C2065: …`, `LINK : fatal error LNK1104`.
extension NumberFinder {
  /// Reads an identifier that the catalogue knows, if it stands as tools put it.
  mutating func readIdentifier(
    at index: Int, _ hit: TriggerTable.Hit, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    let event = Int(hit.payload)
    let text = known.events[event].key.id.text.utf8.span
    let start = Int(tokens[hit.firstToken].start)
    let end = Int(tokens[index].end)
    // Hashes tell words apart nearly; among all the words of a large log two will be taken for one.
    guard end - start == text.count else { return }
    for offset in 0..<text.count where line[start + offset] != text[offset] { return }
    guard isReported(hit.firstToken, start..<end, of: tokens, in: line) else { return }
    add(NumberFinding(event: event, number: 0))
  }

  private func isReported(
    _ first: Int, _ range: Range<Int>, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Bool {
    if first > 0, triggers.hit(at: first - 1, of: tokens, .diagnostic) != nil,
      isTight(Int(tokens[first - 1].end), range.lowerBound, in: line)
    {
      return true
    }
    let behind = LineGaps.skipBlanks(line, range.upperBound)
    let isClosed = range.upperBound < line.count && line[range.upperBound] == UInt8(ascii: "]")
    guard LineGaps.isColon(line, behind) || isClosed else { return false }
    return isStrong(range, in: line)
      ? isAlone(range.lowerBound, in: line) : isBehindPlace(first, of: tokens, in: line)
  }

  /// Whether nothing but blanks, or a bracket, lies between a word and an identifier.
  private func isTight(_ start: Int, _ end: Int, in line: Span<UInt8>) -> Bool {
    let behind = LineGaps.skipBlanks(line, start)
    if behind == end { return true }
    return end - behind == 1
      && (line[behind] == UInt8(ascii: "[") || line[behind] == UInt8(ascii: "("))
  }

  /// Whether an identifier has the look of nothing else: `LNK1104`, `ORA-00942`, not `C2065`.
  private func isStrong(_ range: Range<Int>, in line: Span<UInt8>) -> Bool {
    var letters = 0
    var digits = 0
    var marks = 0
    for index in range {
      let byte = line[index]
      if byte &- 0x30 < 10 {
        digits += 1
      } else if (byte | 0x20) &- 0x61 < 26 {
        letters += 1
      } else {
        marks += 1
      }
    }
    return digits >= 3 && (letters >= 3 || letters >= 2 && marks > 0)
  }

  /// Whether an identifier begins the line, or follows a blank or a bracket.
  private func isAlone(_ start: Int, in line: Span<UInt8>) -> Bool {
    guard start > 0 else { return true }
    switch line[start - 1] {
    case 0x20, 0x09, UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: ":"), 0xA0: return true
    default: return false
    }
  }

  /// Whether a few words back stands what a tool ends a place with: `): ` or ` : `.
  private func isBehindPlace(
    _ first: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Bool {
    let mostWords = 5
    for place in max(1, first - mostWords)...max(1, first) where place <= first {
      let start = Int(tokens[place - 1].end)
      let end = Int(tokens[place].start)
      var index = start
      while index < end {
        if LineGaps.isColon(line, index), index > start || line[start] != UInt8(ascii: ":"),
          line[index - 1] == UInt8(ascii: ")") || line[index - 1] == 0x20
        {
          return true
        }
        index += 1
      }
    }
    return false
  }
}
