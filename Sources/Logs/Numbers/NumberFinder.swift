internal import Index

/// Finds the errors that a line names by number or identifier, and the fields of event records.
///
/// A line is looked at by itself; what several lines say together is the scanner's business.
struct NumberFinder {
  let triggers: TriggerTable
  let known: KnownEvents

  /// What the line that was read last names, each event once.
  var findings: [NumberFinding] = []
  var fields = RecordFields()

  /// More numbers than this on one line are a list, not errors that happened.
  private static let mostFindings = 16

  init(triggers: TriggerTable, known: KnownEvents) {
    self.triggers = triggers
    self.known = known
  }

  /// Reads a line that was taken apart into words; says whether there is anything in it.
  mutating func read(_ line: Span<UInt8>, _ tokens: [LineTokens.Token]) -> Bool {
    var hasAny = false
    var index = 0
    let count = tokens.count
    while index < count {
      let token = tokens[index]
      if triggers.mayContain(token.hash) {
        if !hasAny {
          hasAny = true
          reset()
        }
        look(at: index, of: tokens, in: line)
      } else if line[Int(token.start)] &- 0x30 < 10, LineGaps.isComma(line, Int(token.end)) {
        if !hasAny {
          hasAny = true
          reset()
        }
        readUnlabelled(numberAt: index, of: tokens, in: line)
      }
      index += 1
    }
    return hasAny && (!findings.isEmpty || !fields.isEmpty)
  }

  private mutating func reset() {
    findings.removeAll(keepingCapacity: true)
    fields = RecordFields()
  }

  private mutating func look(
    at index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    guard let hit = triggers.hit(at: index, of: tokens, .leading.union([.severity, .state])) else {
      return
    }
    if hit.kinds.contains(.identifier) {
      readIdentifier(at: index, hit, of: tokens, in: line)
      return
    }
    if hit.kinds.contains(.sourceName) { readSourceName(at: index, hit, of: tokens, in: line) }
    if hit.kinds.contains(.product) { readProduct(at: index, hit, of: tokens, in: line) }
    if hit.kinds.contains(.sqlState) { readAgentNumber(at: index, of: tokens, in: line) }
    if !hit.kinds.isDisjoint(with: [.error, .errorNumber, .message]) {
      readPairs(at: index, hit, of: tokens, in: line)
    }
    if !hit.kinds.isDisjoint(with: [.nativeError, .errorCode]) {
      readNativeError(at: index, hit, of: tokens, in: line)
    }
    if !hit.kinds.isDisjoint(with: [.eventID, .idAlone, .source, .date, .recordStart]) {
      readField(at: index, hit, of: tokens, in: line)
    }
    if hit.firstToken == 0, !hit.kinds.isDisjoint(with: [.severity, .state]) {
      readLeadingPair(at: index, hit, of: tokens, in: line)
    }
  }

  /// Adds what was found unless the line named that number before.
  mutating func add(_ finding: NumberFinding) {
    guard findings.count < Self.mostFindings else { return }
    if let index = findings.firstIndex(where: {
      $0.event == finding.event && $0.number == finding.number
    }) {
      findings[index].severity = findings[index].severity ?? finding.severity
      findings[index].state = findings[index].state ?? finding.state
      return
    }
    findings.append(finding)
  }
}

// MARK: - Numbers

extension NumberFinder {
  /// The whole number that a word is: up to nine digits, none of them a leading zero.
  static func number(_ token: LineTokens.Token, in line: Span<UInt8>) -> Int32? {
    let longest: Int32 = 9
    let start = Int(token.start)
    guard token.end - token.start <= longest else { return nil }
    var value: Int32 = 0
    for index in start..<Int(token.end) {
      let digit = line[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int32(digit)
    }
    return line[start] == 0x30 && token.end - token.start > 1 ? nil : value
  }

  /// The number that stands behind the word at an index.
  static func number(
    behind index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> (value: Int32, gap: LineGaps.LabelGap)? {
    guard index + 1 < tokens.count, let value = number(tokens[index + 1], in: line),
      let gap = LineGaps.label(line, Int(tokens[index].end), Int(tokens[index + 1].start))
    else { return nil }
    return (gap.isNegative ? -value : value, gap)
  }

  static let severities: ClosedRange<Int32> = 0...25
  static let states: ClosedRange<Int32> = 0...255
}
