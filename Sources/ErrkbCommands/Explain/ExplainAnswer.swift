internal import Catalogue
internal import Diagnostics
internal import Index
internal import Logs
internal import Render

/// Writes what logs have in them to standard output.
struct ExplainAnswer {
  private let request: ExplainRequest
  private let explainer: Explainer
  private let known: KnownEvents

  /// Numbers that the catalogue lacks are told up to so many.
  private static let mostUnknown = 10

  init(
    _ request: ExplainRequest, _ reader: CatalogueReader, _ knowledge: LogKnowledge
  ) throws(CatalogueError) {
    self.request = request
    explainer = try Explainer(request, reader, knowledge, note: ExplainRun.note)
    known = knowledge.known
  }

  /// How much was answered.
  struct Outcome {
    var events: Int
    /// Whether there was anything, and all of it in a language that will do.
    var isComplete: Bool
  }

  func write(_ sum: LogSum) throws(CatalogueError) -> Outcome {
    var isComplete = true
    var events: [Explanation] = []
    for (event, message) in sum.explanations(known) {
      var event = event
      if try !explainer.explain(&event, message: message) { isComplete = false }
      events.append(event)
    }
    switch request.format {
    case .text:
      Output.standard.write(printer.text(of: events))
    case .json:
      var json = JSONWriter()
      ExplanationJSON.write(events, lines: sum.lineCount, to: &json)
      json.endLine()
      Output.standard.write(
        Output.standard.isTerminal ? TerminalGuard.visible(json: json.bytes) : json.bytes)
    }
    noteUnknown(sum)
    if events.isEmpty { ExplainRun.note(request.words[.noErrorNotice]) }
    return Outcome(events: events.count, isComplete: isComplete && !events.isEmpty)
  }

  var printer: ExplanationPrinter {
    ExplanationPrinter(
      width: request.width ?? Output.standard.columns ?? AnswerPrinter.Options.longestLine,
      isColored: ColorChoice.resolve(
        option: request.color, environment: Environment.value,
        isTerminal: Output.standard.isTerminal),
      words: request.words)
  }

  /// Says which numbers the catalogue lacks: `not in the catalogue: 50001 (3×)`.
  func noteUnknown(_ sum: LogSum) {
    let numbers = sum.unknownNumbers.sorted { ($1.count, $0.number) < ($0.count, $1.number) }
    guard !numbers.isEmpty else { return }
    var list = numbers.prefix(Self.mostUnknown).map { "\($0.number) (\($0.count)×)" }
    if numbers.count > list.count { list.append("…") }
    ExplainRun.note(
      request.words.notice(.notInCatalogueNotice, ["list": list.joined(separator: ", ")]))
  }
}
