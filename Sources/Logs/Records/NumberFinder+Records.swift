internal import Index

// The fields of Windows event records, as text, XML, lists, tables of fields and JSON have them.
extension NumberFinder {
  /// The word before the qualifiers of an event ID in XML.
  private static let qualifiers = LineTokens.hash(of: "Qualifiers")

  /// Reads a field: the number or the name behind its label.
  mutating func readField(
    at index: Int, _ hit: TriggerTable.Hit, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    if hit.kinds.contains(.recordStart) {
      if isFirst(hit.firstToken, of: tokens, in: line),
        LineGaps.isColon(line, LineGaps.skipBlanks(line, Int(tokens[index].end)))
          || isEquals(Int(tokens[index].end), in: line)
      {
        fields.startsRecord = true
      }
    }
    if hit.kinds.contains(.eventID) || hit.kinds.contains(.idAlone) && hit.firstToken == 0 {
      readEventID(at: index, of: tokens, in: line)
    }
    if hit.kinds.contains(.source), fields.source == nil {
      readSource(at: index, of: tokens, in: line)
    }
    if hit.kinds.contains(.date), fields.date == nil, index + 1 < tokens.count,
      LineGaps.label(line, Int(tokens[index].end), Int(tokens[index + 1].start))?.hasColon == true
    {
      fields.date = TimeStamp.range(in: line, from: Int(tokens[index + 1].start))
    }
  }

  private mutating func readEventID(
    at index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    var label = index
    // `<EventID Qualifiers='49152'>18456</EventID>`
    if index + 3 < tokens.count, tokens[index + 1].hash == Self.qualifiers { label = index + 2 }
    guard let (value, gap) = Self.number(behind: label, of: tokens, in: line), gap.hasMark,
      fields.id == nil
    else { return }
    fields.id = value
  }

  private mutating func readSource(
    at index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    guard index + 1 < tokens.count,
      let gap = LineGaps.label(line, Int(tokens[index].end), Int(tokens[index + 1].start)),
      gap.hasColon
    else { return }
    fields.source =
      source(at: index + 1, of: tokens, in: line).map { .known($0.source) } ?? .foreign
  }

  /// The source whose name begins at a word, and the last word of the name.
  private func source(
    at first: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> (source: Int, last: Int)? {
    let longestName = 4
    var last = first
    while last < tokens.count, last < first + longestName {
      if let hit = triggers.hit(at: last, of: tokens, .sourceName), hit.firstToken == first {
        return nameEnd(of: hit, at: last, of: tokens, in: line).map { (Int(hit.payload), $0) }
      }
      last += 1
    }
    return nil
  }

  /// The last word of a source's name that was found at a word: `MSSQL` alone is none, an instance's
  /// name follows it.
  private func nameEnd(
    of hit: TriggerTable.Hit, at index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Int? {
    let end = Int(tokens[index].end)
    let start = Int(tokens[hit.firstToken].start)
    let isWhole = known.sources[Int(hit.payload)].utf8.count == end - start
    guard end < line.count, line[end] == UInt8(ascii: "$") else { return isWhole ? index : nil }
    guard !isWhole, index + 1 < tokens.count, Int(tokens[index + 1].start) == end + 1 else {
      return nil
    }
    return index + 1
  }

  /// Reads a number beside the name of a source, as tables and forwarders have them:
  /// `MSSQLSERVER,18456,Logon`, `18456<tab>MSSQLSERVER`, `MSSQLSERVER: 18456:`.
  mutating func readSourceName(
    at index: Int, _ hit: TriggerTable.Hit, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    guard let last = nameEnd(of: hit, at: index, of: tokens, in: line) else { return }
    let source = Int(hit.payload)
    let end = Int(tokens[last].end)
    if last + 1 < tokens.count, let value = Self.number(tokens[last + 1], in: line) {
      let start = Int(tokens[last + 1].start)
      let behind = Int(tokens[last + 1].end)
      if isCell(end, start, in: line),
        isCellEnd(behind, in: line)
          || isColonBlank(end, start, in: line) && LineGaps.isColon(line, behind)
      {
        add(source, value)
        return
      }
      if isColonBlank(end, start, in: line), LineGaps.isColon(line, behind) { add(source, value) }
    }
    let first = hit.firstToken
    if first > 0, let value = Self.number(tokens[first - 1], in: line),
      isCell(Int(tokens[first - 1].end), Int(tokens[first].start), in: line),
      isCellEnd(end, in: line)
    {
      add(source, value)
    }
  }

  private mutating func add(_ source: Int, _ number: Int32) {
    guard let event = known.event(number: number, source: source) else { return }
    add(NumberFinding(event: event, number: number))
  }

  /// Whether two words lie in neighbouring cells of a table.
  private func isCell(_ start: Int, _ end: Int, in line: Span<UInt8>) -> Bool {
    var separators = 0
    for index in start..<end {
      switch line[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09: separators += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20: break
      default: return false
      }
    }
    return separators == 1
  }

  /// Whether a cell ends at an offset.
  private func isCellEnd(_ start: Int, in line: Span<UInt8>) -> Bool {
    var index = start
    while index < line.count, line[index] == 0x20 || line[index] == UInt8(ascii: "\"") {
      index += 1
    }
    guard index < line.count else { return true }
    switch line[index] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09: return true
    default: return false
    }
  }

  private func isColonBlank(_ start: Int, _ end: Int, in line: Span<UInt8>) -> Bool {
    start < end && line[start] == UInt8(ascii: ":")
      && LineGaps.skipBlanks(line, start + 1) == end
  }

  private func isEquals(_ index: Int, in line: Span<UInt8>) -> Bool {
    index < line.count && line[index] == UInt8(ascii: "=")
  }

  /// Whether a word is the line's first.
  private func isFirst(
    _ index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Bool {
    index == 0 && LineGaps.skipBlanks(line, 0) == Int(tokens[0].start)
  }
}
