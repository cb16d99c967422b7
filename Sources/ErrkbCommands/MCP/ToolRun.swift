internal import Catalogue
internal import Diagnostics
internal import Index
internal import Logs
internal import Render

/// Answers a call of a tool, with the code that the command of the same name runs.
struct ToolRun {
  let catalogue: MCPCatalogue
  let arguments: ToolArguments
  private let wanted: [LocaleTag]

  init(_ catalogue: MCPCatalogue, _ arguments: ToolArguments) throws(ToolArguments.Misfit) {
    self.catalogue = catalogue
    self.arguments = arguments
    do throws(LocaleListError) {
      wanted =
        try arguments.text("lang").map { list throws(LocaleListError) in
          try WantedLocales(list).tags
        } ?? catalogue.wanted
    } catch {
      throw ToolArguments.Misfit(message: "'lang': \(BoundedText.line("\(error)"))")
    }
  }

  func answer(_ tool: MCPTool) throws(CatalogueError) -> ToolAnswer {
    switch tool {
    case .show: try show()
    case .search: try search()
    case .explain: try explain()
    }
  }
}

/// Collects what commands say on standard error.
private final class Notes {
  var lines: [String] = []
}

// MARK: - show

extension ToolRun {
  private func show() throws(CatalogueError) -> ToolAnswer {
    let notes = Notes()
    let request = ShowRequest(
      names: [arguments.text("id") ?? ""], source: arguments.text("source"),
      section: arguments.text("section").flatMap { Role(rawValue: $0) },
      state: arguments.number("state"), format: .markdown)
    var finder = AnswerFinder(
      catalogue.reader, wanted: wanted, source: request.source,
      say: { [notes] in notes.lines.append($0) })
    var output = ToolAnswer()
    for name in request.names {
      for answer in try finder.answers(named: name) {
        if try !Self.append(answer, request, wanted: wanted, catalogue, to: &output) {
          notes.lines.append(
            AnswerFinder.words(wanted).notice(
              .unknownSectionNotice,
              [
                "role": request.section?.rawValue ?? "", "list": "\(answer.source)_\(answer.id)",
              ]))
        }
      }
    }
    output.notes = notes.lines
    return output
  }

  /// Adds an answer; false where it has nothing that was asked for.
  static func append(
    _ answer: Answer, _ request: ShowRequest, wanted: [LocaleTag], _ catalogue: MCPCatalogue,
    to output: inout ToolAnswer
  ) throws(CatalogueError) -> Bool {
    let run = ShowRun(request)
    let text = try run.rendered(answer, wanted: wanted, catalogue.reader)
    guard !text.isEmpty else { return false }
    if !output.text.isEmpty { output.text.append(0x0A) }
    output.text += text
    run.forEachPart(of: answer) { part, write in
      var json = JSONWriter()
      write(&json)
      let origin =
        switch part {
        case .page(let page): Origin(page, of: answer, wanted: wanted)
        case .message(let message):
          Origin(message, wanted: wanted, isFallback: answer.isFallback)
        }
      output.results.append(ToolAnswer.Result(origins: [origin], content: json.bytes))
    }
    return true
  }
}

// MARK: - search

extension ToolRun {
  private func search() throws(CatalogueError) -> ToolAnswer {
    let request = SearchRequest(
      words: [arguments.text("words") ?? ""], languages: arguments.text("lang"),
      limit: arguments.number("limit") ?? SearchRequest.usualLimit, format: .json)
    let answer = try catalogue.reader.search(request.options(wanted: wanted))
    var output = ToolAnswer()
    let notes = SearchNotes(answer, request, wanted)
    guard !answer.results.isEmpty else {
      output.notes = [notes.nothing]
      return output
    }
    if answer.isFallback, !wanted.isEmpty { output.notes = [notes.fallback] }
    output.text = SearchPrinter(isColored: false).text(of: answer.results)
    for result in answer.results {
      var json = JSONWriter()
      json.result(result, requested: wanted.first)
      json.bytes.removeLast()
      output.results.append(
        ToolAnswer.Result(origins: try origins(of: result), content: json.bytes))
    }
    return output
  }

  /// The file that a result was found in.
  private func origins(of result: SearchResult) throws(CatalogueError) -> [Origin] {
    for edition in try catalogue.reader.editions(of: result.event)
    where edition.locale == result.locale {
      switch edition.content {
      case .page(let number, let kind) where kind == result.kind:
        let page = try catalogue.reader.page(number: number)
        // One of several of its kind is told by its title.
        if page.title == result.title {
          return [Origin(page, wanted: wanted, isFallback: result.isFallback)]
        }
      case .message where result.kind == nil:
        return try catalogue.reader.messages(
          source: result.event.source, id: result.event.id, locale: result.locale
        ).map { Origin($0, wanted: wanted, isFallback: result.isFallback) }
      default: continue
      }
    }
    return []
  }
}

// MARK: - explain

extension ToolRun {
  private func explain() throws(CatalogueError) -> ToolAnswer {
    let request = ExplainRequest(
      files: [], wanted: wanted, textLocales: nil, format: .json, width: nil, isFollowing: false,
      isLanguageStrict: false, color: .never)
    let knowledge = try catalogue.knowledge()
    var scanner = StreamScanner(knowledge, keepsOccurrences: false)
    scanner.read(Array((arguments.text("text") ?? "").utf8))
    scanner.finish()
    var sum = LogSum(namesFiles: false)
    sum.add(scanner.tally, file: "")

    let found = sum.explanations(knowledge.known)
    let explained = found.prefix(MCPLimits.explained)
    let explainer = Explainer(request, catalogue.reader, knowledge)
    let printer = ExplanationPrinter(
      width: AnswerPrinter.Options.longestLine, isColored: false, words: request.words)
    let layout = printer.layout(of: explained.map(\.event))
    var fallbacks = FallbackNotices(request.words)
    var output = ToolAnswer(lines: sum.lineCount)
    for (index, (event, message)) in explained.enumerated() {
      var event = event
      var origins: [Origin] = []
      switch try explainer.explain(&event, message: message) {
      case .inLanguage(let answer):
        origins = answer.map { Origin.all(of: $0, wanted: wanted) } ?? []
      case .fallback(let answer, _):
        fallbacks.add(answer)
        origins = Origin.all(of: answer, wanted: wanted)
      }
      var json = JSONWriter()
      ExplanationJSON.write(event, to: &json)
      output.results.append(ToolAnswer.Result(origins: origins, content: json.bytes))
      printer.append(event, at: index, of: layout, to: &output.text)
    }
    output.notes = fallbacks.lines
    if let unknown = ExplainAnswer.unknownNotice(sum, request.words) {
      output.notes.append(unknown)
    }
    if found.isEmpty { output.notes.append(request.words[.noErrorNotice]) }
    if found.count > explained.count {
      output.notes.append("\(found.count - explained.count) more events are not explained")
    }
    return output
  }
}
