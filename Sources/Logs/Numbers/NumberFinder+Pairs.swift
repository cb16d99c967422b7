internal import Index

// Labels with numbers: `Error: 18456, Severity: 14, State: 38.`, `Msg 208, Level 16, State 1`,
// `Error Number:18456,State:1,Class:14`, and the same in other words.
extension NumberFinder {
  private struct Pairs {
    var severity: Int?
    var state: Int?
    /// The word behind the last pair.
    var end: Int
  }

  /// Reads the number behind a label, and the severity and state behind it.
  mutating func readPairs(
    at index: Int, _ hit: TriggerTable.Hit, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    var label = index
    // `Erreur SQL Server 18456`
    if index + 1 < tokens.count,
      let product = productEnd(behind: index, of: tokens), product + 1 < tokens.count
    {
      label = product
    }
    guard let (number, gap) = Self.number(behind: label, of: tokens, in: line), number >= 0,
      !gap.isNegative
    else { return }
    let pairs = pairs(behind: label + 1, of: tokens, in: line)
    let event = known.event(number: number, severity: pairs.severity)
    let severity = pairs.severity ?? event.flatMap { known.severity(of: $0) }
    var finding = NumberFinding(
      event: event ?? -1, number: number, severity: pairs.severity, state: pairs.state)

    if pairs.severity != nil {
      // With a severity alone, it has to be the event's own.
      let isTold =
        pairs.state != nil
        || event.map { known.severity(of: $0) == pairs.severity } ?? false
      guard isTold else { return }
      finding.leadsMessage = !hit.kinds.contains(.errorNumber)
      finding.endsLine = pairs.end >= tokens.count
      finding.followsMessage = hit.kinds.contains(.errorNumber)
      add(finding)
    } else if label != index || isBehindProduct(hit.firstToken, of: tokens, in: line)
      || isBeforeServerState(label + 2, of: tokens, in: line)
    {
      if event != nil { add(finding) }
    } else if hit.kinds.contains(.errorNumber), gap.hasColon, severity != nil {
      fields.errorNumber = number
    }
  }

  /// The severity and the state that follow a number, in either order.
  private func pairs(
    behind number: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Pairs {
    var pairs = Pairs(end: number + 1)
    while pairs.severity == nil || pairs.state == nil {
      let first = pairs.end
      guard first + 1 < tokens.count,
        LineGaps.partsItems(line, Int(tokens[first - 1].end), Int(tokens[first].start)),
        let (kinds, last) = labelledNumber(from: first, of: tokens, in: line),
        let (value, _) = Self.number(behind: last, of: tokens, in: line)
      else { break }
      if kinds.contains(.severity), pairs.severity == nil, Self.severities.contains(value) {
        pairs.severity = Int(value)
      } else if kinds.contains(.state), pairs.state == nil, Self.states.contains(value) {
        pairs.state = Int(value)
      } else {
        break
      }
      pairs.end = last + 2
    }
    return pairs
  }

  /// The label of a severity or state that begins at a word, where a number follows it.
  private func labelledNumber(
    from first: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> (kinds: LabelKinds, last: Int)? {
    let longestLabel = 6
    var last = first
    while last + 1 < tokens.count, last < first + longestLabel {
      if let hit = triggers.hit(at: last, of: tokens, [.severity, .state]),
        hit.firstToken == first, Self.number(behind: last, of: tokens, in: line) != nil
      {
        return (hit.kinds, last)
      }
      last += 1
    }
    return nil
  }

  /// The last word of a product's name that follows a word at once.
  private func productEnd(behind index: Int, of tokens: [LineTokens.Token]) -> Int? {
    for last in index + 1..<min(index + 4, tokens.count) {
      if let hit = triggers.hit(at: last, of: tokens, .product), hit.firstToken == index + 1 {
        return last
      }
    }
    return nil
  }

  /// Whether `SQL Server` stands right before a label.
  private func isBehindProduct(
    _ first: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Bool {
    guard first > 0, triggers.hit(at: first - 1, of: tokens, .product) != nil else { return false }
    let start = Int(tokens[first - 1].end)
    return LineGaps.skipBlanks(line, start) == Int(tokens[first].start)
  }

  /// Whether `SQLState: S0001` follows, a state that only SQL Server's drivers give.
  private func isBeforeServerState(
    _ index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Bool {
    guard index + 1 < tokens.count, triggers.hit(at: index, of: tokens, .sqlState) != nil else {
      return false
    }
    let state = tokens[index + 1]
    guard state.end - state.start == 5, line[Int(state.start)] == UInt8(ascii: "S") else {
      return false
    }
    return (Int(state.start) + 1..<Int(state.end)).allSatisfy { line[$0] &- 0x30 < 10 }
  }

  /// Reads the severity or state that begins a line: the lines after `Error Number: 18456`.
  mutating func readLeadingPair(
    at index: Int, _ hit: TriggerTable.Hit, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    guard let (value, gap) = Self.number(behind: index, of: tokens, in: line), gap.hasColon else {
      return
    }
    if hit.kinds.contains(.severity), Self.severities.contains(value) {
      fields.severity = Int(value)
    } else if hit.kinds.contains(.state), Self.states.contains(value) {
      fields.state = Int(value)
    }
  }
}

// MARK: - In an unknown language

extension NumberFinder {
  /// Reads three pairs of words and numbers with commas between, whatever the words say, if the
  /// first number is an event and the second its severity.
  ///
  /// The word of the first number is no label that is known; else it would have been read so.
  mutating func readUnlabelled(
    numberAt index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    guard index > 0, Self.number(tokens[index - 1], in: line) == nil,
      let number = Self.number(tokens[index], in: line),
      LineGaps.label(line, Int(tokens[index - 1].end), Int(tokens[index].start)) != nil,
      let second = nextNumber(behind: index, of: tokens, in: line), second + 1 < tokens.count,
      LineGaps.isComma(line, Int(tokens[second].end)),
      let severity = Self.number(tokens[second], in: line), Self.severities.contains(severity),
      severity > 0,
      let third = nextNumber(behind: second, of: tokens, in: line),
      let state = Self.number(tokens[third], in: line), Self.states.contains(state),
      let event = known.event(number: number, severity: Int(severity)),
      known.severity(of: event) == Int(severity)
    else { return }
    add(
      NumberFinding(
        event: event, number: number, severity: Int(severity), state: Int(state),
        leadsMessage: true))
  }

  /// The next number behind a number, with a comma and one to four words between.
  private func nextNumber(
    behind number: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) -> Int? {
    let mostWords = 4
    var index = number + 1
    while index < tokens.count, index <= number + mostWords + 1 {
      if line[Int(tokens[index].start)] &- 0x30 < 10 {
        guard index > number + 1, Self.number(tokens[index], in: line) != nil,
          LineGaps.label(line, Int(tokens[index - 1].end), Int(tokens[index].start)) != nil
        else { return nil }
        return index
      }
      index += 1
    }
    return nil
  }
}
