internal import ArgumentParser
internal import Diagnostics
internal import Index

/// `errkb coverage`: what each locale has of each source.
struct CoverageCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell what each locale has of each source, and what is missing.",
    discussion: """
      A row a locale: its reference pages, those of them that are behind their source or made by a \
      machine, and the events that have a page in another locale only. JSON is an object a row. \
      Exit status 1 where the catalogue is empty.
      """)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "How the table is printed.")
  var format: Format = .text

  func run() throws {
    let reader = try catalogue.open()
    let coverage: Coverage
    do {
      coverage = try reader.coverage()
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
    guard !coverage.sources.isEmpty else {
      Note.say("the catalogue is empty")
      throw ExitStatus.nothing
    }
    switch format {
    case .text: Output.standard.write(CoverageTable(coverage).bytes)
    case .json:
      let json = CoverageJSON.bytes(coverage)
      Output.standard.write(Output.standard.isTerminal ? TerminalGuard.visible(json: json) : json)
    }
  }
}
