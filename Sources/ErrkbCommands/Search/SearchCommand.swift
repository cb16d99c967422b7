internal import ArgumentParser
internal import Catalogue
internal import Render

/// `errkb search`: ranked full-text search.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search all pages and messages for words.",
    discussion: """
      All words must be there, in any of their forms; where a question finds little, what has the \
      most telling of its words follows. Case and accents do not matter; of Chinese, Japanese and \
      Korean any piece is found, from one character up. A number or name of an event puts that \
      event first. "quoted words" stand together, -word must not be there, word* is a beginning. \
      Exit status 1 where nothing is found.
      """)

  @Argument(help: ArgumentHelp("The words.", valueName: "words"), transform: DashedWord.unmarked)
  var words: [String] = []

  @OptionGroup var language: LanguageOptions

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only in sections of this role.", valueName: "role"))
  var role: Role?

  @Option(help: ArgumentHelp("Show so many results at most.", valueName: "number"))
  var limit = SearchRequest.usualLimit

  @Option(help: "How the results are written.")
  var format: SearchRequest.Format = .text

  @Flag(name: .customLong("strict-lang"), help: "Take nothing in another language for an answer.")
  var strictLang = false

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if words.allSatisfy(\.isEmpty) { throw ValidationError("search for what? give a word") }
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  /// What was asked for, as the fast reading of the arguments gives it too.
  var request: SearchRequest {
    SearchRequest(
      words: words, languages: language.tags, role: role, limit: limit, format: format,
      isLanguageStrict: strictLang, catalogue: catalogue.path, color: color.choice)
  }

  func run() throws {
    SearchRun(request).run()
  }
}

extension SearchRequest {
  /// The request that the full parser makes of the arguments after the program's name; nil where
  /// they are for another command or ask for help; throws what it finds wrong.
  package static func parsed(from arguments: [String]) throws -> SearchRequest? {
    try (Errkb.parseAsRoot(DashedWord.marked(in: arguments)) as? SearchCommand)?.request
  }
}

extension SearchRequest.Format: ExpressibleByArgument {}
