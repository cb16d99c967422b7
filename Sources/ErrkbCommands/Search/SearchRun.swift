internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// Answers a `search` request: asks the catalogue and prints what it finds.
struct SearchRun {
  private let request: SearchRequest

  init(_ request: SearchRequest) { self.request = request }

  /// Prints the results and ends the process.
  func run() -> Never {
    AskedCatalogue(path: request.catalogue).answer(languages: request.languages) {
      reader, wanted throws(CatalogueError) in try search(reader, wanted: wanted)
    }
  }

  private func search(
    _ reader: CatalogueReader, wanted: [LocaleTag]
  ) throws(CatalogueError) -> ExitStatus {
    let answer = try reader.search(request.options(wanted: wanted))
    var results = answer.results
    if request.isLanguageStrict { results.removeAll(where: \.isFallback) }
    guard !results.isEmpty else {
      Note.say(SearchNotes(answer, request, wanted).nothing)
      return .nothing
    }
    Output.standard.write(rendered(results, wanted: wanted))
    let notes = SearchNotes(answer, request, wanted)
    if answer.isFallback, !wanted.isEmpty { Note.say(notes.fallback) }
    if request.format == .text { Output.error.writeLine(notes.count) }
    return .success
  }

  private func rendered(_ results: [SearchResult], wanted: [LocaleTag]) -> [UInt8] {
    let isTerminal = Output.standard.isTerminal
    switch request.format {
    case .json:
      var json = JSONWriter()
      for result in results { json.result(result, requested: wanted.first) }
      return isTerminal ? TerminalGuard.visible(json: json.bytes) : json.bytes
    case .text:
      let isColored = ColorChoice.resolve(
        option: request.color, environment: Environment.value, isTerminal: isTerminal)
      return SearchPrinter(isColored: isColored).text(of: results)
    }
  }
}
