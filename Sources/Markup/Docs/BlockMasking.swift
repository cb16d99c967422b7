/// Covers what Docs Markdown writes in whole lines: tables, the heads of alerts, zone markers.
///
/// Works line by line on text whose inline additions are covered already. It follows fenced code, so
/// that what stands in code stays; where it errs (indented code, HTML blocks) the cover is taken off
/// again when the block is read.
struct BlockMasking {
  /// A table where a paragraph can stand, as ranges of the text before it was covered.
  struct Table {
    /// The columns' alignments, as many as the delimiter row has.
    let alignments: [Document.Alignment]
    /// The header and the rows, without what contains them; the delimiter row is left out.
    var rows: [Row]

    struct Row {
      let range: Range<Int>
      /// Counted from the first line of the text.
      let line: Int
    }
  }

  /// Something that was covered and is to be put back when its paragraph is read.
  enum Marker {
    case table(Table)
    case alert(Document.Alert)
  }

  /// The text with its tables, alert heads and zones covered.
  private(set) var bytes: [UInt8]
  /// What was covered, by its first line, in order.
  private(set) var markers: [(line: Int, marker: Marker)] = []
  /// Heads of quotes that look like an alert of an unknown kind: line and word.
  private(set) var unknownAlerts: [(line: Int, word: String)] = []
  /// Zones that were begun and not ended, by their line.
  private(set) var openZones: [Int] = []
  /// Where the lines begin, and one more for the end.
  let lineStarts: [Int]

  private let text: [UInt8]
  private var fence: Fence?

  fileprivate struct Fence {
    let character: UInt8
    let count: Int
    /// How far the fence is indented; deep ones end with their list item.
    let indent: Int
    let quoteDepth: Int
  }

