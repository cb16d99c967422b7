internal import Diagnostics

/// A stretch of a log: whole lines, after the lines before them that tell what they mean.
struct Chunk: Sendable {
  /// As they are in the log.
  var bytes: [UInt8] = []
  /// Where the stretch itself begins; what stands before it was in the one before.
  var ownStart = 0
  /// Its place among the stretches.
  var number = 0
  var cutting = LineCutting(encoding: .utf8, lineEnd: .lineFeed)
  /// Whether what stands before it is all of the log up to there.
  var isFromBeginning = true
  /// Whether it begins within a line that is too long to be looked at whole.
  var startsInLine = false
  /// Whether the log ends with it.
  var isLast = false
}

/// Reads a log in stretches of whole lines.
///
/// A line may end up in two of them only if it is too long to be looked at whole.
struct ChunkReader {
  private let input: LogInput
  private let chunkSize: Int
  private var cutting = LineCutting(encoding: .utf8, lineEnd: .lineFeed)
  private var next = 0
  private(set) var isFinished = false
  /// What the next stretch begins with: lines before it, then the beginning of its first line.
  private var tail: [UInt8] = []
  private var tailOwn = 0
  private var tailIsFromBeginning = true
  private var tailStartsInLine = false

  /// What is read at a time.
  static let usualSize = 1 << 20

  init(_ input: LogInput, chunkSize: Int = Self.usualSize) {
    self.input = input
    self.chunkSize = max(1, chunkSize)
  }

  /// Reads the next stretch into one that may have been used before; false at the end.
  mutating func read(_ chunk: inout Chunk) throws(FileError) -> Bool {
    guard !isFinished else { return false }
    chunk.bytes.removeAll(keepingCapacity: true)
    chunk.bytes.append(contentsOf: tail)
    chunk.ownStart = tailOwn
    chunk.isFromBeginning = tailIsFromBeginning
    chunk.startsInLine = tailStartsInLine
    if next == 0 { try readHead(&chunk) }
    var end = chunk.bytes.count
    while !isFinished {
      let start = chunk.bytes.count
      try fill(&chunk, by: chunkSize)
      if isFinished {
        end = chunk.bytes.count
      } else if let cut = cut(chunk, newFrom: start) {
        end = cut
        break
      }
    }
    keepTail(of: chunk, from: end)
    chunk.bytes.removeSubrange(end...)
    chunk.number = next
    chunk.cutting = cutting
    chunk.isLast = isFinished
    next += 1
    return true
  }

  /// Reads enough to tell the encoding, and takes the mark away.
  private mutating func readHead(_ chunk: inout Chunk) throws(FileError) {
    let headSize = 64 << 10
    try fill(&chunk, by: headSize)
    let (encoding, markLength) = TextEncoding.detect(chunk.bytes.span)
    chunk.bytes.removeFirst(markLength)
    cutting = LineCutting(encoding: encoding, lineEnd: LineEnd.detect(chunk.bytes.span))
  }

  private mutating func fill(_ chunk: inout Chunk, by count: Int) throws(FileError) {
    var missing = count
    while missing > 0 {
      let got = try input.read(upTo: missing, into: &chunk.bytes)
      if got == 0 {
        isFinished = true
        return
      }
      missing -= got
    }
  }

  /// Where a stretch may end: behind its last line, or behind a piece of a line that is too long.
  private func cut(_ chunk: Chunk, newFrom start: Int) -> Int? {
    let text = chunk.bytes.span
    // A character of two bytes may have been half read before.
    let from = max(chunk.ownStart, start - (start - chunk.ownStart) % cutting.encoding.unitSize)
    if let end = cutting.endOfLastLine(in: text, from..<text.count) { return end }
    // The beginning of the log was read apart.
    if let end = cutting.endOfLastLine(in: text, chunk.ownStart..<from) { return end }
    var end = chunk.ownStart
    while text.count - end > cutting.longestPiece { end = cutting.endOfPiece(in: text, from: end) }
    return end > chunk.ownStart ? end : nil
  }

  /// Keeps what the next stretch begins with.
  private mutating func keepTail(of chunk: Chunk, from end: Int) {
    let text = chunk.bytes.span
    let window = LineContext.window * cutting.encoding.unitSize
    let target = max(0, end - window)
    var start = end
    tailStartsInLine = end > 0 && !endsLine(at: end, in: text)
    if end > 0, !tailStartsInLine {
      if target == 0 {
        start = 0
      } else if let line = cutting.endOfLastLine(in: text, 0..<target) {
        start = line
      } else {
        // The line before has no part in what follows: it was cut.
        start = cutting.endOfLine(in: text, from: target) ?? end
      }
    }
    tail.removeAll(keepingCapacity: true)
    tail.append(contentsOf: chunk.bytes[start...])
    tailOwn = end - start
    tailIsFromBeginning = tailIsFromBeginning && start == 0
  }

  private func endsLine(at end: Int, in text: Span<UInt8>) -> Bool {
    let unit = cutting.encoding.unitSize
    guard end >= unit else { return false }
    return cutting.endOfLastLine(in: text, end - unit..<end) == end
  }
}
