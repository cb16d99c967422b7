internal import ArgumentParser
internal import Catalogue
internal import Render

/// `errkb show`: what is known of an event.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what is known of an event: its message, what to do, why.",
    discussion: """
      An event is named by its ID (10061, -2, c2065), with its source (MSSQLSERVER_10061) or by \
      its symbolic name (LOGON_FAILED). Where several sources have the ID, all are shown. A page in \
      another language than asked for is announced on standard error. On a terminal, what is \
      longer than the screen goes through $ERRKB_PAGER, $PAGER or less.
      """)

  @Argument(
    help: ArgumentHelp("The events.", valueName: "id"), completion: .events,
    transform: DashedWord.unmarked)
  var names: [String] = []

  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp("Only the event of this source.", valueName: "source"), completion: .sources)
  var source: String?

  @Option(help: ArgumentHelp("Only the sections of this role.", valueName: "role"))
  var section: Role?

  @Option(
    help: ArgumentHelp("Explain this error state right under the message.", valueName: "number"))
  var state: Int?

  @Option(help: "How the answer is written.")
  var format: ShowRequest.Format = .text

  @Option(help: ArgumentHelp("Wrap text at this column, 88 at most.", valueName: "columns"))
  var width: Int?

  @Flag(name: .customLong("no-pager"), help: "Never start a pager.")
  var noPager = false

  @Flag(name: .customLong("strict-lang"), help: "Take no page in another language for an answer.")
  var strictLang = false

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if names.isEmpty { throw ValidationError("show which event? give an ID, such as 10061") }
    if let width, width < 1 { throw ValidationError("--width takes a number from 1") }
    if let state, state < 0 { throw ValidationError("--state takes a number from 0") }
  }

  /// What was asked for, as the fast reading of the arguments gives it too.
  var request: ShowRequest {
    ShowRequest(
      names: names, languages: language.tags, source: source, section: section, state: state,
      format: format, width: width, usesPager: !noPager, isLanguageStrict: strictLang,
      catalogue: catalogue.path, color: color.choice)
  }

  func run() throws {
    ShowRun(request).run()
  }
}

extension ShowRequest {
  /// The request that the full parser makes of the arguments after the program's name; nil where
  /// they are for another command or ask for help; throws what it finds wrong.
  package static func parsed(from arguments: [String]) throws -> ShowRequest? {
    try (Errkb.parseAsRoot(DashedWord.marked(in: arguments)) as? ShowCommand)?.request
  }
}

extension Role: ExpressibleByArgument {}
extension ShowRequest.Format: ExpressibleByArgument {}
