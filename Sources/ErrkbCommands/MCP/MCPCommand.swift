internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import JSONRPC
internal import Logs

/// `errkb mcp`: the catalogue for programs that speak the Model Context Protocol.
struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer a language model's questions over standard input and output.",
    discussion: """
      A server of the Model Context Protocol, for programs that start it: a JSON-RPC message a line, \
      no network. It has the tools show, search and explain, and every page and message as a \
      resource, errkb://SOURCE/ID/LOCALE. Versions 2024-11-05 to 2026-07-28 of the protocol are \
      spoken. Ends with status 0 when its input does.
      """)

  @OptionGroup var language: LanguageOptions

  @OptionGroup var catalogue: CatalogueOptions

  func validate() throws {
    do {
      _ = try WantedLanguages.tags(option: language.tags)
    } catch {
      throw ValidationError("--lang: \(error)")
    }
  }

  func run() throws {
    let catalogue = MCPCatalogue(
      try catalogue.open(), wanted: try WantedLanguages.tags(option: language.tags))
    var session = RPCSession(MCPServer(catalogue))
    let input = LogInput()
    var frames = FrameReader(limit: MCPLimits.frame) { count, bytes throws(FileError) in
      try input.read(upTo: count, into: &bytes)
    }
    do {
      while let frame = try frames.next() {
        guard let answer = session.answer(to: frame, limit: MCPLimits.frame) else { continue }
        Output.standard.write(answer)
      }
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }
}
