/// How the bytes of a log stand for text.
package enum TextEncoding: Sendable, Hashable {
  /// UTF-8; a line that is not UTF-8 is read as Windows-1252.
  case utf8
  case utf16LittleEndian
  case utf16BigEndian

  /// The encoding that the first bytes of a log tell, and the length of its byte-order mark.
  ///
  /// Text of UTF-16 without a mark shows by its zeros: of the pairs of bytes most have one, and on
  /// the same side.
  package static func detect(_ head: Span<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
    if head.count >= 2 {
      if head[0] == 0xFF, head[1] == 0xFE { return (.utf16LittleEndian, 2) }
      if head[0] == 0xFE, head[1] == 0xFF { return (.utf16BigEndian, 2) }
    }
    if head.count >= 3, head[0] == 0xEF, head[1] == 0xBB, head[2] == 0xBF { return (.utf8, 3) }
    let longestLook = 4096
    let pairs = min(head.count, longestLook) / 2
    let fewestPairs = 4
    guard pairs >= fewestPairs else { return (.utf8, 0) }
    var (even, odd) = (0, 0)
    for pair in 0..<pairs {
      if head[pair * 2] == 0 { even += 1 }
      if head[pair * 2 + 1] == 0 { odd += 1 }
    }
    if odd * 2 > pairs, even * 16 < pairs { return (.utf16LittleEndian, 0) }
    if even * 2 > pairs, odd * 16 < pairs { return (.utf16BigEndian, 0) }
    return (.utf8, 0)
  }

  /// The bytes of the character that ends a line.
  var unitSize: Int { self == .utf8 ? 1 : 2 }
}

/// What ends the lines of a log: one for all of them.
enum LineEnd: Sendable, Hashable {
  /// A line feed, with or without a carriage return before it.
  case lineFeed
  /// A carriage return, in a log without line feeds.
  case carriageReturn

  var byte: UInt8 { self == .lineFeed ? 0x0A : 0x0D }

  /// What the beginning of a log ends its lines with.
  static func detect(_ head: Span<UInt8>) -> LineEnd {
    var hasReturn = false
    for index in 0..<head.count {
      if head[index] == 0x0A { return .lineFeed }
      hasReturn = hasReturn || head[index] == 0x0D
    }
    return hasReturn ? .carriageReturn : .lineFeed
  }
}
