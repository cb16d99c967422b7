internal import Catalogue
internal import Diagnostics
internal import Markup

// An answer that several pages give: told once, in one order, each part with its origin.
extension AnswerPrinter {
  /// Writes everything but the header and the other languages.
  func writeMerged(_ answer: Answer, to output: inout TerminalOutput) {
    let outlines = answer.pages.map { PageOutline($0, isAmongOthers: true) }
    for page in answer.pages { writeDrift(of: page, to: &output) }
    let message = writeFirstMessage(of: answer, outlines, to: &output)
    for (number, page) in answer.pages.enumerated() where number == 0 || !page.states.isEmpty {
      writeAskedState(of: answer, page, number == 0, to: &output)
    }
    if let page = answer.pages.first, let outline = outlines.first {
      writeIntroduction(of: page, outline, without: message, to: &output)
    }
    writeFixes(of: answer, to: &output)
    for rank in AnswerOrder.Rank.allCases where rank != .userAction {
      for (number, page) in answer.pages.enumerated() {
        if number > 0, rank == .explanation {
          writeIntroduction(of: page, outlines[number], &output)
        }
        write(rank, of: page, outlines[number], isFirst: number == 0, to: &output)
      }
    }
    writeConfusions(of: answer.pages, to: &output)
    if let page = answer.pages.first { writeDetails(of: page, answer, to: &output) }
    writeSeeAlso(
      of: zip(answer.pages, outlines).map { (page: $0, outline: $1) }, to: &output)
    writeForeign(of: answer, to: &output)
  }

  /// Writes the message of the first page that has one, else those of the lists; returns the block
  /// that said it, where that is the first page's.
  private func writeFirstMessage(
    of answer: Answer, _ outlines: [PageOutline], to output: inout TerminalOutput
  ) -> Int? {
    for (number, page) in answer.pages.enumerated() {
      guard let message = writeMessage(of: page, outlines[number], to: &output) else { continue }
      return number == 0 ? message.node : nil
    }
    writeMessages(of: answer, to: &output)
    return nil
  }

  /// Writes what a page but the first says before its first heading, under its title.
  private func writeIntroduction(
    of page: Page, _ outline: PageOutline, _ output: inout TerminalOutput
  ) {
    let end = page.sections.first?.heading.lowerBound ?? page.document.nodes.count
    let roots = page.document.roots(in: 0..<end).filter { root in
      let node = page.document.nodes[root]
      let isTitle = node.kind == .heading && node.detail == 1
      // A page without sections may begin with its fixes.
      return !isTitle && !page.fixes.contains { $0.nodes.overlaps(root..<Int(node.end)) }
    }
    guard !roots.isEmpty else { return }
    output.separate()
    var title = StyledText(page.title, .bold)
    title.append(origin(of: page, isNamed: false))
    output.write(title, indent: 0)
    let hidden = page.document.roots(in: 0..<end).filter { !roots.contains($0) }
    var printer = DocumentPrinter(page.document, words: words, hidden: hidden)
    printer.print(0..<end, indent: Self.margin, to: &output)
  }

  private func write(
    _ rank: AnswerOrder.Rank, of page: Page, _ outline: PageOutline, isFirst: Bool,
    to output: inout TerminalOutput
  ) {
    let origin = isFirst ? StyledText() : origin(of: page, isNamed: true)
    for (group, other) in zip(outline.order.groups, outline.order.ranks) where other == rank {
      write(group, of: page, origin: origin, numbersFixes: false, to: &output)
    }
    if rank == .states, !outline.order.showsStates { writeStates(of: page, to: &output) }
  }

  /// `·  guide` after the heading of a section, and its page's title where that is to be named.
  private func origin(of page: Page, isNamed: Bool) -> StyledText {
    var text = StyledText()
    text.appendVerbatim(ArraySlice(Self.dot.utf8), [])
    text.append(words[kind: page.kind], .dim)
    if isNamed {
      text.appendVerbatim(ArraySlice(Self.dot.utf8), [])
      text.append(page.title, .dim)
    }
    return text
  }

