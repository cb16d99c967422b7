package import Catalogue
internal import Diagnostics

/// What `errkb explain` prints: each event of a log once, with what it means and what to try first.
package struct ExplanationPrinter: Sendable {
  private let width: Int
  private let style: TerminalStyle
  private let words: InterfaceWords

  /// From here on, an error is severe: it is the system's, not the user's.
  private static let firstSevere = 17

  package init(width: Int, isColored: Bool, words: InterfaceWords) {
    let options = AnswerPrinter.Options.self
    self.width = min(max(width, options.shortestLine), options.longestLine)
    style = TerminalStyle(isColored: isColored)
    self.words = words
  }

  /// The columns that an explanation's parts begin at.
  fileprivate struct Columns {
    var count: Int
    var id: Int
    /// Where what explains begins.
    var text: Int
  }

  /// How the events of an answer stand under one another.
  package struct Layout: Sendable {
    fileprivate var columns: Columns
    /// What each event is called, in their order.
    fileprivate var names: [String]
  }

  /// How events are laid out, of which no more has to be known yet than number and count.
  package func layout(of events: [Explanation]) -> Layout {
    let names = Self.names(of: events)
    let count = events.reduce(0) { max($0, DisplayWidth.columns(of: Self.times($1.count))) }
    let id = min(names.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }, width / 3)
    var columns = Columns(count: count + 2, id: id, text: count + 2 + 2 + id + 2)
    if width - columns.text < DocumentPrinter.roomForText {
      columns.text = AnswerPrinter.margin * 2
    }
    return Layout(columns: columns, names: names)
  }

  /// Appends an event, by its place among those laid out, as UTF-8 that may go to a terminal as it
  /// is.
  package func append(
    _ event: Explanation, at index: Int, of layout: Layout, to bytes: inout [UInt8]
  ) {
    var output = TerminalOutput(style: style, width: width)
    let columns = layout.columns
    let count = Self.times(event.count)
    var lead = TerminalOutput.Lead()
    lead.append(count + "  ", [], at: columns.count - DisplayWidth.columns(of: count))
    let face: TerminalStyle.Face = isSevere(event) ? [.bold, .danger] : .bold
    lead.append(layout.names[index] + "  ", face, at: columns.count + 2)
    write(event, lead, columns, to: &output)
    bytes += output.bytes
  }

  /// One occurrence on one line, for logs that are followed: `03:12:04  18456  Login failed …`.
  package func line(of event: Explanation) -> [UInt8] {
    var output = TerminalOutput(style: style, width: .max / 2)
    var text = StyledText()
    func append(_ part: String, _ face: TerminalStyle.Face) {
      guard !part.isEmpty else { return }
      if !text.isEmpty { text.appendVerbatim(ArraySlice("  ".utf8), []) }
      text.append(part, face)
    }
    append(event.first.time ?? place(event.first), .dim)
    append(event.id.text, isSevere(event) ? [.bold, .danger] : .bold)
    if let message = event.text {
      text.appendVerbatim(ArraySlice("  ".utf8), [])
      text.append(Self.styled(message))
    }
    if let state = event.states.first { append("\(words[.state]) \(state.number)", .dim) }
    output.write(text, indent: 0)
    return output.bytes
  }

  private func write(
    _ event: Explanation, _ lead: TerminalOutput.Lead, _ columns: Columns,
    to output: inout TerminalOutput
  ) {
    let text = event.text.map(Self.styled) ?? StyledText()
    let places = StyledText(places(of: event), .dim)
    let placesColumns = DisplayWidth.columns(of: places.bytes)
    let first = max(columns.text, lead.columns)
    let end = first + DisplayWidth.columns(of: text.bytes)
    if end + 2 + placesColumns <= width {
      var pieces = [(0, lead.written, lead.text)]
      pieces.append((first, end - first, text))
      pieces.append((width - placesColumns, placesColumns, places))
      output.writeRow(pieces)
    } else {
      output.write(text, indent: columns.text, lead: lead)
      output.write(places, indent: columns.text)
    }
    for state in event.states { write(state, columns, to: &output) }
    for fix in event.fixes {
      var arrow = TerminalOutput.Lead()
      arrow.append("→ ", .accent, at: columns.text)
      output.write(StyledText(fix), indent: columns.text + 2, lead: arrow)
    }
  }

  private func write(
    _ state: Explanation.State, _ columns: Columns, to output: inout TerminalOutput
  ) {
    var lead = TerminalOutput.Lead()
    let label = "\(words[.state]) \(state.number) (\(Self.grouped(state.count))×)"
    lead.append(label + "  ", .bold, at: columns.text)
    guard let meaning = state.meaning else {
      output.write(leadAlone: lead)
      return
    }
    let indent =
      width - lead.columns < DocumentPrinter.roomForText ? columns.text + 2 : lead.columns
    output.write(StyledText(meaning), indent: indent, lead: lead)
  }

  // MARK: Parts

  private func isSevere(_ event: Explanation) -> Bool {
    event.severity.map { $0 >= Self.firstSevere } ?? false
  }

  /// The numbers, each with its source where two events have the same.
  private static func names(of events: [Explanation]) -> [String] {
    var counts: [EventID: Int] = [:]
    for event in events { counts[event.id, default: 0] += 1 }
    return events.map { event in
      counts[event.id] == 1 ? event.id.text : "\(event.source)_\(event.id)"
    }
  }

  private static func times(_ count: Int) -> String { "\(grouped(count))×" }

  private static func styled(_ message: FilledMessage) -> StyledText {
    var text = StyledText()
    for part in message.parts {
      if part.text.utf8.first == 0x20 { text.separate() }
      text.append(part.text, part.isArgument ? .accent : [])
    }
    return text
  }

  /// `lines 102–9 841, 03:12–04:40`.
  private func places(of event: Explanation) -> String {
    let (first, last) = (event.first, event.last)
    let isOne = first.line == last.line && first.file == last.file
    var text: String
    if let file = first.file {
      text = "\(file):\(first.line)"
      if !isOne {
        text += first.file == last.file ? "–\(last.line)" : "–\(last.file ?? ""):\(last.line)"
      }
    } else if isOne {
      text = "\(words[.line]) \(Self.grouped(first.line))"
    } else {
      text = "\(words[.lines]) \(Self.grouped(first.line))–\(Self.grouped(last.line))"
    }
    if let from = first.time {
      text += ", \(from)"
      if let to = last.time, to != from { text += "–\(Self.shortened(to, after: from))" }
    }
    return text
  }

  private func place(_ place: Explanation.Place) -> String {
    place.file.map { "\($0):\(place.line)" } ?? "\(words[.line]) \(Self.grouped(place.line))"
  }

  /// A time stamp without the date, where that is the one of another.
  private static func shortened(_ time: String, after other: String) -> String {
    let (one, two) = (Array(time.utf8), Array(other.utf8))
    guard let blank = one.firstIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: "T") }),
      two.starts(with: one[...blank])
    else { return time }
    return String(decoding: one[(blank + 1)...], as: UTF8.self)
  }

  /// A whole number in groups of three digits with no-break spaces between.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{A0}".utf8 }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
