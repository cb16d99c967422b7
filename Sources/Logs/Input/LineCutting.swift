/// Where the lines of a log end, and where one is cut that is too long to be looked at whole.
struct LineCutting: Sendable {
  let encoding: TextEncoding
  let lineEnd: LineEnd

  /// Longer lines are cut into pieces of at most so many bytes of UTF-8, or twice as many of UTF-16.
  static let longestLine = 64 << 10

  /// How far back a piece is cut so that no word is torn.
  private static let longestWord = 1 << 10

  /// UTF-8, as all text is once it is decoded.
  static func decoded(_ lineEnd: LineEnd) -> LineCutting {
    LineCutting(encoding: .utf8, lineEnd: lineEnd)
  }

  /// The most bytes of a piece of a line.
  var longestPiece: Int { Self.longestLine * encoding.unitSize }

  /// The offset behind the last line end in a range; nil where there is none.
  func endOfLastLine(in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard encoding != .utf8 else {
      return ByteSearch.last(lineEnd.byte, in: text, range).map { $0 + 1 }
    }
    var end = range.upperBound - (range.count & 1)
    while let found = ByteSearch.last(lineEnd.byte, in: text, range.lowerBound..<end) {
      let unit = found - (found - range.lowerBound) & 1
      if isLineEnd(at: unit, in: text) { return unit + 2 }
      end = unit
      if end <= range.lowerBound { break }
    }
    return nil
  }

  /// The offset behind the first line end at or behind an offset of a character.
  func endOfLine(in text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while let found = ByteSearch.first(lineEnd.byte, in: text, from: position) {
      if encoding == .utf8 { return found + 1 }
      let unit = found - (found - start) & 1
      if unit + 1 < text.count, isLineEnd(at: unit, in: text) { return unit + 2 }
      position = unit + 2
      if position >= text.count { break }
    }
    return nil
  }

  /// Where the piece ends that begins at an offset in a line that has more than `longestPiece` left.
  ///
  /// It ends behind a blank if there is one near, else behind a character.
  func endOfPiece(in text: Span<UInt8>, from start: Int) -> Int {
    let end = start + longestPiece
    if encoding != .utf8 { return end }
    if let blank = ByteSearch.last(0x20, in: text, end - Self.longestWord..<end) {
      return blank + 1
    }
    var cut = end
    // No character has more than three bytes behind its first.
    while cut > end - 3, text[cut] & 0xC0 == 0x80 { cut -= 1 }
    return text[cut] & 0xC0 == 0x80 ? end : cut
  }

  private func isLineEnd(at unit: Int, in text: Span<UInt8>) -> Bool {
    encoding == .utf16LittleEndian
      ? text[unit] == lineEnd.byte && text[unit + 1] == 0
      : text[unit] == 0 && text[unit + 1] == lineEnd.byte
  }
}
