internal import Diagnostics

/// The lines written so far: text goes in, bytes for the terminal come out.
struct TerminalOutput {
  typealias Face = TerminalStyle.Face

  private(set) var bytes: [UInt8] = []
  let style: TerminalStyle
  let width: Int
  /// A blank line is due before the next line.
  private var gap = false

  init(style: TerminalStyle, width: Int) {
    self.style = style
    self.width = width
    let usualAnswer = 8 << 10
    bytes.reserveCapacity(usualAnswer)
  }

  /// Asks for a blank line before the next line; none stands at the start or the end.
  mutating func separate() { gap = !bytes.isEmpty }

  /// Writes text wrapped to the width, its lines beginning at a column.
  ///
  /// `first` is the column of the first line, where it is not that of the others; `lead` stands
  /// before the text on its first line, in place of the blanks there.
  mutating func write(
    _ text: StyledText, indent: Int, first: Int? = nil, lead: Lead = Lead()
  ) {
    guard !text.isEmpty || !lead.isEmpty else { return }
    let first = max(first ?? indent, lead.columns)
    let wrapper = LineWrapper(first: max(1, width - first), rest: max(1, width - indent))
    var cursor = RunCursor()
    var isFirst = true
    wrapper.forEachLine(of: text.bytes) { line in
      begin()
      if isFirst { write(lead) }
      // Beside a mark there may be no text, and then no blanks.
      if !line.isEmpty { blanks(isFirst ? first - lead.written : indent) }
      write(text, line, &cursor)
      end()
      isFirst = false
    }
  }

  /// Writes a line of code as it is, at a column.
  mutating func writeCode(_ line: ArraySlice<UInt8>, indent: Int) {
    begin()
    if !line.isEmpty {
      blanks(indent)
      bytes.append(contentsOf: CodeLines.shown(line))
    }
    end()
  }

  /// Writes what leads an empty item.
  mutating func write(leadAlone lead: Lead) {
    begin()
    write(lead)
    end()
  }

  /// Writes one line out of pieces, each beginning at a column; a piece is not wrapped.
  mutating func writeRow(_ pieces: [(column: Int, columns: Int, text: StyledText)]) {
    begin()
    var column = 0
    for piece in pieces where !piece.text.isEmpty {
      blanks(piece.column - column)
      var cursor = RunCursor()
      write(piece.text, 0..<piece.text.bytes.count, &cursor)
      column = piece.column + piece.columns
    }
    end()
  }

  private mutating func begin() {
    if gap { bytes.append(UInt8(ascii: "\n")) }
    gap = false
  }

  private mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func blanks(_ count: Int) {
    if count > 0 { bytes.append(contentsOf: repeatElement(0x20, count: count)) }
  }

  private mutating func write(_ lead: Lead) {
    var cursor = RunCursor()
    write(lead.text, 0..<lead.text.bytes.count, &cursor)
  }

  /// Where the runs of a text stand while its lines are written in order.
  private struct RunCursor {
    var next = 0
    var face: Face = []
  }

  /// Writes a stretch of text with its faces; every line ends plain, so that a pager may cut it.
  private mutating func write(
    _ text: StyledText, _ range: Range<Int>, _ cursor: inout RunCursor
  ) {
    guard style.isColored else {
      bytes.append(contentsOf: text.bytes[range])
      return
    }
    var shown: Face = []
    var position = range.lowerBound
    while position < range.upperBound {
      while cursor.next < text.runs.count, text.runs[cursor.next].start <= position {
        cursor.face = text.runs[cursor.next].face
        cursor.next += 1
      }
      let end = cursor.next < text.runs.count ? text.runs[cursor.next].start : range.upperBound
      style.change(from: shown, to: cursor.face, in: &bytes)
      shown = cursor.face
      bytes.append(contentsOf: text.bytes[position..<min(end, range.upperBound)])
      position = min(end, range.upperBound)
    }
    style.change(from: shown, to: [], in: &bytes)
  }
}

extension TerminalOutput {
  /// What stands before the first line of a block: the numbers and marks of the items that begin
  /// with it, each at its column.
  struct Lead {
    private(set) var text = StyledText()
    /// The columns of the text.
    private(set) var written = 0
    /// The columns with the blanks that part the last mark from what follows.
    private(set) var columns = 0

    var isEmpty: Bool { text.isEmpty }

    /// Appends a mark at a column, or where the last one ends if that is further.
    mutating func append(_ mark: String, _ face: Face, at column: Int) {
      let start = max(column, columns)
      text.appendVerbatim(ArraySlice(repeating: 0x20, count: start - written), [])
      // Blanks after a mark wait for what follows, so that no line ends in them.
      let mark = ArraySlice(mark.utf8)
      let blanks = mark.reversed().prefix { $0 == 0x20 }.count
      let word = mark.dropLast(blanks)
      text.appendVerbatim(word, face)
      written = start + DisplayWidth.columns(of: word.span)
      columns = written + blanks
    }
  }
}
