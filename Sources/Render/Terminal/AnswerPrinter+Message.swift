internal import Catalogue
internal import Markup

// What the product prints, and what the state in the log means.
extension AnswerPrinter {
  /// What has been said when a page's message is written.
  struct WrittenMessage {
    /// The block of the introduction that is the message.
    var node: Int?
  }

  /// Writes the page's message with its placeholders set off; nil where it has none.
  func writeMessage(
    of page: Page, _ outline: PageOutline, to output: inout TerminalOutput
  ) -> WrittenMessage? {
    guard let (text, block) = outline.message(of: page, emphasis: .accent) else { return nil }
    writeMessage(text, to: &output)
    return WrittenMessage(node: block)
  }

  private func writeMessage(_ text: StyledText, to output: inout TerminalOutput) {
    var text = text
    text.add(.accent, to: Placeholders.ranges(in: text.bytes))
    writeBlock(text, to: &output)
  }

  /// Writes the messages of message lists, each with its facts where these are not all the same.
  func writeMessages(of answer: Answer, to output: inout TerminalOutput) {
    let messages = answer.messages
    for message in messages {
      writeMessage(StyledText(message.text), to: &output)
      guard !answer.hasUniformMessages else { continue }
      var facts = StyledText()
      append(severity: message.severity, logged: message.logged, to: &facts)
      if !facts.isEmpty { output.write(facts, indent: Self.margin) }
    }
  }

  /// Writes the row of the state that was asked for, or that there is none.
  func writeAskedState(
    of answer: Answer, _ page: Page, _ isFirst: Bool, to output: inout TerminalOutput
  ) {
    guard let state = options.state else { return }
    let rows = page.states.filter { $0.from <= state && state <= $0.to }
    if !rows.isEmpty {
      output.separate()
      for row in rows {
        var lead = TerminalOutput.Lead()
        lead.append("\(words[.state]) \(state)", .bold, at: Self.margin)
        let indent = lead.columns + 2
        output.write(StyledText(row.text), indent: indent, lead: lead)
      }
    } else if isFirst, !answer.pages.contains(where: { $0.describes(state) }) {
      let notice = words.notice(.unknownStateNotice, ["state": String(state)])
      writeBlock(StyledText(notice), to: &output)
    }
  }
}

extension Page {
  fileprivate func describes(_ state: Int) -> Bool {
    states.contains { $0.from <= state && state <= $0.to }
  }
}
