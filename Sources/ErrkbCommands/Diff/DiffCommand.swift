internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// `errkb diff`: events that are easily taken for one another, side by side.
struct DiffCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Set events side by side: their messages, causes and fixes.",
    discussion: """
      Events are named as for show. The words that no other message has are in bold. Below stand the \
      sentences in which a page about one event names another, each as it is on the page, with its \
      file and line. What does not fit beside the others stands under them.
      """)

  @Argument(
    help: ArgumentHelp("The events, at least two.", valueName: "id"), completion: .events,
    transform: DashedWord.unmarked)
  var names: [String] = []

  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp("Only events of this source.", valueName: "source"), completion: .sources)
  var source: String?

  @Option(help: "How the answer is written.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Use this many columns.", valueName: "columns"))
  var width: Int?

  @Flag(name: .customLong("no-pager"), help: "Never start a pager.")
  var noPager = false

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if names.isEmpty {
      throw ValidationError("diff which events? give two IDs, such as 10060 10061")
    }
    if let width, width < 1 { throw ValidationError("--width takes a number from 1") }
  }

  func run() throws {
    let reader = try catalogue.open()
    do throws(CatalogueError) {
      var finder = AnswerFinder(reader, wanted: try wanted(), source: source)
      var answers: [Answer] = []
      for name in names {
        for answer in try finder.answers(named: name)
        where !answers.contains(where: { $0.source == answer.source && $0.id == answer.id }) {
          answers.append(answer)
        }
      }
      let text = rendered(answers, wanted: finder.wanted)
      Pager.show(text, isWanted: !noPager && format == .text)
      ended(answers, finder.status).exit()
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }

  private func wanted() throws(CatalogueError) -> [LocaleTag] {
    do throws(LocaleListError) {
      return try WantedLanguages.tags(option: language.tags)
    } catch {
      Note.say("--lang: \(error)")
      ExitStatus.failure.exit()
    }
  }

  /// How it ended: a single event has nothing to be set beside.
  private func ended(_ answers: [Answer], _ status: ExitStatus) -> ExitStatus {
    guard answers.count == 1, status == .success else { return status }
    Note.say("there is only one event to compare")
    return .nothing
  }

  private func rendered(_ answers: [Answer], wanted: [LocaleTag]) -> [UInt8] {
    guard !answers.isEmpty else { return [] }
    let comparison = Comparison(answers)
    switch format {
    case .text:
      let width = width ?? Output.standard.columns ?? AnswerPrinter.Options.longestLine
      let isColored = ColorChoice.resolve(
        option: color.choice, environment: Environment.value,
        isTerminal: Output.standard.isTerminal)
      let words = AnswerFinder.words(wanted, for: answers.first)
      return ComparisonPrinter(
        AnswerPrinter.Options(width: width, isColored: isColored, words: words), width: width
      ).text(of: comparison)
    case .json:
      var json = JSONWriter()
      ComparisonJSON.write(comparison, to: &json)
      json.endLine()
      return Output.standard.isTerminal ? TerminalGuard.visible(json: json.bytes) : json.bytes
    }
  }
}
