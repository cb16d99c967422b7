internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import Import
internal import Index

/// `errkb import`: an article from elsewhere as a page of Markdown.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a Markdown page with front matter of an HTML or plain-text article.",
    discussion: """
      Keeps headings, lists, tables, code, links and replies; leaves out navigation, scripts and \
      forms. What was left out or had to be decided is noted on standard error.

      Without --event, the events are those that the text names and the catalogue knows: what the \
      title names, else what is named most and at least two thirds as often as that.

      Exit status 1 where there is no text in the file, or no event of the catalogue.
      """)

  @OptionGroup var catalogue: CatalogueOptions

  @Argument(help: ArgumentHelp("The article.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    name: .customLong("event"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "An event that the page is about, with its source or without: MSSQLSERVER_10061, C2065. May be repeated.",
      valueName: "id"),
    completion: .events)
  var events: [String] = []

  @Option(help: "What the page is; else a thread where there are replies.")
  var kind: ImportedPage.Kind?

  @Option(
    help: ArgumentHelp(
      "The language of the article; else what it says, or what its words tell.", valueName: "tag"),
    completion: .locale)
  var lang: String?

  @Option(
    help: ArgumentHelp(
      "When it was fetched, as YYYY-MM-DD; else the day on which the file was changed last.",
      valueName: "date"))
  var retrieved: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; else, or for -, standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  func run() throws {
    let wishes = try wishes()
    let raw: [UInt8]
    do {
      raw = try FileBytes.read(file)
    } catch {
      throw failure("\(error)")
    }
    guard let page = ImportedPage(raw, wishes: wishes) else {
      Note.say("\(Self.shown(file)): there is no text in it")
      throw ExitStatus.nothing
    }
    let names = try names(for: page)
    note(page)
    try write(page.markdown(events: names))
  }

  // MARK: Wishes

  private func wishes() throws -> ImportedPage.Wishes {
    var wishes = ImportedPage.Wishes()
    wishes.kind = kind
    wishes.fileName = file
    if let lang {
      guard let tag = LocaleTag(lang) else {
        throw ValidationError("--lang: '\(lang)' is not a BCP 47 language tag")
      }
      wishes.locale = tag
    }
    if let retrieved {
      guard let date = CalendarDate(retrieved) else {
        throw ValidationError("--retrieved: '\(retrieved)' is not a date: write YYYY-MM-DD")
      }
      wishes.retrieved = date
    } else {
      wishes.retrieved = FileDate.changed(file)
    }
    for event in events {
      let id = event.split(separator: "_").last.map(String.init) ?? ""
      guard
        Vocabulary.shared.isEventIDShape(id)
          || id.utf8.contains(where: { (0x30...0x39).contains($0) })
      else { throw ValidationError("--event: '\(event)' is not the name of an event") }
    }
    return wishes
  }

  // MARK: Events

  /// The events given; a bare number takes its source from the catalogue, where there is one and it
  /// has the number from one source only.
  private func given() throws -> [String] {
    let reader: CatalogueReader?
    do {
      reader = try CatalogueReader(path: CatalogueLocation.current.path(option: catalogue.path))
    } catch {
      guard catalogue.path == nil else { throw failure("\(error)") }
      reader = nil
    }
    return try events.map { event in
      guard Int(event) != nil else { return event.uppercased() }
      do {
        let keys = try reader?.keys(matching: event) ?? []
        return keys.count == 1 ? "\(keys[0])" : event
      } catch {
        throw failure("\(error)")
      }
    }
  }

  /// The events given, else those that the text names and the catalogue knows.
  private func names(for page: ImportedPage) throws -> [String] {
    guard events.isEmpty else { return try given() }
    let reader: CatalogueReader
    do {
      reader = try CatalogueReader(path: CatalogueLocation.current.path(option: catalogue.path))
    } catch {
      throw failure("\(error); or name the events with --event ID")
    }
    let found: ImportedEvents
    do {
      found = try ImportedEvents(page.mentions, in: page.text) { id in
        try reader.keys(matching: id.text).map(\.source)
      }
    } catch {
      throw failure("\(error)")
    }
    guard !found.names.isEmpty else {
      let named = page.mentions.prefix(5).map(\.id.text).joined(separator: ", ")
      let detail = named.isEmpty ? "names no event" : "names no event of the catalogue (\(named))"
      Note.say("\(Self.shown(file)): the text \(detail); give --event ID")
      throw ExitStatus.nothing
    }
    if !found.others.isEmpty {
      note("named only by the way: \(found.others.joined(separator: ", "))")
    }
    if !found.ambiguous.isEmpty {
      note(
        "in several sources, so give --event SOURCE_ID: \(found.ambiguous.joined(separator: ", "))")
    }
    return found.names
  }

  // MARK: Notes and output

  private func note(_ page: ImportedPage) {
    if !page.dropped.isEmpty {
      let lines = page.dropped.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
      let more = page.dropped.count > 8 ? " and \(page.dropped.count - 8) more" : ""
      note("left out: \(lines)\(more)")
    }
    if !page.hasTitle { note("the article has no title; the page is named after its event") }
    if !page.isLocaleKnown { note("the text does not tell its language; taken for \(page.locale)") }
  }

  private func note(_ text: String) { Output.error.writeLine("note: \(Self.shown(text))") }

  /// What others wrote may not act on the terminal.
  private static func shown(_ text: String) -> String {
    String(decoding: TerminalGuard.visible(Array(text.utf8)), as: UTF8.self)
  }

  private func failure(_ text: String) -> ExitStatus {
    Note.say(text)
    return .failure
  }

  private func write(_ page: [UInt8]) throws {
    do {
      if let output, output != "-" {
        let file = try FileOutput(path: output)
        try file.output.put(page)
        try file.finish()
      } else {
        let isTerminal = Output.standard.isTerminal
        try Output.standard.put(isTerminal ? TerminalGuard.visible(page) : page)
      }
    } catch {
      throw failure("\(error)")
    }
  }
}

extension ImportedPage.Kind: ExpressibleByArgument {}