  init(_ text: [UInt8]) {
    self.text = text
    bytes = text
    var starts = [0]
    for (offset, byte) in text.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    if starts[starts.count - 1] < text.count { starts.append(text.count + 1) }
    lineStarts = starts
    guard text.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0 == 0x21 })
    else { return }
    var line = 0
    while line < lineCount { line = read(line) }
  }

  var lineCount: Int { lineStarts.count - 1 }

  /// A line without its line feed.
  private func range(of line: Int) -> Range<Int> { lineStarts[line]..<lineStarts[line + 1] - 1 }

  /// Reads one line, or a whole table, and returns the line that follows.
  private mutating func read(_ line: Int) -> Int {
    let range = range(of: line)
    let prefix = LinePrefix(text, range, mayHoldMarkers: fence == nil)
    if let open = fence {
      if closes(open, prefix, range) || leaves(open, prefix, range) { fence = nil }
      return line + 1
    }
    guard prefix.content < range.upperBound else { return line + 1 }
    if let opened = Fence(text, prefix, range) {
      fence = opened
      return line + 1
    }
    switch text[prefix.content] {
    case UInt8(ascii: ":"):
      readZone(line, prefix, range)
    case UInt8(ascii: "["):
      readAlert(line, prefix, range)
    default:
      if let end = readTable(line, prefix, range) { return end }
    }
    return line + 1
  }

  // MARK: Zones

  /// `::: moniker range="…"`, `:::row:::` and their ends: the markers go, the text stays.
  private mutating func readZone(_ line: Int, _ prefix: LinePrefix, _ range: Range<Int>) {
    guard text[prefix.content..<range.upperBound].starts(with: [0x3A, 0x3A, 0x3A]) else { return }
    for index in prefix.content..<range.upperBound { bytes[index] = 0x20 }
    var word = prefix.content + 3
    while word < range.upperBound, text[word] == 0x20 { word += 1 }
    let rest = text[word..<range.upperBound]
    if rest.starts(with: "moniker-end".utf8) || rest.starts(with: "zone-end".utf8) {
      if !openZones.isEmpty { openZones.removeLast() }
    } else if rest.starts(with: "moniker ".utf8) || rest.starts(with: "zone ".utf8) {
      openZones.append(line + 1)
    }
  }

  // MARK: Alerts

  /// `[!NOTE]` at the head of a quoted line; `[!div …]` vanishes.
  private mutating func readAlert(_ line: Int, _ prefix: LinePrefix, _ range: Range<Int>) {
    guard prefix.quoteDepth > 0, prefix.content + 1 < range.upperBound,
      text[prefix.content + 1] == UInt8(ascii: "!"),
      let close = text[prefix.content..<range.upperBound].firstIndex(of: UInt8(ascii: "]"))
    else { return }
    let word = String(decoding: text[prefix.content + 2..<close], as: UTF8.self)
    let isAlone = text[(close + 1)..<range.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if let kind = Document.Alert(named: word) {
      for index in prefix.content...close { bytes[index] = Mask.alert }
      markers.append((line + 1, .alert(kind)))
    } else if word.lowercased().hasPrefix("div"), isAlone {
      for index in prefix.content...close { bytes[index] = 0x20 }
    } else if isAlone, word.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) {
      unknownAlerts.append((line + 1, word))
    }
  }

  // MARK: Tables

  /// A header row over a delimiter row, and the rows under them (GFM, section 4.10); returns the
  /// line after the table.
  private mutating func readTable(
    _ line: Int, _ prefix: LinePrefix, _ range: Range<Int>
  ) -> Int? {
    guard line + 1 < lineCount, text[range].contains(UInt8(ascii: "|")) else {
      return nil
    }
    let delimiterRange = self.range(of: line + 1)
    let delimiterPrefix = LinePrefix(text, delimiterRange, quotes: prefix.quoteDepth)
    guard delimiterPrefix.quoteDepth == prefix.quoteDepth,
      let alignments = TableRow.alignments(
        text, delimiterPrefix.content..<delimiterRange.upperBound)
    else { return nil }
    let header = TableRow.cells(text, prefix.content..<range.upperBound)
    guard header.count == alignments.count else { return nil }

    var table = Table(
      alignments: alignments,
      rows: [Table.Row(range: prefix.content..<range.upperBound, line: line + 1)])
    cover(prefix.content..<range.upperBound)
    cover(delimiterPrefix.content..<delimiterRange.upperBound)
    var next = line + 2
    while next < lineCount {
      let rowRange = self.range(of: next)
      let rowPrefix = LinePrefix(text, rowRange, quotes: prefix.quoteDepth)
      guard rowPrefix.quoteDepth == prefix.quoteDepth,
        rowPrefix.content < rowRange.upperBound,
        !BlockStart.begins(text, rowPrefix.content..<rowRange.upperBound)
      else { break }
      cover(rowPrefix.content..<rowRange.upperBound)
      table.rows.append(Table.Row(range: rowPrefix.content..<rowRange.upperBound, line: next + 1))
      next += 1
    }
    markers.append((line + 1, .table(table)))
    return next
  }

  private mutating func cover(_ range: Range<Int>) {
    for index in range { bytes[index] = Mask.table }
  }

  // MARK: Fences

  private func closes(_ open: Fence, _ prefix: LinePrefix, _ range: Range<Int>) -> Bool {
    var index = prefix.content
    while index < range.upperBound, text[index] == open.character { index += 1 }
    return index - prefix.content >= open.count
      && text[index..<range.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether this line lies outside the list item or quote that holds the fence.
  private func leaves(_ open: Fence, _ prefix: LinePrefix, _ range: Range<Int>) -> Bool {
    if prefix.quoteDepth < open.quoteDepth { return true }
    return open.indent >= 4 && prefix.indent == 0 && prefix.content < range.upperBound
      && open.quoteDepth == 0
  }
}

extension BlockMasking.Fence {
  /// The fence that a line opens: three or more backticks or tildes (CommonMark, section 4.5).
  fileprivate init?(_ text: [UInt8], _ prefix: LinePrefix, _ range: Range<Int>) {
    let character = text[prefix.content]
    guard character == UInt8(ascii: "`") || character == UInt8(ascii: "~") else { return nil }
    var index = prefix.content
    while index < range.upperBound, text[index] == character { index += 1 }
    guard index - prefix.content >= 3 else { return nil }
    if character == UInt8(ascii: "`"), text[index..<range.upperBound].contains(character) {
      return nil
    }
    self.character = character
    count = index - prefix.content
    indent = prefix.indent
    quoteDepth = prefix.quoteDepth
  }
}

extension Document.Alert {
  /// The kind that a word names, in any case.
  init?(named word: String) {
    let name = word.lowercased()
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}
