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
    abstract: "Write the whole catalogue as data: one object or row a page, then one a message.")

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The form of the data.")
  var format: Format = .jsonl

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, else standard output.", valueName: "path"))
  var output: String?

  func run() throws {
    let reader = try catalogue.open()
    do {
      if let output {
        let file = try FileOutput(path: output)
        var buffer = BufferedOutput(file.output)
        try write(reader, to: &buffer)
        buffer.flush()
        try file.finish()
      } else {
        var buffer = BufferedOutput(.standard)
        try write(reader, to: &buffer)
        buffer.flush()
      }
    } catch {
      Output.error.writeLine("errkb: \(error)")
      throw ExitStatus.failure
    }
  }

  private func write(_ reader: CatalogueReader, to output: inout BufferedOutput) throws {
    switch format {
    case .jsonl:
      try reader.allPages { page in
        var json = JSONWriter()
        PageJSON.write(page, to: &json)
        json.endLine()
        output.write(json.bytes)
      }
      try reader.allMessages { message in
        var json = JSONWriter()
        MessageJSON.write(message, to: &json)
        json.endLine()
        output.write(json.bytes)
      }
    case .csv:
      output.append { CatalogueCSV.appendHeader(to: &$0) }
      try reader.allPages { page in output.append { CatalogueCSV.append(page, to: &$0) } }
      try reader.allMessages { row in output.append { CatalogueCSV.append(row, to: &$0) } }
    }
  }
}
