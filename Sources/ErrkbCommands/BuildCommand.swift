internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import Glibc
internal import Index

/// `errkb build`: content folders to a catalogue.
struct BuildCommand: ParsableCommand {
  /// What a build can write.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case catalogue
  }

  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read content folders and write the catalogue.",
    discussion: """
      A page with errors is reported as path:line:column and left out where it cannot be used; the \
      rest is built. The catalogue is written aside and put in its place when it is complete.
      """)

  @OptionGroup var content: ContentOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output = "build"

  @Flag(help: "Let any error fail the build: nothing is written.")
  var strict = false

  func run() throws {
    let progress = BuildProgress(Output.error)
    let summary: CatalogueBuild.Summary
    do {
      try OutputFolder.make(output)
      let writer = try CatalogueWriter(path: "\(output)/catalogue.db")
      var sink = WriterSink(writer: writer)
      summary = try CatalogueBuild(folders: content.folders, jobs: content.jobs)
        .run(into: &sink, progress: progress.show)
      progress.clear()
      report(summary)
      if strict, summary.errors > 0 { throw ExitStatus.nothing }
      try writer.finish(
        defaultLocale: summary.defaultLocale, programVersion: ProgramVersion.text)
    } catch let status as ExitStatus {
      throw status
    } catch {
      progress.clear()
      Output.error.writeLine("errkb: \(error)")
      throw ExitStatus.failure
    }
    Output.error.writeLine(Self.totals(summary))
  }

  private func report(_ summary: CatalogueBuild.Summary) {
    let printer = DiagnosticPrinter(format: .text, version: ProgramVersion.text)
    Output.error.write(printer.output(summary.diagnostics))
  }

  private static func totals(_ summary: CatalogueBuild.Summary) -> String {
    let warnings = summary.diagnostics.count - summary.errors
    return "\(summary.pages) pages and \(summary.messages) messages in \(summary.locales.count) "
      + "locales; \(summary.errors) errors, \(warnings) warnings"
  }
}

/// Hands a build's pages to the writer of the catalogue file.
struct WriterSink: CatalogueSink {
  let writer: CatalogueWriter

  static func record(of page: Page) -> PageRecord { PageRecord(page) }

  func insert(_ record: PageRecord, number: Int) throws {
    try writer.insert(record, number: number)
  }

  func complete(number: Int, context: PageContext) throws {
    try writer.complete(number: number, context: context)
  }

  func remove(number: Int) { writer.remove(number: number) }

  func insert(_ message: Message) throws { try writer.insert(message) }
}

/// One line on a terminal that tells how far a build is.
final class BuildProgress {
  private let output: Output
  private let isShown: Bool
  private var last = -1

  init(_ output: Output) {
    self.output = output
    isShown = output.isTerminal
  }

  /// Shows how many files of how many are read, when the percentage has changed.
  func show(_ done: Int, _ count: Int) {
    guard isShown, count > 0 else { return }
    let percent = done * 100 / count
    guard percent != last else { return }
    last = percent
    let cells = 30
    let filled = done * cells / count
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: cells - filled)
    output.write(Array("\r\(bar) \(done) of \(count)".utf8))
  }

  /// Takes the line away again.
  func clear() {
    if isShown, last >= 0 { output.write(Array("\r\u{1B}[K".utf8)) }
    last = -1
  }
}

/// The folder that a build writes to.
enum OutputFolder {
  /// Makes a folder and those above it that are missing.
  static func make(_ path: String) throws(FileError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if unsafe mkdir(prefix, 0o777) != 0, errno != EEXIST { throw .current(path: prefix) }
      prefix += "/"
    }
  }
}
