package import Catalogue
internal import Diagnostics

/// What `errkb diff` prints: events side by side where the terminal is wide enough, else one under
/// another, then the sentences in which a page of one speaks of another.
package struct ComparisonPrinter: Sendable {
  private let options: AnswerPrinter.Options
  /// The columns of the terminal, beyond the longest line of other answers.
  private let width: Int

  private static let leastColumn = 26
  private static let widestColumn = 56
  private static let gap = 3

  package init(_ options: AnswerPrinter.Options, width: Int) {
    self.options = options
    self.width = max(width, AnswerPrinter.Options.shortestLine)
  }

  private var words: InterfaceWords { options.words }

  /// The comparison as UTF-8 that may go to a terminal as it is.
  package func text(of comparison: Comparison) -> [UInt8] {
    let count = comparison.events.count
    let room = (width - AnswerPrinter.margin - (count - 1) * Self.gap) / max(1, count)
    let isWide = room >= Self.leastColumn && count > 1
    var output = TerminalOutput(
      style: TerminalStyle(isColored: options.isColored), width: isWide ? width : options.width)
    if isWide {
      writeRow(
        comparison.events.map { heading(of: $0).lines(width: min(room, Self.widestColumn)) },
        column: min(room, Self.widestColumn), to: &output)
    }
    for part in Part.allCases {
      write(
        part, of: comparison.events, column: isWide ? min(room, Self.widestColumn) : nil,
        to: &output)
    }
    write(comparison.mentions, to: &output)
    return output.bytes
  }

  /// What is compared, in the order in which it is read.
  private enum Part: CaseIterable { case severity, message, cause, fixes }

  private func write(
    _ part: Part, of events: [ComparedEvent], column: Int?, to output: inout TerminalOutput
  ) {
    let indent = AnswerPrinter.margin
    let room = column ?? max(1, output.width - indent * 2)
    let cells = events.map { lines(part, of: $0, width: room) }
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    // Right under the names it needs no title.
    if part != .severity || column == nil {
      output.separate()
      output.write(StyledText(title(of: part), .bold), indent: 0)
    }
    if let column {
      writeRow(cells, column: column, to: &output)
      return
    }
    for (event, lines) in zip(events, cells) where !lines.isEmpty {
      output.write(heading(of: event), indent: indent)
      for line in lines { output.writeRow([(indent * 2, room, line)]) }
    }
  }

  /// Writes the lines of cells beside one another.
  private func writeRow(
    _ cells: [[StyledText]], column: Int, to output: inout TerminalOutput
  ) {
    let height = cells.reduce(0) { max($0, $1.count) }
    for line in 0..<height {
      var pieces: [(column: Int, columns: Int, text: StyledText)] = []
      for (index, cell) in cells.enumerated() where line < cell.count {
        let start = AnswerPrinter.margin + index * (column + Self.gap)
        // What cannot be broken may reach beyond its column, and moves what follows.
        pieces.append((start, DisplayWidth.columns(of: cell[line].bytes), cell[line]))
      }
      output.writeRow(pieces)
    }
  }

  private func title(of part: Part) -> String {
    switch part {
    case .message: words[.message]
    case .severity: words[.severity]
    case .cause: words[.cause]
    case .fixes: words[.userAction]
    }
  }

  private func heading(of event: ComparedEvent) -> StyledText {
    var text = StyledText(event.name, .bold)
    text.appendVerbatim(ArraySlice((AnswerPrinter.dot + event.answer.locale.text).utf8), [])
    return text
  }

  // MARK: Cells

  private func lines(_ part: Part, of event: ComparedEvent, width: Int) -> [StyledText] {
    switch part {
    case .message: message(of: event).lines(width: width)
    case .severity: facts(of: event).lines(width: width)
    case .cause: causes(of: event, width: width)
    case .fixes: fixes(of: event, width: width)
    }
  }

  /// The message with the words that the others do not have in bold.
  private func message(of event: ComparedEvent) -> StyledText {
    guard let message = event.message else { return StyledText() }
    let bytes = Array(message.utf8)
    var text = StyledText()
    var position = 0
    for range in event.distinct {
      text.append(bytes[position..<range.lowerBound])
      text.append(bytes[range], .bold)
      position = range.upperBound
    }
    text.append(bytes[position...])
    return text
  }

  private func facts(of event: ComparedEvent) -> StyledText {
    var text = StyledText()
    AnswerPrinter(options).append(severity: event.severity, logged: event.logged, to: &text)
    return text
  }

  private func causes(of event: ComparedEvent, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for cause in event.causes {
      for paragraph in cause.paragraphs { lines += StyledText(paragraph).lines(width: width) }
    }
    return lines
  }

  private func fixes(of event: ComparedEvent, width: Int) -> [StyledText] {
    let hang = DocumentPrinter.hang(forFixes: event.fixes.count)
    var lines: [StyledText] = []
    for (index, fix) in event.fixes.enumerated() {
      let body = StyledText(fix.text.isEmpty ? fix.code.first ?? "" : fix.text)
      for (number, line) in body.lines(width: max(1, width - hang)).enumerated() {
        var text = StyledText()
        let mark =
          number == 0
          ? DocumentPrinter.number(index + 1, in: hang) + " " : String(repeating: " ", count: hang)
        text.appendVerbatim(ArraySlice(mark.utf8), number == 0 ? .bold : [])
        text.append(line)
        lines.append(text)
      }
    }
    return lines
  }

  // MARK: Sentences

  private func write(_ mentions: [Mention], to output: inout TerminalOutput) {
    guard !mentions.isEmpty else { return }
    output.separate()
    output.write(StyledText(words[.mentions], .bold), indent: 0)
    for mention in mentions {
      var head = StyledText("\(mention.event) → \(mention.named.joined(separator: ", "))", .bold)
      if let role = mention.role {
        head.appendVerbatim(ArraySlice(AnswerPrinter.dot.utf8), [])
        head.append(words[role: role])
      }
      head.appendVerbatim(ArraySlice(AnswerPrinter.dot.utf8), [])
      head.append("\(mention.path):\(mention.line)", .dim)
      output.write(head, indent: AnswerPrinter.margin)
      output.write(StyledText(mention.text), indent: AnswerPrinter.margin + 2)
    }
  }
}
