internal import Diagnostics

/// Text of a paragraph on its way to a terminal or a man page: white space folded, everything visible, and the
/// face of each stretch.
///
/// A newline in it is a break that the author asked for.
package struct StyledText {
  package typealias Face = TerminalStyle.Face

  /// A stretch that begins at an offset and goes on to the next one's.
  struct Run: Equatable {
    var start: Int
    var face: Face
  }

  private(set) var bytes: [UInt8] = []
  private(set) var runs: [Run] = []
  /// The white space that was seen and is not yet written, a blank or a newline: none stands at
  /// either end of the text, and of several one is enough.
  private var gap: UInt8?

  package init() {}

  package init(_ text: String, _ face: Face = []) { append(text, face) }

  var isEmpty: Bool { bytes.isEmpty }

  /// Asks for one blank before what comes next.
  mutating func separate() {
    if !bytes.isEmpty, gap == nil { gap = 0x20 }
  }

  /// Breaks the line here.
  mutating func breakLine() {
    if !bytes.isEmpty { gap = UInt8(ascii: "\n") }
  }

  /// Appends text; a run of white space becomes one blank, a no-break space stays.
  mutating func append(_ text: ArraySlice<UInt8>, _ face: Face = []) {
    append(text.span, face)
  }

  package mutating func append(_ text: String, _ face: Face = []) { append(text.utf8.span, face) }

  private mutating func append(_ text: Span<UInt8>, _ face: Face) {
    var isOpen = false
    for byte in VisibleText.visible(text, keeping: .lineBreaks) {
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        separate()
        isOpen = false
        continue
      }
      if !isOpen {
        open(face)
        isOpen = true
      }
      bytes.append(byte)
      if byte >= 0x80, endsInLineSeparator {
        bytes.removeLast(3)
        separate()
        isOpen = false
      }
    }
  }

  /// Appends another text with its faces.
  package mutating func append(_ other: StyledText) {
    guard !other.isEmpty else { return }
    closeGap()
    let shift = bytes.count
    bytes.append(contentsOf: other.bytes)
    runs.append(contentsOf: other.runs.map { Run(start: $0.start + shift, face: $0.face) })
  }

  /// Appends text whose blanks are all kept: a code span.
  mutating func appendVerbatim(_ text: ArraySlice<UInt8>, _ face: Face) {
    guard !text.isEmpty else { return }
    open(face)
    for byte in VisibleText.visible(text.span, keeping: .whiteSpace) {
      bytes.append(byte >= 0x09 && byte <= 0x0D ? 0x20 : byte)
    }
  }

  /// Adds a face to stretches given in order.
  mutating func add(_ face: Face, to ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    var result: [Run] = []
    var next = 0
    for (index, run) in runs.enumerated() {
      let end = index + 1 < runs.count ? runs[index + 1].start : bytes.count
      var position = run.start
      while position < end {
        while next < ranges.count, ranges[next].upperBound <= position { next += 1 }
        guard next < ranges.count, ranges[next].lowerBound < end else {
          result.append(Run(start: position, face: run.face))
          break
        }
        let range = ranges[next]
        if position < range.lowerBound {
          result.append(Run(start: position, face: run.face))
          position = range.lowerBound
        }
        result.append(Run(start: position, face: run.face.union(face)))
        position = min(range.upperBound, end)
      }
    }
    runs = result
  }

  /// The text with a face added to all of it.
  func adding(_ face: Face) -> StyledText {
    var text = self
    text.add(face, to: [0..<bytes.count])
    return text
  }

  /// The text without breaks.
  var onOneLine: StyledText {
    guard bytes.contains(UInt8(ascii: "\n")) else { return self }
    var text = self
    text.bytes = bytes.map { $0 == UInt8(ascii: "\n") ? 0x20 : $0 }
    return text
  }

  private mutating func closeGap() {
    if let gap { bytes.append(gap) }
    gap = nil
  }

  /// Writes the white space that is due and begins a run where the face changes.
  private mutating func open(_ face: Face) {
    closeGap()
    if runs.last?.face != face { runs.append(Run(start: bytes.count, face: face)) }
  }

  /// Whether the text ends in U+2028 or U+2029, which are white space.
  private var endsInLineSeparator: Bool {
    let count = bytes.count
    return count >= 3 && bytes[count - 3] == 0xE2 && bytes[count - 2] == 0x80
      && (bytes[count - 1] == 0xA8 || bytes[count - 1] == 0xA9)
  }
}

extension StyledText {
  /// Whether a digit comes last, with no blank after it.
  var endsInDigit: Bool {
    guard let last = bytes.last, gap == nil else { return false }
    return last >= UInt8(ascii: "0") && last <= UInt8(ascii: "9")
  }

  /// The text wrapped to a width, line by line.
  func lines(width: Int) -> [StyledText] {
    guard !isEmpty else { return [] }
    var lines: [StyledText] = []
    // The last run that begins at or before the line, which goes on into it.
    var current = 0
    LineWrapper(width: width).forEachLine(of: bytes) { range in
      while current + 1 < runs.count, runs[current + 1].start <= range.lowerBound { current += 1 }
      var line = StyledText()
      line.bytes = Array(bytes[range])
      for run in runs[current...] {
        guard run.start < range.upperBound else { break }
        line.runs.append(Run(start: max(0, run.start - range.lowerBound), face: run.face))
      }
      lines.append(line)
    }
    return lines
  }
}
