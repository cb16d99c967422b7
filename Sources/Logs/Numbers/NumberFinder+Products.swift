internal import Index

// Numbers beside the name of the product or driver that gives them.
extension NumberFinder {
  /// Reads `(Microsoft SQL Server, Error: 10061)`, in any language, and the number at the end of
  /// what a driver says: `[SQL Server]Login failed for user 'sa'. (18456) (SQLDriverConnect)`.
  mutating func readProduct(
    at index: Int, _ hit: TriggerTable.Hit, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    let end = Int(tokens[index].end)
    if end < line.count, line[end] == UInt8(ascii: "]") {
      readDriverNumber(behind: index, of: tokens, in: line)
      return
    }
    guard LineGaps.isComma(line, LineGaps.skipBlanks(line, end)) else { return }
    let mostWords = 6
    var last = index + 1
    while last < tokens.count, last <= index + mostWords {
      if let value = Self.number(tokens[last], in: line) {
        guard last > index + 1,
          let gap = LineGaps.label(line, Int(tokens[last - 1].end), Int(tokens[last].start)),
          LineGaps.isClosing(line, LineGaps.skipBlanks(line, Int(tokens[last].end)))
        else { return }
        addOwn(gap.isNegative ? -value : value)
        return
      }
      last += 1
    }
  }

  private mutating func readDriverNumber(
    behind index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    var place = tokens.count - 1
    let mostWords = 6
    let least = max(index + 1, tokens.count - mostWords)
    while place >= least {
      let start = Int(tokens[place].start)
      if let value = Self.number(tokens[place], in: line), start > 0,
        line[start - 1] == UInt8(ascii: "("), LineGaps.isClosing(line, Int(tokens[place].end)),
        place + 1 < tokens.count,
        LineGaps.hasOpening(line, Int(tokens[place].end), Int(tokens[place + 1].start)),
        startsWithSQL(tokens[place + 1], in: line)
      {
        addOwn(value)
        return
      }
      place -= 1
    }
  }

  private func startsWithSQL(_ token: LineTokens.Token, in line: Span<UInt8>) -> Bool {
    let start = Int(token.start)
    return token.end - token.start >= 3 && line[start] == UInt8(ascii: "S")
      && line[start + 1] == UInt8(ascii: "Q") && line[start + 2] == UInt8(ascii: "L")
  }

  /// Reads `[SQLSTATE 28000] (Error 18456)`, in any language.
  mutating func readAgentNumber(
    at index: Int, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    // The state, one to three words, the number.
    let least = index + 3
    for place in least..<max(least, min(least + 3, tokens.count)) {
      guard let value = Self.number(tokens[place], in: line) else { continue }
      guard LineGaps.hasOpening(line, Int(tokens[index + 1].end), Int(tokens[index + 2].start)),
        LineGaps.label(line, Int(tokens[place - 1].end), Int(tokens[place].start)) != nil,
        LineGaps.isClosing(line, LineGaps.skipBlanks(line, Int(tokens[place].end)))
      else { return }
      addOwn(value)
      return
    }
  }

  /// Reads `SQLState = 28000, NativeError = 18456`, and `ErrorCode: 18456` where the line names SQL
  /// Server's driver.
  mutating func readNativeError(
    at index: Int, _ hit: TriggerTable.Hit, of tokens: [LineTokens.Token], in line: Span<UInt8>
  ) {
    guard let (number, gap) = Self.number(behind: index, of: tokens, in: line), gap.hasMark else {
      return
    }
    if !hit.kinds.contains(.nativeError), !Self.namesDriver(line) { return }
    addOwn(number, leadsMessage: true)
  }

  /// Whether a line speaks of SQL Server, in the words of drivers.
  private static func namesDriver(_ line: Span<UInt8>) -> Bool {
    let words = ["SQLServer", "sqlserver", "SQL Server", "SqlClient", "SqlException"]
    return words.contains { word in
      let word = word.utf8.span
      var start = 0
      while start + word.count <= line.count {
        var length = 0
        while length < word.count, line[start + length] == word[length] { length += 1 }
        if length == word.count { return true }
        start += 1
      }
      return false
    }
  }

  /// Adds a number of SQL Server's if the catalogue knows it.
  private mutating func addOwn(_ number: Int32, leadsMessage: Bool = false) {
    guard let event = known.event(number: number, severity: nil) else { return }
    add(NumberFinding(event: event, number: number, leadsMessage: leadsMessage))
  }
}
