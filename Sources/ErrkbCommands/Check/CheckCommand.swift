internal import ArgumentParser
internal import Catalogue
internal import Diagnostics

/// `errkb check`: what is wrong in content folders; nothing is written.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report what is wrong in content folders; write nothing.",
    discussion: "Exit status 1 where there are errors, with --werror where there are warnings too.")

  @OptionGroup var content: ContentOptions

  @Option(help: "How diagnostics are printed.")
  var format: DiagnosticPrinter.Format = .text

  @Flag(help: "Treat warnings as errors.")
  var werror = false

  @Flag(help: "List the rules with their explanations, and end.")
  var rules = false

  func run() throws {
    if rules {
      Output.standard.write(RuleList.text)
      return
    }
    let summary = try read()
    var lines = SourceLines()
    // SARIF counts columns in characters of the line; a reader on a terminal sees the line itself.
    let showsLines = format == .sarif || (format == .text && Output.standard.isTerminal)
    let printer = DiagnosticPrinter(
      format: format, version: ProgramVersion.text,
      lineText: showsLines ? { lines.line($1, of: $0) } : nil)
    Output.standard.write(printer.output(summary.diagnostics))
    let count = summary.diagnostics.count
    Output.error.writeLine(
      "\(Count.of(count, "diagnostic")) (\(Count.of(summary.errors, "error"))) in "
        + Count.of(summary.pages, "page"))
    if summary.errors > 0 || (werror && count > 0) { throw ExitStatus.nothing }
  }

  private func read() throws -> CatalogueBuild.Summary {
    let progress = BuildProgress(Output.error)
    defer { progress.clear() }
    do {
      var sink = NoSink()
      return try CatalogueBuild(folders: content.folders, jobs: content.jobs)
        .run(into: &sink, progress: progress.read)
    } catch {
      progress.clear()
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}

/// Takes a catalogue that nobody wants.
private struct NoSink: CatalogueSink {
  static func record(of page: Page) {}
  func insert(_ record: Void, number: Int) {}
  func complete(number: Int, context: PageContext) {}
  func remove(number: Int) {}
  func insert(_ message: Message) {}
  func insert(_ redirection: Redirection) {}
}
