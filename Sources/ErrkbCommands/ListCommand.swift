internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import Index

/// `errkb list`: the events of the catalogue.
struct ListCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the events of the catalogue.")

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: ArgumentHelp("Only the events of this source.", valueName: "source"))
  var source: String?

  @Option(help: ArgumentHelp("Only the events in this locale.", valueName: "tag"))
  var lang: String?

  @Option(help: ArgumentHelp("Only the events of this severity.", valueName: "number"))
  var severity: Int?

  @Option(help: ArgumentHelp("Only the events of this component.", valueName: "component"))
  var component: String?

  @Option(help: ArgumentHelp("Only the events that this locale has no page for.", valueName: "tag"))
  var missing: String?

  @Option(help: "How the list is printed.")
  var format: Format = .text

  func run() throws {
    let reader = try catalogue.open()
    let filter = EventFilter(
      source: source, locale: try locale(lang, "--lang", in: reader), severity: severity,
      component: component, missing: try locale(missing, "--missing", in: reader))
    var count = 0
    var output = BufferedOutput(.standard)
    var json = JSONWriter()
    do {
      try reader.list(filter) { event in
        count += 1
        switch format {
        case .text:
          output.write(Self.line(event))
        case .json:
          json.event(event)
          output.write(json.bytes)
          json = JSONWriter()
        }
      }
    } catch {
      Output.error.writeLine("errkb: \(error)")
      throw ExitStatus.failure
    }
    output.flush()
    if count == 0 { throw ExitStatus.nothing }
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

  private static func line(_ event: ListedEvent) -> [UInt8] {
    var line = event.key.description
    line += "\t" + (event.severity.map(String.init) ?? "-")
    line += "\t" + event.locales.map(\.text).joined(separator: " ")
    line += "\t" + (event.message ?? event.title)
    return VisibleText.visible(line.utf8.span, keeping: .tab) + [0x0A]
  }
}

extension JSONWriter {
  fileprivate mutating func event(_ event: ListedEvent) {
    object { json in
      json.member("schema", 1)
      json.member("source", event.key.source)
      json.member("id", event.key.id.text)
      json.member("locale", event.locale.text)
      json.member("title", event.title)
      json.member("message", event.message)
      json.member("severity", event.severity)
      json.member("component", event.component)
      json.member("locales", event.locales.map(\.text))
    }
    endLine()
  }
}
