internal import Index

/// Scans text that has been decoded, line by line.
extension LineScanner {
  /// How a text is read.
  struct Text {
    /// Where the own lines begin.
    var ownStart = 0
    /// The number of the first own line.
    var firstLine = 0
    /// Where the text begins in the log.
    var offset = 0
    var lineEnd = LineEnd.lineFeed
    /// Whether the first own line is the rest of one that is too long to be looked at whole.
    var startsInLine = false
    /// Whether the last line goes on behind the text.
    var endsInLine = false
  }

  /// Reads lines; counts those of the own ones that end.
  ///
  /// - Complexity: O(*n*) in the bytes, for lines of any length.
  mutating func read(_ text: Span<UInt8>, _ how: Text) {
    let cutting = LineCutting.decoded(how.lineEnd)
    let isUTF8 = Self.isUTF8(text)
    let matcher = knowledge.matcher
    var line = how.firstLine - Self.lineCount(text, before: how.ownStart, cutting)
    var start = 0
    while start < text.count {
      let next = cutting.endOfLine(in: text, from: start)
      let end = next.map { $0 - 1 } ?? text.count
      var place = Place(
        line: line, start: how.offset + start, end: how.offset + end,
        isOwn: start >= how.ownStart)
      place.isPiece =
        end - start > LineCutting.longestLine
        || how.startsInLine && start == how.ownStart || how.endsInLine && next == nil
      if end - start > LineCutting.longestLine {
        readPieces(text, start..<end, place, how, isUTF8: isUTF8, matcher)
      } else {
        read(text, start..<end, place, isUTF8: isUTF8, matcher)
      }
      if next != nil {
        line += 1
        if place.isOwn { tally.lineCount += 1 }
      }
      start = next ?? text.count
    }
  }

  private mutating func readPieces(
    _ text: Span<UInt8>, _ range: Range<Int>, _ place: Place, _ how: Text, isUTF8: Bool,
    _ matcher: MessageMatcher
  ) {
    let cutting = LineCutting.decoded(how.lineEnd)
    var place = place
    var start = range.lowerBound
    while start < range.upperBound {
      let isLast = range.upperBound - start <= LineCutting.longestLine
      let end = isLast ? range.upperBound : cutting.endOfPiece(in: text, from: start)
      place.start = how.offset + start
      place.end = how.offset + end
      place.isOwn = start >= how.ownStart
      read(text, start..<end, place, isUTF8: isUTF8, matcher)
      start = end
    }
  }

  private mutating func read(
    _ text: Span<UInt8>, _ range: Range<Int>, _ place: Place, isUTF8: Bool,
    _ matcher: MessageMatcher
  ) {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x0D { end -= 1 }
    let line = text.extracting(range.lowerBound..<end)
    if isUTF8 || Self.isUTF8(line) {
      read(line, place, matcher)
    } else {
      var decoded: [UInt8] = []
      Windows1252.append(line, to: &decoded)
      read(decoded.span, place, matcher)
    }
  }

  private static func isUTF8(_ text: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: text)
      return true
    } catch {
      return false
    }
  }

  private static func lineCount(
    _ text: Span<UInt8>, before end: Int, _ cutting: LineCutting
  ) -> Int {
    var count = 0
    var start = 0
    while start < end, let next = cutting.endOfLine(in: text, from: start), next <= end {
      count += 1
      start = next
    }
    return count
  }
}
