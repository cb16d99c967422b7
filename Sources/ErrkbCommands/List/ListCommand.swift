internal import ArgumentParser
internal import Catalogue
internal import Index

/// `errkb list`: the events of the catalogue.
struct ListCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the events of the catalogue.",
    discussion: """
      Where a terminal reads, a table; elsewhere a line an event with tabs between its name, its \
      severity or -, its locales and its message. Exit status 1 where there is none.
      """)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    help: ArgumentHelp("Only the events of this source.", valueName: "source"),
    completion: .sources)
  var source: String?

  @Option(
    help: ArgumentHelp("Only the events in this locale.", valueName: "tag"), completion: .locale)
  var lang: String?

  @Option(help: ArgumentHelp("Only the events of this severity.", valueName: "number"))
  var severity: Int?

  @Option(help: ArgumentHelp("Only the events of this component.", valueName: "component"))
  var component: String?

  @Option(
    help: ArgumentHelp("Only the events that this locale has no page for.", valueName: "tag"),
    completion: .locale)
  var missing: String?

  @Option(help: "How the list is printed.")
  var format: Format = .text

  func run() throws {
    let reader = try catalogue.open()
    let filter = EventFilter(
      source: source, locale: try locale(lang, "--lang", in: reader), severity: severity,
      component: component, missing: try locale(missing, "--missing", in: reader))
    var count = 0
    do {
      var output = BufferedOutput(.standard)
      var printer = ListPrinter(format, columns: Output.standard.columns)
      try reader.list(filter) { event in
        if count == 0 { try output.append { printer.appendHead(to: &$0) } }
        count += 1
        try output.append { printer.append(event, to: &$0) }
      }
      try output.flush()
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
    if count == 0 {
      Note.say("no event matches")
      throw ExitStatus.nothing
    }
  }

  /// The locale of the catalogue that a tag means: `fr` is `fr-FR` where that is there.
  private func locale(
    _ text: String?, _ option: String, in reader: CatalogueReader
  ) throws -> LocaleTag? {
    guard let text else { return nil }
    guard let tag = LocaleTag(text) else {
      throw ValidationError("\(option): '\(text)' is not a BCP 47 language tag")
    }
    let match = LocaleMatcher.match(
      wanted: [tag], available: try reader.locales(), default: tag)
    return match.flatMap { $0.isWanted ? $0.locale : nil } ?? tag
  }
}
