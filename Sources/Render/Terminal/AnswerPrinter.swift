package import Catalogue
internal import Markup

/// What `errkb show` prints: an answer as text for a terminal, in the order in which it is read at
/// three in the morning.
///
/// What it is, the message, what to do, why, the rest.
package struct AnswerPrinter: Sendable {
  /// How an answer is printed, and how much of it.
  package struct Options: Sendable {
    /// The columns to use; lines longer than `longestLine` are hard to read.
    package var width: Int
    package var isColored: Bool
    package var words: InterfaceWords
    /// Prints the sections of this role and nothing else.
    package var role: Role?
    /// The error state that is explained right under the message.
    package var state: Int?

    package init(
      width: Int = Options.longestLine, isColored: Bool = false, words: InterfaceWords = .english,
      role: Role? = nil, state: Int? = nil
    ) {
      self.width = min(max(width, Options.shortestLine), Options.longestLine)
      self.isColored = isColored
      self.words = words
      self.role = role
      self.state = state
    }

    package static let longestLine = 88
    package static let shortestLine = 20
  }

  /// The column at which text begins under its heading.
  static let margin = 2

  let options: Options

  package init(_ options: Options = Options()) { self.options = options }

  var words: InterfaceWords { options.words }

  /// The answer as UTF-8 that may go to a terminal as it is; empty where a role was asked for that
  /// no page has a section of.
  package func text(of answer: Answer) -> [UInt8] {
    var output = TerminalOutput(
      style: TerminalStyle(isColored: options.isColored), width: options.width)
    if let role = options.role {
      if role == .userAction, answer.isMerged {
        writeFixes(of: answer, to: &output)
        return output.bytes
      }
      for page in answer.pages { write(sectionsOf: page, role: role, to: &output) }
      return output.bytes
    }
    writeHeader(of: answer, to: &output)
    writeFallback(of: answer, to: &output)
    if answer.pages.isEmpty { writeMessages(of: answer, to: &output) }
    if answer.isMerged {
      writeMerged(answer, to: &output)
      writeLanguages(of: answer, to: &output)
      return output.bytes
    }
    for (number, page) in answer.pages.enumerated() {
      write(page, of: answer, isFirst: number == 0, to: &output)
    }
    writeLanguages(of: answer, to: &output)
    return output.bytes
  }

  /// What to do, each thing with where it is said, under a line that says what it is about; UTF-8
  /// that may go to a terminal as it is.
  package func fixes(of answer: Answer) -> [UInt8] {
    var output = TerminalOutput(
      style: TerminalStyle(isColored: options.isColored), width: options.width)
    writeHeader(of: answer, to: &output)
    writeFallback(of: answer, to: &output)
    for (number, page) in answer.pages.enumerated() where number == 0 || !page.states.isEmpty {
      writeAskedState(of: answer, page, number == 0, to: &output)
    }
    writeFixes(of: answer, to: &output)
    return output.bytes
  }

  private func write(
    _ page: Page, of answer: Answer, isFirst: Bool, to output: inout TerminalOutput
  ) {
    let outline = PageOutline(page)
    writeDrift(of: page, to: &output)
    let message = writeMessage(of: page, outline, to: &output)
    if message == nil, isFirst { writeMessages(of: answer, to: &output) }
    if isFirst || !page.states.isEmpty { writeAskedState(of: answer, page, isFirst, to: &output) }
    writeIntroduction(of: page, outline, without: message?.node, to: &output)
    writeSections(of: page, outline, to: &output)
    writeConfusions(of: [page], to: &output)
    writeDetails(of: page, answer, to: &output)
    writeSeeAlso(of: [(page, outline)], to: &output)
  }

  // MARK: Blocks of text

  /// Writes text set in by the margin, with a blank line before it.
  func writeBlock(_ text: StyledText, to output: inout TerminalOutput) {
    guard !text.isEmpty else { return }
    output.separate()
    output.write(text, indent: Self.margin)
  }
}
