/// Reads a log as it grows, in whatever pieces it comes.
package struct StreamScanner {
  private var scanner: LineScanner
  /// What belongs to a line that has not ended.
  private var pending: [UInt8] = []
  private var encoding: TextEncoding?
  /// How much text was read, in bytes of UTF-8.
  private var offset = 0

  /// Enough to tell UTF-16 without a mark.
  private static let headSize = 8

  /// A reader from the beginning of a log; occurrences are kept one by one if they are wanted so.
  package init(_ knowledge: LogKnowledge, keepsOccurrences: Bool) {
    scanner = LineScanner(knowledge, keepsOccurrences: keepsOccurrences)
    scanner.context.record = RecordBlock(line: -1, start: 0)
  }

  /// What the lines say that have ended.
  package var tally: Tally { scanner.tally }

  /// Whether each occurrence is kept until it is taken.
  package var keepsOccurrences: Bool {
    get { scanner.keepsOccurrences }
    set { scanner.keepsOccurrences = newValue }
  }

  /// Reads the lines that end in what was added to the log.
  package mutating func read(_ bytes: [UInt8]) {
    pending += bytes
    if encoding == nil, pending.count >= Self.headSize || pending.contains(0x0A) { readHead() }
    guard let encoding else { return }
    let cutting = LineCutting(encoding: encoding, lineEnd: .lineFeed)
    var end = cutting.endOfLastLine(in: pending.span, 0..<pending.count) ?? 0
    while pending.count - end > cutting.longestPiece {
      end = cutting.endOfPiece(in: pending.span, from: end)
    }
    read(pending[..<end])
    pending.removeSubrange(..<end)
  }

  /// Reads the last line, which has no end.
  package mutating func finish() {
    if encoding == nil { readHead() }
    guard !pending.isEmpty else { return }
    read(pending[...])
    pending.removeAll()
    scanner.tally.lineCount += 1
  }

  /// The occurrences since they were last taken.
  ///
  /// An error's message may stand on a line that is yet to come: unless the log is at rest, such
  /// errors are held back.
  package mutating func takeOccurrences(atRest: Bool) -> [Occurrence] {
    guard !scanner.occurrences.isEmpty else { return [] }
    let line = scanner.tally.lineCount
    let held =
      atRest
      ? nil
      : scanner.occurrences.firstIndex {
        $0.message == nil && line - $0.line <= LineContext.messageLines
      }
    let count = held ?? scanner.occurrences.count
    let taken = Array(scanner.occurrences[..<count])
    scanner.occurrences.removeFirst(count)
    return taken
  }

  private mutating func readHead() {
    let (encoding, markLength) = TextEncoding.detect(pending.span)
    self.encoding = encoding
    pending.removeFirst(markLength)
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    var how = LineScanner.Text(firstLine: scanner.tally.lineCount, offset: offset)
    how.lineEnd = .lineFeed
    var text = Array(bytes)
    if encoding == .utf16LittleEndian || encoding == .utf16BigEndian {
      var decoded: [UInt8] = []
      UTF16Text.append(
        text.span, littleEndian: encoding == .utf16LittleEndian, to: &decoded)
      text = decoded
    }
    offset += text.count
    scanner.read(text.span, how)
  }
}
