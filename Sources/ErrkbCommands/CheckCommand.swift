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
    let summary: CatalogueBuild.Summary
    do {
      var sink = NoSink()
      summary = try CatalogueBuild(folders: content.folders, jobs: content.jobs)
        .run(into: &sink)
    } catch {
      Output.error.writeLine("errkb: \(error)")
      throw ExitStatus.failure
    }
    var lines = SourceLines()
    let printer = DiagnosticPrinter(
      format: format, version: ProgramVersion.text, lineText: { lines.line($1, of: $0) })
    Output.standard.write(printer.output(summary.diagnostics))
    let count = summary.diagnostics.count
    Output.error.writeLine(
      "\(count) \(count == 1 ? "diagnostic" : "diagnostics") (\(summary.errors) "
        + "\(summary.errors == 1 ? "error" : "errors")) in \(summary.pages) pages")
    if summary.errors > 0 || (werror && count > 0) { throw ExitStatus.nothing }
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
}

/// The lines of the files that diagnostics are about, the last file kept.
private struct SourceLines {
  private var path = ""
  private var lines: [ArraySlice<UInt8>] = []

  /// A line of a file, counted from 1; nil where there is none or the file cannot be read again.
  mutating func line(_ number: Int, of path: String) -> [UInt8]? {
    if path != self.path {
      self.path = path
      let bytes = try? FileBytes.read(path)
      lines = bytes?.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
    }
    guard lines.indices.contains(number - 1) else { return nil }
    let line = lines[number - 1]
    return Array(line.last == 0x0D ? line.dropLast() : line)
  }
}

/// The rules as `check --rules` prints them.
enum RuleList {
  static var text: [UInt8] {
    var text = ""
    for rule in Rule.allCases {
      text += "\(rule.rawValue) (\(rule.severity.rawValue))\n  \(rule.summary)\n\n"
      text += "  \(rule.explanation)\n\n"
    }
    return Array(text.utf8)
  }
}
