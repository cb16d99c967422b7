internal import Index

// What goes over several lines: Windows event records, and `Error Number:` with what is below it.
extension LineScanner {
  /// Reads the fields of a line.
  mutating func readFields(_ line: Span<UInt8>, of whole: Span<UInt8>, _ place: Place) {
    let fields = finder.fields
    if let source = fields.source, let id = fields.id {
      // A record on one line; the block, if the line is in one, is not its.
      let named = RecordBlock.Named(source: source, number: id, line: place.line)
      readRecord(named, time: date(fields, in: line) ?? time(in: whole), line, place)
      return
    }
    guard canLead(line, place) else { return }
    readErrorNumber(fields, line, place)
    if fields.startsRecord {
      context.record = RecordBlock(line: place.line - 1, start: place.start)
      context.recordEvent = nil
    }
    guard !context.record.isOver(line: place.line, start: place.start) else { return }
    let named = context.record.add(fields, date: date(fields, in: line), line: place.line)
    guard let named else { return }
    readRecord(named, time: context.record.date, line, place)
  }

  private func date(_ fields: RecordFields, in line: Span<UInt8>) -> [UInt8]? {
    fields.date.map { line.bytes($0) }
  }

  private mutating func readRecord(
    _ named: RecordBlock.Named, time: [UInt8]?, _ line: Span<UInt8>, _ place: Place
  ) {
    context.recordEvent = nil
    guard case .known(let source) = named.source,
      let event = knowledge.known.event(number: named.number, source: source),
      !finder.findings.contains(where: { $0.event == event })
    else { return }
    let finding = NumberFinding(event: event, number: named.number)
    if context.hasTold(event, before: place.start) {
      addNumber(to: event, finding, place)
    } else {
      add(
        Occurrence(
          event: event, line: named.line, severity: nil, state: nil, hasNumber: true, time: time),
        place)
    }
    if let match = match(line, as: event) {
      add(match, of: line, to: event, place)
    } else if canLead(line, place) {
      context.recordEvent = LineContext.Announced(event: event, line: place.line, end: place.end)
    }
  }

  /// Reads `Error Number: 18456`, `Severity: 14`, `State: 1` on three lines, one below the other.
  private mutating func readErrorNumber(
    _ fields: RecordFields, _ line: Span<UInt8>, _ place: Place
  ) {
    if let severity = fields.severity, let pending = context.errorNumber,
      pending.line == place.line - 1,
      let event = knowledge.known.event(number: pending.number, severity: severity)
    {
      var finding = NumberFinding(event: event, number: pending.number)
      finding.severity = severity
      if context.hasTold(event, before: place.start) {
        addNumber(to: event, finding, place)
      } else {
        add(
          Occurrence(
            event: event, line: pending.line, severity: severity, state: nil, hasNumber: true),
          place)
      }
      context.awaitsState = (event, place.line + 1)
    }
    if let state = fields.state, let awaiting = context.awaitsState, awaiting.line == place.line {
      add(state: state, to: awaiting.event, place)
    }
    if let number = fields.errorNumber { context.errorNumber = (number, place.line) }
  }
}
