internal import Catalogue
internal import Diagnostics
internal import Index
internal import Markup
internal import Render

/// Answers a `show` request: looks the events up and prints them.
///
/// This is the path that has to be fast: nothing here is done that the answer does not need.
struct ShowRun {
  private let request: ShowRequest

  init(_ request: ShowRequest) { self.request = request }

  /// Prints the answer and ends the process.
  func run() -> Never {
    AskedCatalogue(path: request.catalogue).answer(languages: request.languages) {
      reader, wanted throws(CatalogueError) in try show(reader, wanted: wanted)
    }
  }

  private func show(
    _ reader: CatalogueReader, wanted: [LocaleTag]
  ) throws(CatalogueError) -> ExitStatus {
    var finder = AnswerFinder(
      reader, wanted: wanted, source: request.source, isLanguageStrict: request.isLanguageStrict)
    var answers: [Answer] = []
    for name in request.names { answers += try finder.answers(named: name) }
    var status = finder.status
    var text: [UInt8] = []
    for answer in answers {
      let part = try rendered(answer, wanted: wanted, reader)
      if part.isEmpty {
        let name = "\(answer.source)_\(answer.id)"
        let role = request.isFixesOnly ? .userAction : request.section
        let values: KeyValuePairs = ["role": role?.rawValue ?? "", "list": name]
        Note.say(AnswerFinder.words(wanted).notice(.unknownSectionNotice, values))
        status = .nothing
      }
      if !text.isEmpty, !part.isEmpty, request.format.separatesAnswers { text.append(0x0A) }
      text += part
    }
    guard !text.isEmpty else { return .nothing }
    Pager.show(guarded(text), isWanted: request.usesPager && request.format == .text)
    return status
  }

  // MARK: Rendering

  /// An answer in the format asked for; empty where it has no section of the role asked for.
  func rendered(
    _ answer: Answer, wanted: [LocaleTag], _ reader: CatalogueReader
  ) throws(CatalogueError) -> [UInt8] {
    let words = AnswerFinder.words(wanted, for: answer)
    var output: [UInt8] = []
    if request.isFixesOnly {
      guard !answer.fixes.isEmpty else { return [] }
      if request.format == .json {
        var json = JSONWriter()
        FixesJSON.write(answer, state: request.state, to: &json)
        json.endLine()
        return json.bytes
      }
      return printer(words).fixes(of: answer)
    }
    switch request.format {
    case .text: output = printer(words).text(of: answer)
    case .markdown: appendMarkdown(answer, words, to: &output)
    case .html: appendHTML(answer, words, to: &output)
    case .json: appendJSON(answer, to: &output)
    case .man:
      output = ManPage.bytes(
        of: answer,
        ManPage.Options(
          words: words, names: try reader.manNames(of: answer), date: try reader.lastDate(),
          role: request.section, state: request.state))
    }
    return output
  }

  private func printer(_ words: InterfaceWords) -> AnswerPrinter {
    let width = request.width ?? Output.standard.columns ?? AnswerPrinter.Options.longestLine
    let isColored = ColorChoice.resolve(
      option: request.color, environment: Environment.value,
      isTerminal: Output.standard.isTerminal)
    return AnswerPrinter(
      AnswerPrinter.Options(
        width: width, isColored: isColored, words: words, role: request.section,
        state: request.state))
  }

  /// Whether the answer is to be told as one, or that part of it that is asked for.
  private func isMerged(_ answer: Answer) -> Bool {
    answer.isMerged && (request.section == nil || request.section == .userAction)
  }

  private func appendMarkdown(
    _ answer: Answer, _ words: InterfaceWords, to output: inout [UInt8]
  ) {
    if isMerged(answer) {
      let merged = MergedAnswer(
        answer, words: words, state: request.state, fixesOnly: request.section != nil)
      return MergedMarkdown.append(
        merged, of: answer, hasTitle: request.section == nil, to: &output)
    }
    for page in answer.pages {
      if !output.isEmpty { output.append(0x0A) }
      guard let role = request.section else {
        PageMarkdown.append(page, words: words, to: &output)
        continue
      }
      for range in page.nodes(ofSections: role) {
        MarkdownWriter.append(page.document, range, to: &output)
      }
    }
    guard answer.pages.isEmpty, request.section == nil else { return }
    for message in answer.messages {
      var document = Document()
      let heading = document.open(Document.Node(.heading, line: 0))
      document.nodes[heading].detail = 1
      document.appendText(Array("\(message.source)_\(message.id)".utf8), line: 0)
      document.close(heading)
      let paragraph = document.open(Document.Node(.paragraph, line: 0))
      document.appendText(Array(message.text.utf8), line: 0)
      document.close(paragraph)
      MarkdownWriter.append(document, document.indices, to: &output)
    }
  }

  private func appendHTML(
    _ answer: Answer, _ words: InterfaceWords, to output: inout [UInt8]
  ) {
    if isMerged(answer) {
      let merged = MergedAnswer(
        answer, words: words, state: request.state, fixesOnly: request.section != nil)
      return MergedFragment.append(
        merged, of: answer, isArticle: request.section == nil, words: words, to: &output)
    }
    for page in answer.pages {
      guard let role = request.section else {
        let placeholders = page.message.map { Placeholders.ranges(in: Array($0.utf8)) } ?? []
        PageFragment.append(page, placeholders: placeholders, words: words, to: &output)
        continue
      }
      for range in page.nodes(ofSections: role) {
        HTMLWriter.append(page.document, range, words: words, to: &output)
      }
    }
    guard answer.pages.isEmpty, request.section == nil else { return }
    for message in answer.messages {
      MessageFragment.append(message, words: words, to: &output)
    }
  }

  /// The answer as it may be written to standard output: text has nothing in it that acts on a
  /// terminal but our own colours, the other formats carry what the page holds.
  private func guarded(_ output: [UInt8]) -> [UInt8] {
    guard request.format != .text, Output.standard.isTerminal else { return output }
    return request.format == .json
      ? TerminalGuard.visible(json: output) : TerminalGuard.visible(output)
  }

  private func appendJSON(_ answer: Answer, to output: inout [UInt8]) {
    var json = JSONWriter()
    forEachPart(of: answer) { _, write in
      write(&json)
      json.endLine()
    }
    output += json.bytes
  }

  /// What an answer is made of.
  enum Part {
    case page(Page)
    case message(Message)
  }

  /// Passes on the pages of an answer, else its messages, as far as they were asked for, each with
  /// what writes its JSON.
  func forEachPart(of answer: Answer, _ body: (Part, (inout JSONWriter) -> Void) -> Void) {
    let requested = answer.requested.first
    // The fixes of all pages go with the first, which is the product's own where it has one.
    var merged = isMerged(answer) ? answer : nil
    for page in answer.pages + answer.foreign {
      let hasFixes = merged.map { !$0.fixes.isEmpty } ?? false
      if let role = request.section, page.nodes(ofSections: role).isEmpty, !hasFixes { continue }
      body(.page(page)) { json in
        PageJSON.write(
          page.narrowed(to: request.section, state: request.state),
          requestedLocale: requested ?? (page.locale == answer.locale ? nil : answer.locale),
          mergedIn: merged, state: request.state, to: &json)
      }
      merged = nil
    }
    if answer.pages.isEmpty, request.section == nil {
      for message in answer.messages {
        body(.message(message)) { json in
          MessageJSON.write(message, requestedLocale: requested, to: &json)
        }
      }
    }
  }
}
