internal import ArgumentParser
internal import Catalogue
internal import Render

/// `errkb fixes`: what to do about an event, from every page, guide and thread there is.
struct FixesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "fixes", abstract: "List what to do about an event, by weight of evidence.",
    discussion: """
      The distinct things to try from the product's own page, from guides and from threads, \
      near-duplicates joined, with every place that speaks for each: its file, line and very words. \
      What most independent sources speak for comes first, then what the product says, then guides, \
      then threads. A reply counts where it says that it worked.
      """)

  @Argument(
    help: ArgumentHelp("The events.", valueName: "id"), completion: .events,
    transform: DashedWord.unmarked)
  var names: [String] = []

  @OptionGroup var language: LanguageOptions

  @Option(
    help: ArgumentHelp("Only the event of this source.", valueName: "source"), completion: .sources)
  var source: String?

  @Option(
    help: ArgumentHelp("List what names this error state first.", valueName: "number"))
  var state: Int?

  @Option(help: "How the list is printed.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Wrap text at this column, 88 at most.", valueName: "columns"))
  var width: Int?

  @Flag(name: .customLong("no-pager"), help: "Never start a pager.")
  var noPager = false

  @Flag(name: .customLong("strict-lang"), help: "Take no page in another language for an answer.")
  var strictLang = false

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if names.isEmpty { throw ValidationError("fixes of which event? give an ID, such as 10061") }
    if let state, state < 0 { throw ValidationError("--state takes a number from 0") }
    if let width, width < 1 { throw ValidationError("--width takes a number from 1") }
  }

  func run() throws {
    var request = ShowRequest(
      names: names, languages: language.tags, source: source, state: state,
      format: format == .json ? .json : .text, width: width, usesPager: !noPager,
      isLanguageStrict: strictLang, catalogue: catalogue.path, color: color.choice)
    request.isFixesOnly = true
    ShowRun(request).run()
  }
}
