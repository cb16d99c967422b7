internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import Index

/// `errkb build`: content folders to a catalogue.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read content folders and write the catalogue.",
    discussion: """
      A page with errors is reported as path:line:column and left out where it cannot be used; the \
      rest is built. What is built is written aside and put in its place when it is complete, so a \
      build that is stopped leaves the former one. A folder that holds anything errkb did not \
      write is refused.
      """)

  @OptionGroup var content: ContentOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output = "build"

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Build these parts, separated by commas: \(BuildPart.list).", valueName: "parts"),
    transform: BuildPart.parts)
  var parts = BuildPart.allCases

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the site will stand, instead of the baseURL of the first errkb.yml.",
      valueName: "url"),
    transform: BaseURL.checked)
  var baseURL: String?

  @Flag(help: "Let any error fail the build with status 1: nothing is written.")
  var strict = false

  func run() throws {
    let progress = BuildProgress(Output.error)
    do {
      let folder = try OutputFolder(output)
      let totals = try build(into: folder, progress)
      folder.keep()
      Output.error.writeLine(totals)
    } catch let status as ExitStatus {
      throw status
    } catch {
      progress.clear()
      Output.error.writeLine("errkb: \(error)")
      throw ExitStatus.failure
    }
  }

  /// Builds, and tells what came of it.
  private func build(into folder: OutputFolder, _ progress: BuildProgress) throws -> String {
    let writer = try CatalogueWriter(path: folder.path(of: OutputFolder.catalogueName))
    var sink = WriterSink(writer: writer)
    let summary = try CatalogueBuild(folders: content.folders, jobs: content.jobs)
      .run(into: &sink, progress: progress.show)
    progress.clear()
    try report(summary)
    try writer.finish(
      defaultLocale: summary.defaultLocale, baseURL: baseURL ?? summary.baseURL,
      programVersion: ProgramVersion.text)
    return Self.totals(summary, path: writer.path)
  }

  /// Prints what is wrong with the content; throws where nothing is to be written for it.
  private func report(_ summary: CatalogueBuild.Summary) throws(ExitStatus) {
    let printer = DiagnosticPrinter(format: .text, version: ProgramVersion.text)
    Output.error.write(printer.output(summary.diagnostics))
    if strict, summary.errors > 0 {
      Output.error.writeLine("errkb: nothing is written: \(Count.of(summary.errors, "error"))")
      throw .nothing
    }
    if summary.pages == 0, summary.messages == 0 {
      Output.error.writeLine("errkb: nothing is written: no page was found")
      throw .nothing
    }
  }

  private static func totals(_ summary: CatalogueBuild.Summary, path: String) -> String {
    let warnings = summary.diagnostics.count - summary.errors
    return "\(path): \(Count.of(summary.pages, "page")) and "
      + "\(Count.of(summary.messages, "message")) in \(Count.of(summary.locales.count, "locale")); "
      + "\(Count.of(summary.errors, "error")), \(Count.of(warnings, "warning"))"
  }
}
