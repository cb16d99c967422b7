internal import Catalogue
internal import Diagnostics
internal import Markup

// What it is: the number, its facts, and what the reader must know of the page.
extension AnswerPrinter {
  /// Stands between facts on one line.
  static let dot = "  ·  "

  /// Writes `MSSQLSERVER_10061  ·  fr-FR`, the translation at the right where there is room, then
  /// the facts that are known.
  func writeHeader(of answer: Answer, to output: inout TerminalOutput) {
    var name = StyledText()
    name.append("\(answer.source)_\(answer.id.text)", .bold)
    name.appendVerbatim(ArraySlice((Self.dot + answer.locale.text).utf8), [])
    let columns = DisplayWidth.columns(of: name.bytes)
    let note = StyledText(answer.pages.first.flatMap(words.translationNote) ?? "", .dim)
    let noteColumns = DisplayWidth.columns(of: note.bytes)
    let fits = columns + 2 + noteColumns <= output.width
    if fits {
      output.writeRow([(0, columns, name), (output.width - noteColumns, noteColumns, note)])
    } else {
      output.write(name, indent: 0)
      output.write(note, indent: 0)
    }
    let facts = facts(of: answer)
    if !facts.isEmpty { output.write(facts, indent: 0) }
  }

  /// `LOGON_FAILED  ·  severity 14  ·  not logged`, as far as it is known.
  private func facts(of answer: Answer) -> StyledText {
    var facts = StyledText()
    if let name = answer.pages.first?.details.symbolicName { facts.append(name) }
    append(severity: answer.severity, logged: answer.logged, to: &facts)
    return facts
  }

  /// Appends how severe an event is and whether it is logged.
  func append(severity: Int?, logged: Bool?, to facts: inout StyledText) {
    func separate() {
      if !facts.isEmpty { facts.appendVerbatim(ArraySlice(Self.dot.utf8), []) }
    }
    if let severity {
      separate()
      let firstSevere = 17
      facts.append("\(words[.severity]) \(severity)", severity >= firstSevere ? .danger : [])
    }
    if let logged {
      separate()
      facts.append(words[logged ? .logged : .notLogged])
    }
  }

  /// Writes that the answer is not in a language that was asked for.
  func writeFallback(of answer: Answer, to output: inout TerminalOutput) {
    guard answer.isFallback else { return }
    let notice = words.fallbackNotice(for: answer)
    writeBlock(StyledText(notice), to: &output)
  }

  /// Writes that a translation lags behind its source, and in which sections.
  func writeDrift(of page: Page, to output: inout TerminalOutput) {
    guard let notice = words.driftNotice(of: page) else { return }
    writeBlock(StyledText(notice), to: &output)
  }
}