  /// Writes the guides and threads that are in another language only.
  private func writeForeign(of answer: Answer, to output: inout TerminalOutput) {
    guard !answer.foreign.isEmpty else { return }
    output.separate()
    output.write(StyledText(words[.otherLanguages], .bold), indent: 0)
    for page in answer.foreign {
      var text = StyledText(page.title)
      for fact in [page.locale.text, words[kind: page.kind], page.path] {
        text.appendVerbatim(ArraySlice(Self.dot.utf8), [])
        text.append(fact, .dim)
      }
      output.write(text, indent: Self.margin)
    }
    output.separate()
  }
}

// MARK: - What to do

extension AnswerPrinter {
  /// Writes the merged fixes of an answer under one heading, then what else stands in the sections
  /// that they come from.
  func writeFixes(of answer: Answer, to output: inout TerminalOutput) {
    let fixes = answer.fixes(namingFirst: options.state)
    let pages = answer.allPages
    if !fixes.isEmpty {
      output.separate()
      output.write(StyledText(words[.userAction], .bold), indent: 0)
    }
    let hang = DocumentPrinter.hang(forFixes: fixes.count)
    for (number, fix) in fixes.enumerated() {
      if number > 0 { output.separate() }
      write(fix, number: number + 1, hang: hang, of: pages, in: answer.locale, to: &output)
    }
    for (number, page) in answer.pages.enumerated() {
      writeRemainder(of: page, isFirst: number == 0, to: &output)
    }
  }

  private func write(
    _ fix: MergedFix, number: Int, hang: Int, of pages: [Page], in locale: LocaleTag,
    to output: inout TerminalOutput
  ) {
    let indent = Self.margin + hang
    let mark = DocumentPrinter.number(number, in: hang)
    let leader = pages[fix.leader.page]
    switch fix.leader.place {
    case .fix(let index):
      var printer = DocumentPrinter(leader.document, words: words)
      printer.lead.append(mark, .bold, at: Self.margin)
      printer.print(
        leader.fixes[index].content(in: leader.document), indent: indent, to: &output)
      printer.flushLead(to: &output)
    case .reply:
      var lead = TerminalOutput.Lead()
      lead.append(mark, .bold, at: Self.margin)
      output.write(StyledText(fix.leader.text), indent: indent, lead: lead)
    }
    for (index, support) in fix.supports.enumerated() {
      write(support, isLeader: index == 0, in: locale, indent: indent, to: &output)
      for code in fix.code where code.support == index && index > 0 {
        writeCode(code.text, indent: indent, to: &output)
      }
    }
  }

  /// Writes where words stand and, but for the leader's, which were just read, the words.
  private func write(
    _ support: MergedFix.Support, isLeader: Bool, in locale: LocaleTag, indent: Int,
    to output: inout TerminalOutput
  ) {
    var text = StyledText()
    for fact in words.facts(of: support, in: locale) {
      if !text.isEmpty { text.appendVerbatim(ArraySlice(" · ".utf8), .dim) }
      text.append(fact, .dim)
    }
    output.write(text, indent: indent)
    guard !isLeader else { return }
    output.write(StyledText("“\(support.text)”", .dim), indent: indent + Self.margin)
  }

  private func writeCode(_ code: String, indent: Int, to output: inout TerminalOutput) {
    output.separate()
    let codeIndent = 4
    for line in CodeLines.lines(of: ArraySlice(code.utf8)) {
      output.writeCode(line, indent: indent + codeIndent)
    }
    output.separate()
  }

  /// Writes what stands in the sections of a page on what to do and is no fix: notes, tables.
  private func writeRemainder(of page: Page, isFirst: Bool, to output: inout TerminalOutput) {
    let remainder = page.remainderOfUserAction
    guard !remainder.isEmpty else { return }
    output.separate()
    if !isFirst {
      var text = StyledText(words[kind: page.kind], .dim)
      text.appendVerbatim(ArraySlice(Self.dot.utf8), [])
      text.append(page.title, .dim)
      output.write(text, indent: Self.margin)
    }
    for nodes in remainder { writeBody(nodes, of: page, hidden: [], to: &output) }
  }
}
