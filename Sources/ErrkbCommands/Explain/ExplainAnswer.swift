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
  ) {
    self.request = request
    explainer = Explainer(request, reader, knowledge)
    known = knowledge.known
  }

  /// How much was answered.
  struct Outcome {
    var events: Int
    /// Whether there was anything, and all of it in a language that will do.
    var isComplete: Bool
  }

  /// Writes the events one after another: a page is let go of before the next is read.
  func write(_ sum: LogSum) throws -> Outcome {
    let found = sum.explanations(known)
    var fallbacks = FallbackNotices(request.words)
    var isComplete = !found.isEmpty
    func explained(_ index: Int) throws(CatalogueError) -> Explanation {
      var event = found[index].event
      switch try explainer.explain(&event, message: found[index].message) {
      case .inLanguage: break
      case .fallback(let answer, let isEnough):
        fallbacks.add(answer)
        if !isEnough { isComplete = false }
      }
      return event
    }

    var output = BufferedOutput(.standard)
    switch request.format {
    case .text:
      let layout = printer.layout(of: found.map(\.event))
      for index in found.indices {
        let event = try explained(index)
        try output.append { printer.append(event, at: index, of: layout, to: &$0) }
      }
    case .json:
      var json = JSONWriter()
      try ExplanationJSON.write(lines: sum.lineCount, to: &json) { json in
        for index in found.indices {
          ExplanationJSON.write(try explained(index), to: &json)
          try output.write(part: &json)
        }
      }
      try output.write(line: &json)
    }
    try output.flush()
    fallbacks.lines.forEach(Note.say)
    noteUnknown(sum)
    if found.isEmpty { Note.say(request.words[.noErrorNotice]) }
    return Outcome(events: found.count, isComplete: isComplete)
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
    Self.unknownNotice(sum, request.words).map(Note.say)
  }

  /// What is to be said of the numbers that the catalogue lacks, if there are any.
  static func unknownNotice(_ sum: LogSum, _ words: InterfaceWords) -> String? {
    let numbers = sum.unknownNumbers.sorted { ($1.count, $0.number) < ($0.count, $1.number) }
    guard !numbers.isEmpty else { return nil }
    var list = numbers.prefix(mostUnknown).map { "\($0.number) (\($0.count)×)" }
    if numbers.count > list.count { list.append("…") }
    return words.notice(.notInCatalogueNotice, ["list": list.joined(separator: ", ")])
  }
}
