internal import Index

// What was found goes into the tally, and into the list of occurrences where one is kept.
extension LineScanner {
  /// Counts an error.
  mutating func add(_ occurrence: Occurrence, _ place: Place) {
    guard place.isOwn else { return }
    tally.update(occurrence.event) { tally in
      tally.count += 1
      if occurrence.line < tally.firstLine {
        tally.firstLine = occurrence.line
        tally.firstTime = occurrence.time
      }
      if occurrence.line >= tally.lastLine {
        tally.lastLine = occurrence.line
        tally.lastTime = occurrence.time
      }
      if let severity = occurrence.severity {
        tally.severity = max(tally.severity ?? severity, severity)
      }
      if let state = occurrence.state { tally.add(state: state) }
      if occurrence.hasNumber { tally.hasNumber = true }
    }
    if keepsOccurrences { occurrences.append(occurrence) }
  }

  /// Adds a number to an error that was counted when its text was read.
  mutating func addNumber(to event: Int, _ finding: NumberFinding, _ place: Place) {
    guard place.isOwn else { return }
    tally.update(event) { tally in
      tally.hasNumber = true
      if let state = finding.state { tally.add(state: state) }
      if let severity = finding.severity {
        tally.severity = max(tally.severity ?? severity, severity)
      }
    }
    guard keepsOccurrences,
      let index = occurrences.lastIndex(where: { $0.event == event && !$0.hasNumber })
    else { return }
    occurrences[index].hasNumber = true
    occurrences[index].state = finding.state
    occurrences[index].severity = finding.severity
  }

  /// Adds a state that stands on a line of its own.
  mutating func add(state: Int, to event: Int, _ place: Place) {
    guard place.isOwn else { return }
    tally.update(event) { $0.add(state: state) }
    if keepsOccurrences, let index = occurrences.lastIndex(where: { $0.event == event }) {
      occurrences[index].state = state
    }
  }

  /// Adds the message of an error: it is kept if it is the first to tell anything.
  mutating func add(_ match: MessageMatch, of line: Span<UInt8>, to event: Int, _ place: Place) {
    guard place.isOwn else { return }
    var bound: BoundMessage?
    tally.update(event) { tally in
      guard tally.wants(argumentCount: match.arguments.count) else { return }
      let message = BoundMessage(match, in: line)
      tally.take(message)
      bound = message
    }
    guard keepsOccurrences,
      let index = occurrences.lastIndex(where: { $0.event == event && $0.message == nil })
    else { return }
    occurrences[index].message = bound ?? BoundMessage(match, in: line)
  }
}

extension BoundMessage {
  init(_ match: MessageMatch, in line: Span<UInt8>) {
    locale = match.locale
    arguments = match.arguments.prefix(Self.mostArguments).map { range in
      var end = min(range.upperBound, range.lowerBound + Self.longestArgument)
      // Not within a character.
      while end > range.lowerBound, end < range.upperBound, line[end] & 0xC0 == 0x80 { end -= 1 }
      return line.bytes(range.lowerBound..<end)
    }
  }
}
