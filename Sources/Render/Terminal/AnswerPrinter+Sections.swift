internal import Catalogue
internal import Diagnostics
internal import Markup

// What to do, why, and all else that the page says.
extension AnswerPrinter {
  /// Writes what stands before the first heading, then what the details section holds beside its
  /// table.
  func writeIntroduction(
    of page: Page, _ outline: PageOutline, without message: Int?, to output: inout TerminalOutput
  ) {
    let end = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    let told = PageOutline.introduction(of: page)
    let hidden = page.document.roots(in: 0..<end).filter { root in
      root == message || !told.contains(root)
    }
    writeBody(0..<end, of: page, hidden: hidden, to: &output)
    guard let table = outline.detailsTable, let section = outline.detailsSection else { return }
    writeBody(page.sections[section].body, of: page, hidden: [table], to: &output)
  }

  /// Writes the sections in reading order, and the states where no section shows them.
  func writeSections(of page: Page, _ outline: PageOutline, to output: inout TerminalOutput) {
    let order = outline.order
    for group in order.groups[..<order.statesPlace] { write(group, of: page, to: &output) }
    if !order.showsStates { writeStates(of: page, to: &output) }
    for group in order.groups[order.statesPlace...] { write(group, of: page, to: &output) }
  }

  /// Writes the sections of a role with their sub-sections, as they stand on the page.
  func write(sectionsOf page: Page, role: Role, to output: inout TerminalOutput) {
    var index = 0
    while index < page.sections.count {
      let section = page.sections[index]
      guard section.role == role else {
        index += 1
        continue
      }
      var end = index + 1
      while end < page.sections.count, page.sections[end].level > section.level { end += 1 }
      write(PageOutline.Group(sections: index..<end), of: page, to: &output)
      index = end
    }
  }

  /// Writes a section with those under it; `origin` follows its heading.
  func write(
    _ group: PageOutline.Group, of page: Page, origin: StyledText = StyledText(),
    numbersFixes: Bool = true, to output: inout TerminalOutput
  ) {
    let fixes = numbersFixes ? page.fixes : []
    for index in group.sections {
      let section = page.sections[index]
      // Where the fixes of several pages are told together, they were told before.
      if !numbersFixes, section.role == .userAction { continue }
      // A heading with nothing under it says nothing.
      let hasSubsection =
        index + 1 < group.sections.upperBound && page.sections[index + 1].level > section.level
      if section.body.isEmpty, !hasSubsection { continue }
      let isSub = index > group.first
      var indent = Self.margin
      output.separate()
      var lead = TerminalOutput.Lead()
      if numbersFixes, let number = FixNumbers(fixes).number(ofHeading: section.heading) {
        let hang = DocumentPrinter.hang(forFixes: page.fixes.count)
        lead.append(DocumentPrinter.number(number, in: hang), .bold, at: indent)
        indent += hang
      }
      let column = lead.isEmpty && !isSub ? 0 : indent
      var title = StyledText(section.title, .bold)
      if index == group.first { title.append(origin) }
      if let reply = page.replies.first(where: { $0.section == index }) {
        title.append(words(on: reply))
      }
      output.write(title, indent: column, lead: lead)
      var printer = DocumentPrinter(page.document, words: words, fixes: fixes)
      printer.print(section.body, indent: indent, to: &output)
    }
  }

  /// What a reply says came of it and where, after its heading.
  private func words(on reply: Page.Reply) -> StyledText {
    var text = StyledText()
    for fact in words.facts(of: reply) {
      text.appendVerbatim(ArraySlice(Self.dot.utf8), [])
      text.append(fact, .dim)
    }
    return text
  }

  /// Writes whole nodes set in by the margin, some of the topmost left out.
  func writeBody(
    _ range: Range<Int>, of page: Page, hidden: [Int], to output: inout TerminalOutput
  ) {
    guard page.document.roots(in: range).contains(where: { !hidden.contains($0) }) else { return }
    output.separate()
    var printer = DocumentPrinter(
      page.document, words: words, fixes: page.fixes, hidden: hidden)
    printer.print(range, indent: Self.margin, to: &output)
  }

  /// Writes the page's states as a table of their own.
  func writeStates(of page: Page, to output: inout TerminalOutput) {
    guard !page.states.isEmpty else { return }
    output.separate()
    output.write(StyledText(words[.states], .bold), indent: 0)
    let labels = page.states.map { state in
      state.from == state.to ? "\(state.from)" : "\(state.from)–\(state.to)"
    }
    let widest = labels.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
    for (state, label) in zip(page.states, labels) {
      var lead = TerminalOutput.Lead()
      lead.append(label, [], at: Self.margin)
      output.write(StyledText(state.text), indent: Self.margin + widest + 2, lead: lead)
    }
  }
}
