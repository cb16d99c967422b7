internal import Catalogue
internal import Diagnostics
internal import Markup

// The last lines: where the event belongs, what else to read, the other languages.
extension AnswerPrinter {
  /// The columns of the longest label and the blanks after it, the same for every line.
  private var labelColumns: Int {
    let labels = [words[.details], words[.seeAlso], words[.languages]]
    return labels.reduce(0) { max($0, DisplayWidth.columns(of: $1)) } + 2
  }

  private func writeLine(
    _ label: String, _ text: StyledText, to output: inout TerminalOutput
  ) {
    guard !text.isEmpty else { return }
    let labelColumns = labelColumns
    if output.width - labelColumns < DocumentPrinter.roomForText {
      output.write(StyledText(label, .bold), indent: 0)
      output.write(text, indent: Self.margin)
    } else {
      var lead = TerminalOutput.Lead()
      lead.append(label, .bold, at: 0)
      output.write(text, indent: labelColumns, lead: lead)
    }
  }

  /// Writes `Details     SQL Server · SQLEngine · LOGON_FAILED`.
  func writeDetails(of page: Page, _ answer: Answer, to output: inout TerminalOutput) {
    output.separate()
    let details = page.details
    var facts = [details.productName].compactMap { $0 }
    // The product's own word for the source, where the page's name says another.
    if let source = details.eventSource, source != answer.source { facts.append(source) }
    facts += [details.component, details.symbolicName].compactMap { $0 }
    facts += details.others.map { words.labelled($0.label, $0.value) }
    writeLine(words[.details], Self.joined(facts.map { StyledText($0) }), to: &output)
  }

  /// Writes the links of the sections `See also` of some pages, each once: events by their name,
  /// others by their text with the mark of what lies outside the catalogue.
  func writeSeeAlso(
    of pages: [(page: Page, outline: PageOutline)], to output: inout TerminalOutput
  ) {
    var items: [StyledText] = []
    for (page, outline) in pages where !outline.seeAlso.isEmpty {
      for item in seeAlso(of: page, outline) {
        if !items.contains(where: { $0.bytes == item.bytes }) || pages.count == 1 {
          items.append(item)
        }
      }
    }
    writeLine(words[.seeAlso], Self.joined(items), to: &output)
  }

  private func seeAlso(of page: Page, _ outline: PageOutline) -> [StyledText] {
    let document = page.document
    var items: [StyledText] = []
    for link in outline.seeAlsoLinks(of: page) {
      var item = StyledText()
      if let event = link.event {
        item.append(event)
      } else {
        item = document.styledText(of: document.descendants(of: link.node))
        guard !item.isEmpty else { continue }
        item.append("\u{A0}↗")
      }
      items.append(item)
    }
    return items
  }

  /// Writes the other locales that the event is described in.
  func writeLanguages(of answer: Answer, to output: inout TerminalOutput) {
    let others = answer.locales.filter { $0 != answer.locale }
    if answer.pages.isEmpty { output.separate() }
    var text = StyledText()
    for (number, locale) in others.enumerated() {
      let blanks = number == 0 ? "" : "  "
      text.appendVerbatim(ArraySlice((blanks + locale.text).utf8), [])
    }
    writeLine(words[.languages], text, to: &output)
  }

  private static func joined(_ items: [StyledText]) -> StyledText {
    var text = StyledText()
    for item in items {
      if !text.isEmpty { text.append("\u{A0}· ") }
      text.separate()
      text.append(item)
    }
    return text
  }
}
