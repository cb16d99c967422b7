internal import ArgumentParser
internal import Catalogue
internal import Index
internal import Render

/// `errkb grep`: the lines of the catalogue that a pattern matches.
struct GrepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grep",
    abstract: "Search the lines of the catalogue by pattern, as grep does.",
    discussion: """
      Patterns are PCRE2's, with Unicode; a match never passes the end of a line. Every line is \
      printed with its event, locale and role before it: MSSQLSERVER_10061:fr-FR:userAction:, with \
      - for : where it is context. The event of a page about several is its first. Lines come by \
      locale, then in the order of the catalogue; -l names each event once, -c counts lines by event \
      and locale, -m ends after so many of them. Where several of -q, -l, -c and -o are given, the \
      first of them here counts.

      Exit status: 0 a line was selected, 1 none was, 2 an error, even if lines were.
      """)

  @Argument(help: ArgumentHelp("What to search for, unless -e gives it.", valueName: "pattern"))
  var arguments: [String] = []

  @Option(
    name: [.customShort("e"), .customLong("regexp")],
    help: ArgumentHelp(
      "A pattern; with several, a line that any matches is selected.", valueName: "pattern"),
    transform: GrepBundles.unmarked)
  var patterns: [String] = []

  @Flag(exclusivity: .chooseLast)
  var syntax = Syntax.extended

  @Flag(exclusivity: .chooseLast)
  var letterCase: LetterCase?

  @Flag(
    name: [.customShort("w"), .customLong("word-regexp")],
    help: "Only matches with nothing of a word before and after them.")
  var isWord = false

  @Flag(
    name: [.customShort("x"), .customLong("line-regexp")], help: "Only matches of whole lines.")
  var isLine = false

  @Flag(
    name: [.customShort("v"), .customLong("invert-match")],
    help: "Select the lines that do not match.")
  var isInverted = false

  @Flag(
    name: [
      .customShort("l"), .customLong("events-with-matches"), .customLong("files-with-matches"),
    ],
    help: "Print only the names of events with selected lines.")
  var listsEvents = false

  @Flag(
    name: [.customShort("c"), .customLong("count")],
    help: "Print only how many lines are selected of each event and locale.")
  var counts = false

  @Flag(
    name: [.customShort("o"), .customLong("only-matching")],
    help: "Print only what matches, each match on a line of its own.")
  var printsMatches = false

  @Flag(
    name: [.customShort("n"), .customLong("line-number")],
    help: "Print the line of the source file as well.")
  var tellsLines = false

  @Flag(
    name: [.customShort("q"), .customLong("quiet")],
    help: "Print nothing and end at the first selected line.")
  var isQuiet = false

  @Flag(name: .customLong("json"), help: "Print JSON, an object a line, as ripgrep does.")
  var isJSON = false

  @Option(
    name: [.customShort("m"), .customLong("max-count")],
    help: ArgumentHelp("End after so many lines of an event and locale.", valueName: "number"))
  var limit: GrepNumber?

  @Option(
    name: [.customShort("A"), .customLong("after-context")],
    help: ArgumentHelp("Print so many lines after a selected one.", valueName: "number"))
  var after: GrepNumber?

  @Option(
    name: [.customShort("B"), .customLong("before-context")],
    help: ArgumentHelp("Print so many lines before a selected one.", valueName: "number"))
  var before: GrepNumber?

  @Option(
    name: [.customShort("C"), .customLong("context")],
    help: ArgumentHelp(
      "Print so many on both sides, where neither -A nor -B says otherwise.", valueName: "number"))
  var context: GrepNumber?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Where to search: fixes, messages, the sections of a role (explanation, cause, ...) or all.",
      valueName: "place"),
    completion: .list(["fixes", "messages", "all"] + Role.allCases.map(\.rawValue)))
  var place: GrepPlace = GrepPlace(place: .fixes)

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "Only in these languages: BCP 47 tags separated by commas; else in all.",
      valueName: "tags"),
    completion: .locales)
  var languages: String?

  @Option(
    help: ArgumentHelp("Only the events of this source.", valueName: "source"),
    completion: .sources)
  var source: String?

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var color: ColorOptions

  func validate() throws { _ = try request() }

  /// What was asked for, as the fast reading of the arguments gives it too.
  func request() throws -> GrepRequest {
    var options = GrepOptions()
    options.arguments = arguments
    options.patterns = patterns
    options.syntax = syntax.value
    options.letterCase = letterCase?.value ?? .sensitive
    options.isWord = isWord
    options.isLine = isLine
    options.isInverted = isInverted
    options.listsEvents = listsEvents
    options.counts = counts
    options.printsMatches = printsMatches
    options.isQuiet = isQuiet
    options.isJSON = isJSON
    options.tellsLines = tellsLines
    options.limit = limit?.value
    options.after = after?.value
    options.before = before?.value
    options.context = context?.value
    options.place = place.place
    options.languages = languages
    options.source = source
    options.catalogue = catalogue.path
    options.color = color.choice
    do {
      return try options.request()
    } catch {
      throw ValidationError("\(error)")
    }
  }

  func run() throws {
    GrepRun(try request()).run()
  }

  /// `-E`, `-F`, `-P`.
  enum Syntax: EnumerableFlag {
    case extended, fixed, perl

    var value: LinePattern.Syntax { self == .fixed ? .fixedStrings : .regularExpression }

    static func name(for value: Syntax) -> NameSpecification {
      switch value {
      case .extended: [.customShort("E"), .customLong("extended-regexp")]
      case .fixed: [.customShort("F"), .customLong("fixed-strings")]
      case .perl: [.customShort("P"), .customLong("perl-regexp")]
      }
    }

    static func help(for value: Syntax) -> ArgumentHelp? {
      switch value {
      case .extended: "The pattern is a regular expression, as without this option."
      case .fixed: "Every character of the pattern stands for itself."
      case .perl: "The same as -E."
      }
    }
  }

  /// `-i`, `-S`.
  enum LetterCase: EnumerableFlag {
    case ignored, smart

    var value: LinePattern.Case { self == .ignored ? .ignored : .smart }

    static func name(for value: LetterCase) -> NameSpecification {
      switch value {
      case .ignored: [.customShort("i"), .customLong("ignore-case")]
      case .smart: [.customShort("S"), .customLong("smart-case")]
      }
    }

    static func help(for value: LetterCase) -> ArgumentHelp? {
      switch value {
      case .ignored: "Case does not matter."
      case .smart: "Case matters only if a pattern has a capital letter."
      }
    }
  }
}

/// A number of lines.
struct GrepNumber: ExpressibleByArgument {
  let value: Int

  init?(argument: String) {
    guard !argument.isEmpty, let value = PlainOption.number(argument) else { return nil }
    self.value = value
  }
}

/// Where to search.
struct GrepPlace: ExpressibleByArgument {
  let place: LineSearch.Place

  init(place: LineSearch.Place) { self.place = place }

  init?(argument: String) {
    guard let place = LineSearch.Place(argument) else { return nil }
    self.place = place
  }

  var defaultValueDescription: String { place.description }
}

extension GrepRequest {
  /// The request that the full parser makes of the arguments after the program's name; nil where
  /// they are for another command or ask for help; throws what it finds wrong.
  package static func parsed(from arguments: [String]) throws -> GrepRequest? {
    try (Errkb.parseAsRoot(GrepBundles.apart(arguments)) as? GrepCommand)?.request()
  }
}
