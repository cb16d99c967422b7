internal import ArgumentParser
internal import Index

/// `errkb export`: the whole catalogue as data for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole catalogue as data for other programs.",
    discussion: """
      jsonl and csv are one object or row a page, then one a message. opensearch is an index a \
      language and the requests for _bulk that fill it; on standard output, these requests alone. \
      docset is a docset a language for Dash and Zeal, catalog a message catalogue a language for \
      journalctl -x. The last three write a folder. A file or a folder is written aside and put in \
      its place when it is complete; a folder that holds anything errkb did not write is refused.
      """)

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The form of the data.")
  var format: ExportFormat = .jsonl

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file or folder to write; else, or for -, standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  private var isToStandardOutput: Bool { output == nil || output == "-" }

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output takes a path") }
    if isToStandardOutput, !format.isStream {
      throw ValidationError("--format \(format.rawValue) writes a folder: name it with --output")
    }
  }

  func run() throws {
    let reader = try catalogue.open()
    do {
      if isToStandardOutput {
        try ExportStream.write(reader, as: format, to: .standard)
      } else if let output, format.isFolder {
        try ExportFolder(output).write(reader, as: format)
      } else if let output {
        let file = try FileOutput(path: output)
        try ExportStream.write(reader, as: format, to: file.output)
        try file.finish()
      }
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }
}
