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
    case alert(Document.Alert, written: [UInt8])
  }

  /// The text with its tables, alert heads and zones covered.
  private(set) var bytes: [UInt8]
  /// What was covered, by its first line, in order.
  private(set) var markers: [(line: Int, marker: Marker)] = []
  /// Heads of quotes that look like an alert of an unknown kind: line and word.
  private(set) var unknownAlerts: [(line: Int, word: String)] = []
  /// The lines of tables that were made headings, so that the table ends there.
  private(set) var tableEnds: Set<Int> = []
  /// Zones that were begun and not ended, by their line.
  private(set) var openZones: [Int] = []
  /// Where the lines begin, and one more for the end.
  let lineStarts: [Int]

  private let text: [UInt8]
  private var fence: Fence?
  /// How far the contents of the list items are indented that hold the line, outermost first.
  private var items: [Int] = []
  /// A line that is indented by so much more than its surroundings is code.
  private let codeIndent = 4

  fileprivate struct Fence {
    let character: UInt8
    let count: Int
    let indent: Int
    let quoteDepth: Int
    /// How far the content of the list item is indented that holds the fence.
    let itemIndent: Int
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
    if let open = fence {
      let prefix = LinePrefix(text, range, quotes: open.quoteDepth)
      if closes(open, prefix, range) {
        fence = nil
        return line + 1
      }
      guard leaves(open, prefix, range) else { return line + 1 }
      fence = nil
    }
    let prefix = LinePrefix(text, range, mayHoldMarkers: true)
    guard prefix.content < range.upperBound else { return line + 1 }
    items.removeAll { $0 > prefix.margin }
    if prefix.itemIndent > 0 { items.append(prefix.itemIndent) }
    let item = items.last ?? 0
    if prefix.quoteDepth == 0, prefix.itemIndent == 0, prefix.indent >= item + codeIndent {
      return line + 1
    }
    if let opened = Fence(text, prefix, range, itemIndent: item) {
      fence = opened
      return line + 1
    }
    switch text[prefix.content] {
    case UInt8(ascii: ":") where isZone(prefix, range):
      readZone(line, prefix, range)
      return line + 1
    case UInt8(ascii: "["):
      readAlert(line, prefix, range)
    default:
      break
    }
    return readTable(line, prefix, range) ?? line + 1
  }

  // MARK: Zones

  private func isZone(_ prefix: LinePrefix, _ range: Range<Int>) -> Bool {
    text[prefix.content..<range.upperBound].starts(with: ":::".utf8)
  }

  /// `::: moniker range="…"`, `:::row:::` and their ends: the markers go, the text stays.
  private mutating func readZone(_ line: Int, _ prefix: LinePrefix, _ range: Range<Int>) {
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
      markers.append((line + 1, .alert(kind, written: Array(text[prefix.content...close]))))
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
    guard line + 1 < lineCount else { return nil }
    let item = items.last ?? 0
    let delimiterRange = self.range(of: line + 1)
    let delimiterPrefix = LinePrefix(text, delimiterRange, quotes: prefix.quoteDepth)
    guard delimiterPrefix.quoteDepth == prefix.quoteDepth,
      delimiterPrefix.indent >= item,
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
      guard rowPrefix.content < rowRange.upperBound else { break }
      guard rowPrefix.quoteDepth == prefix.quoteDepth, rowPrefix.indent >= item,
        rowPrefix.indent < max(item, prefix.itemIndent == 0 ? prefix.indent : 0) + codeIndent,
        !BlockStart.begins(text, rowPrefix.content..<rowRange.upperBound)
      else {
        endTable(at: next - 1)
        break
      }
      cover(rowPrefix.content..<rowRange.upperBound)
      table.rows.append(Table.Row(range: rowPrefix.content..<rowRange.upperBound, line: next + 1))
      next += 1
    }
    markers.append((line + 1, .table(table)))
    return next
  }

  /// Makes the last line of a table a heading, which is passed over when it is read: the line that
  /// follows would else go on the paragraph that the cover is.
  private mutating func endTable(at line: Int) {
    let shortest = 3
    let covered = range(of: line).filter { bytes[$0] == Mask.table }
    guard covered.count >= shortest else { return }
    bytes[covered[0]] = UInt8(ascii: "#")
    bytes[covered[1]] = 0x20
    tableEnds.insert(line + 1)
  }

  private mutating func cover(_ range: Range<Int>) {
    for index in range { bytes[index] = Mask.table }
  }

  // MARK: Fences

  private func closes(_ open: Fence, _ prefix: LinePrefix, _ range: Range<Int>) -> Bool {
    var index = prefix.content
    while index < range.upperBound, text[index] == open.character { index += 1 }
    return index - prefix.content >= open.count && prefix.indent < open.indent + codeIndent
      && text[index..<range.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether this line lies outside the list item or quote that holds the fence.
  private func leaves(_ open: Fence, _ prefix: LinePrefix, _ range: Range<Int>) -> Bool {
    if prefix.quoteDepth < open.quoteDepth { return true }
    return prefix.content < range.upperBound && prefix.indent < open.itemIndent
  }
}

extension BlockMasking.Fence {
  /// The fence that a line opens: three or more backticks or tildes (CommonMark, section 4.5).
  fileprivate init?(
    _ text: [UInt8], _ prefix: LinePrefix, _ range: Range<Int>, itemIndent: Int
  ) {
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
    self.itemIndent = itemIndent
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
