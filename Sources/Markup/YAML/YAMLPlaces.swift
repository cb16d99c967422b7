internal import Diagnostics

/// Turns libyaml's places into ours.
///
/// libyaml counts code points, and its lines also end at U+0085, U+2028 and U+2029, which are
/// ordinary characters in a page. Ours count bytes and end at a line feed alone.
struct YAMLPlaces {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let firstLine: Int

  init(_ bytes: [UInt8], in range: Range<Int>, firstLine: Int) {
    self.bytes = bytes
    self.range = range
    self.firstLine = firstLine
  }

  /// The place of a byte.
  func position(ofByte offset: Int) -> SourcePosition {
    var line = firstLine
    var lineStart = range.lowerBound
    for index in range.lowerBound..<min(offset, range.upperBound) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    return SourcePosition(line: line, column: min(offset, range.upperBound) - lineStart + 1)
  }

  /// The place of libyaml's line and column, both counted from 1.
  ///
  /// O(n): only for errors. A whole tree is converted with `converter()`.
  func position(line: Int, column: Int) -> SourcePosition {
    var converter = converter()
    return converter.position(line: line, column: column)
  }

  /// Converts places one after the other, fast where they come in order.
  func converter() -> Converter { Converter(bytes, in: range, firstLine: firstLine) }

  struct Converter {
    private let bytes: [UInt8]
    private let range: Range<Int>
    private let firstLine: Int
    /// A place that is known in both counts: the start of a line of libyaml's.
    private var foreignLine = 1
    private var offset: Int
    private var line: Int
    private var lineStart: Int

    fileprivate init(_ bytes: [UInt8], in range: Range<Int>, firstLine: Int) {
      self.bytes = bytes
      self.range = range
      self.firstLine = firstLine
      self.offset = range.lowerBound
      self.line = firstLine
      self.lineStart = range.lowerBound
    }

    mutating func position(line wanted: Int, column: Int) -> SourcePosition {
      if wanted < foreignLine { self = Converter(bytes, in: range, firstLine: firstLine) }
      while foreignLine < wanted, offset < range.upperBound { passCharacter() }
      var place = offset
      var remaining = column - 1
      while remaining > 0, place < range.upperBound, bytes[place] != 0x0A {
        place = min(place + YAMLBytes.length(ofCharacterFrom: bytes[place]), range.upperBound)
        remaining -= 1
      }
      return SourcePosition(line: line, column: place - lineStart + 1)
    }

    private mutating func passCharacter() {
      let lineBreak = YAMLBytes.lineBreak(in: bytes, at: offset, end: range.upperBound)
      if bytes[offset] == 0x0A {
        line += 1
        lineStart = offset + 1
      } else if lineBreak == 2, bytes[offset] == 0x0D {
        line += 1
        lineStart = offset + 2
      }
      if lineBreak > 0 { foreignLine += 1 }
      offset += max(lineBreak, YAMLBytes.length(ofCharacterFrom: bytes[offset]))
    }
  }
}
