internal import Catalogue
package import Codes
internal import Diagnostics

/// What `errkb decode` prints: each way to read a code, the likeliest first.
package struct CodePrinter: Sendable {
  private let options: AnswerPrinter.Options

  package init(_ options: AnswerPrinter.Options) { self.options = options }

  private var words: InterfaceWords { options.words }

  /// A code as UTF-8 that may go to a terminal as it is.
  ///
  /// `events` names those behind each reading, and `others` those that only have the number as
  /// their ID.
  package func text(of code: DecodedCode, events: [[String]], others: [String]) -> [UInt8] {
    var output = TerminalOutput(
      style: TerminalStyle(isColored: options.isColored), width: options.width)
    output.write(StyledText(code.text, .bold), indent: 0)
    for (reading, events) in zip(code.readings, events) {
      write(reading, events: events, to: &output)
    }
    if !others.isEmpty {
      output.separate()
      writeLine(words[.codeEvents], StyledText(others.joined(separator: ", ")), to: &output)
    }
    return output.bytes
  }

  private func write(
    _ reading: CodeReading, events: [String], to output: inout TerminalOutput
  ) {
    output.separate()
    var head = StyledText()
    let code = reading.code
    head.append(code.space.rawValue, .bold)
    head.separate()
    head.append(code.text, .bold)
    if let other = otherForm(of: code) { append(other, to: &head) }
    if let name = code.name { append(name, to: &head) }
    output.write(head, indent: AnswerPrinter.margin)
    if let meaning = code.meaning { output.write(StyledText(meaning), indent: Self.indent) }
    if let parts = reading.parts { writeLine(words[.codeParts], text(of: parts), to: &output) }
    if let wrapped = reading.wrapped {
      var text = StyledText(Self.name(of: wrapped))
      if let meaning = wrapped.meaning { append(meaning, to: &text) }
      writeLine(words[.codeWraps], text, to: &output)
    }
    let equivalents = reading.equivalents.map(Self.name).joined(separator: ", ")
    writeLine(words[.codeSameAs], StyledText(equivalents), to: &output)
    writeLine(words[.codeEvents], StyledText(events.joined(separator: ", ")), to: &output)
  }

  /// Under the space's name.
  private static let indent = AnswerPrinter.margin + 2

  /// `Winsock 10061 WSAECONNREFUSED`.
  private static func name(of code: ErrorCode) -> String {
    [code.space.rawValue, code.text, code.name].compactMap { $0 }.joined(separator: " ")
  }

  /// The number the other way: signed for a failure in hexadecimal, hexadecimal for a decimal one.
  private func otherForm(of code: ErrorCode) -> String? {
    guard let number = code.number else { return nil }
    switch code.space {
    case .hresult, .ntstatus: return String(Int32(bitPattern: number))
    case .win32, .winsock: return "0x" + String(number, radix: 16, uppercase: true)
    case .errno, .sqlstate: return nil
    }
  }

  private func text(of parts: CodeParts) -> StyledText {
    let severity: InterfaceWords.Key =
      switch parts.severity {
      case .success: .codeSuccess
      case .informational: .codeInformational
      case .warning: .codeWarning
      case .failure: .codeFailure
      }
    var text = StyledText(words[severity])
    if parts.isCustomer { append(words[.codeCustomer], to: &text) }
    let names = parts.facilityNames.isEmpty ? ["FACILITY"] : parts.facilityNames
    append("\(names.joined(separator: ", ")) (\(parts.facility))", to: &text)
    append(words.notice(.codeNumber, ["number": String(parts.code)]), to: &text)
    return text
  }

  private func append(_ part: String, to text: inout StyledText) {
    text.appendVerbatim(ArraySlice(AnswerPrinter.dot.utf8), [])
    text.append(part)
  }

  /// Writes a line with its label, the text of all of them beginning at one column.
  private func writeLine(
    _ label: String, _ text: StyledText, to output: inout TerminalOutput
  ) {
    guard !text.isEmpty else { return }
    let labels = [words[.codeParts], words[.codeWraps], words[.codeSameAs], words[.codeEvents]]
    let widest = labels.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
    let column = Self.indent + widest + 2
    guard output.width - column >= DocumentPrinter.roomForText else {
      output.write(StyledText(label, .dim), indent: Self.indent)
      output.write(text, indent: Self.indent + 2)
      return
    }
    var lead = TerminalOutput.Lead()
    lead.append(label, .dim, at: Self.indent)
    output.write(text, indent: column, lead: lead)
  }
}
