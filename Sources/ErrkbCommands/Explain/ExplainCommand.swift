internal import ArgumentParser
internal import Catalogue

/// `errkb explain`: the errors in a log.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Find the errors in a log or in pasted text, and explain each once.",
    discussion: """
      Errors are found by number, in the forms that SQL Server, its tools and drivers, compilers and \
      Windows event records give it, in any language; and by the text of their messages. UTF-8, \
      UTF-16 and Windows-1252 are read. Without a file, or with -, standard input is read.
      """)

  @Argument(help: ArgumentHelp("The logs.", valueName: "file"), completion: .file())
  var files: [String] = []

  @OptionGroup var language: LanguageOptions

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "Show messages and meanings in this language instead, such as en to search the web with.",
      valueName: "tags"),
    completion: .locales)
  var textLanguages: String?

  @Option(help: "How the answer is written.")
  var format: ExplainRequest.Format = .text

  @Option(help: ArgumentHelp("Wrap text at this column, 88 at most.", valueName: "columns"))
  var width: Int?

  @Flag(help: "Keep reading as the logs grow, and print each error as it comes.")
  var follow = false

  @Flag(name: .customLong("strict-lang"), help: "Take no page in another language for an answer.")
  var strictLang = false

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if let width, width < 1 { throw ValidationError("--width takes a number from 1") }
    do {
      _ = try WantedLanguages.tags(option: language.tags)
    } catch {
      throw ValidationError("--lang: \(error)")
    }
    do {
      _ = try textLanguages.map { try WantedLocales($0).tags }
    } catch {
      throw ValidationError("--to: \(error)")
    }
  }

  func run() throws {
    let request = ExplainRequest(
      files: files.isEmpty ? ["-"] : files,
      wanted: try WantedLanguages.tags(option: language.tags),
      textLocales: try textLanguages.map { try WantedLocales($0).tags }, format: format,
      width: width, isFollowing: follow, isLanguageStrict: strictLang, color: color.choice)
    throw try ExplainRun(request, reader: catalogue.open()).run()
  }
}

extension ExplainRequest.Format: ExpressibleByArgument {}
