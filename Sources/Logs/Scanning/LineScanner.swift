internal import Index

/// Reads lines and tallies the errors in them.
///
/// Lines are given in order. Those before the own ones only tell what the own ones mean.
struct LineScanner {
  let knowledge: LogKnowledge
  var finder: NumberFinder
  var tokens = LineTokens()
  var scratch = MessageMatcher.Scratch()
  var context = LineContext()
  /// What the own lines say.
  var tally = Tally()
  /// Each occurrence, where they are wanted one by one.
  var occurrences: [Occurrence] = []
  var keepsOccurrences: Bool
  /// The known events of what the matcher found.
  private var eventsOfMatches: [Int: Int] = [:]

  init(_ knowledge: LogKnowledge, keepsOccurrences: Bool = false) {
    self.knowledge = knowledge
    self.keepsOccurrences = keepsOccurrences
    finder = NumberFinder(triggers: knowledge.triggers, known: knowledge.known)
  }

  /// A line's place in the log.
  struct Place {
    /// Counted from 0, or from below it for lines before the own ones.
    var line: Int
    /// Where the line begins and ends, in bytes.
    var start: Int
    var end: Int
    /// Whether what the line says counts.
    var isOwn: Bool
    /// Whether it is one of several pieces of a line that is too long to be looked at whole.
    var isPiece = false
  }

  /// Reads a line in UTF-8, without its end.
  ///
  /// The matcher is passed on from call to call: taken out of `self` for each line it would be counted
  /// up and down by all threads at once.
  mutating func read(_ whole: Span<UInt8>, _ place: Place, _ matcher: MessageMatcher) {
    // A third of the words of many a log are figures of dates.
    let stamp = TimeStamp.usualLength(in: whole)
    let line = stamp == 0 ? whole : whole.extracting(stamp..<whole.count)
    tokens.read(line)
    if place.isPiece { context.reset() }
    if tokens.tokens.isEmpty {
      if line.count == 0 || LineGaps.skipBlanks(line, 0) == line.count {
        context.record = RecordBlock(line: place.line, start: place.end)
      }
      return
    }
    if !context.isIdle { context.forget(line: place.line, start: place.start) }
    if finder.read(line, tokens.tokens) {
      if !finder.fields.isEmpty { readFields(line, of: whole, place) }
      if !finder.findings.isEmpty {
        readNumbers(line, of: whole, place)
        if place.isPiece { context.reset() }
        return
      }
    }
    readText(line, of: whole, place, matcher)
    if place.isPiece { context.reset() }
  }

  /// Whether a line can tell something about those behind it.
  func canLead(_ line: Span<UInt8>, _ place: Place) -> Bool {
    !place.isPiece && line.count <= LineContext.longestLine
  }

  // MARK: Numbers

  private mutating func readNumbers(
    _ line: Span<UInt8>, of whole: Span<UInt8>, _ place: Place
  ) {
    for finding in finder.findings {
      let leads = finding.leadsMessage && canLead(line, place)
      guard finding.event >= 0 else {
        if place.isOwn { tally.addUnknown(finding.number) }
        if leads { context.announce(-1, line: place.line, end: place.end) }
        continue
      }
      // The usual line of an error log has the numbers alone.
      let hasText = !(finding.leadsMessage && finding.endsLine)
      let match = hasText ? match(line, as: finding.event) : nil
      if finding.followsMessage, context.hasTold(finding.event, before: place.start) {
        addNumber(to: finding.event, finding, place)
      } else {
        add(
          Occurrence(
            event: finding.event, line: place.line, severity: finding.severity,
            state: finding.state, hasNumber: true, time: time(in: whole)), place)
      }
      if let match {
        add(match, of: line, to: finding.event, place)
      } else if leads {
        context.announce(finding.event, line: place.line, end: place.end)
      }
    }
  }

  func time(in line: Span<UInt8>) -> [UInt8]? {
    TimeStamp.range(in: line).map { line.bytes($0) }
  }

  // MARK: Text

  private mutating func readText(
    _ line: Span<UInt8>, of whole: Span<UInt8>, _ place: Place, _ matcher: MessageMatcher
  ) {
    if !context.isIdle, readExpected(line, place) { return }
    guard let match = matcher.match(line, tokens, &scratch),
      let event = event(of: match)
    else { return }
    if canLead(line, place) { context.tell(event, end: place.end) }
    add(
      Occurrence(
        event: event, line: place.line, severity: nil, state: nil, hasNumber: false,
        time: time(in: whole)), place)
    add(match, of: line, to: event, place)
  }

  /// Reads the line as the message of an error that a line before it named; says whether it is one.
  private mutating func readExpected(_ line: Span<UInt8>, _ place: Place) -> Bool {
    for announced in context.announced where announced.event >= 0 {
      if let match = match(line, as: announced.event) {
        add(match, of: line, to: announced.event, place)
        context.halfLine = -1
        return true
      }
    }
    if let event = context.recordEvent?.event, let match = match(line, as: event) {
      add(match, of: line, to: event, place)
      return true
    }
    if context.halfLine == place.line - 1, readHalves(line, place) { return true }
    let isNext = context.announced.contains { $0.line == place.line - 1 }
    if isNext, canLead(line, place) {
      context.half = line.bytes(0..<line.count)
      context.halfLine = place.line
    }
    // What stands right below a number is its message, even in words that the catalogue lacks.
    return isNext
  }

  /// Reads a line and the one before it as one message that was wrapped.
  private mutating func readHalves(_ line: Span<UInt8>, _ place: Place) -> Bool {
    context.halfLine = -1
    guard canLead(line, place) else { return false }
    let whole = context.half + [0x20] + line.bytes(0..<line.count)
    tokens.read(whole.span)
    defer { tokens.read(line) }
    for announced in context.announced where announced.event >= 0 {
      if let match = match(whole.span, as: announced.event) {
        add(match, of: whole.span, to: announced.event, place)
        return true
      }
    }
    return false
  }

  /// The words of the line, which have been read, as a message of a known event.
  mutating func match(_ line: Span<UInt8>, as event: Int) -> MessageMatch? {
    knowledge.matcher.match(line, tokens, as: knowledge.known.events[event].key, &scratch)
  }

  private mutating func event(of match: MessageMatch) -> Int? {
    if let known = eventsOfMatches[match.event] { return known >= 0 ? known : nil }
    let event = knowledge.event(ofMatch: match.event)
    eventsOfMatches[match.event] = event ?? -1
    return event
  }
}

extension Span<UInt8> {
  /// A copy of some of the bytes.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }
}
