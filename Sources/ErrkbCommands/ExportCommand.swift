internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// `errkb export`: the whole catalogue as data for other programs.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, csv }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole catalogue as data: one object or row a page, then one a message.",
    discussion: "A file is written aside and put in its place when it is complete.")

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The form of the data.")
  var format: Format = .jsonl

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; else, or for -, standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  func run() throws {
    let reader = try catalogue.open()
    do {
      if let output, output != "-" {
        let file = try FileOutput(path: output)
        try write(reader, to: file.output)
        try file.finish()
      } else {
        try write(reader, to: .standard)
      }
    } catch {
      Output.error.writeLine("errkb: \(error)")
      throw ExitStatus.failure
    }
  }

  private func write(_ reader: CatalogueReader, to output: Output) throws {
    var output = BufferedOutput(output)
    switch format {
    case .jsonl:
      var json = JSONWriter()
      try reader.allPages { page in
        PageJSON.write(page, to: &json)
        try output.write(line: &json)
      }
      try reader.allMessages { message in
        MessageJSON.write(message, to: &json)
        try output.write(line: &json)
      }
    case .csv:
      try output.append { CatalogueCSV.appendHeader(to: &$0) }
      try reader.allPages { page in try output.append { CatalogueCSV.append(page, to: &$0) } }
      try reader.allMessages { row in try output.append { CatalogueCSV.append(row, to: &$0) } }
    }
    try output.flush()
  }
}
