internal import ArgumentParser
internal import Index

/// The program: one file a command.
struct Errkb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errkb",
    abstract: "The offline, multilingual answer to every error message.",
    discussion: """
      Reads Markdown pages about errors into a catalogue, and answers from it.

      Exit status: 0 found or done, 1 nothing found or the content has errors, 2 wrong use, \
      unreadable input or failure.
      """,
    version: "errkb \(ProgramVersion.text)",
    subcommands: [
      BuildCommand.self, ShowCommand.self, FixesCommand.self, SearchCommand.self, GrepCommand.self,
      ExplainCommand.self, DiffCommand.self, DecodeCommand.self, ListCommand.self,
      CoverageCommand.self, CheckCommand.self, ExportCommand.self, ImportCommand.self,
      MCPCommand.self, ServeCommand.self, RemoveLeftoverCommand.self,
    ])

  // Global: where a command has the same group, it takes what stands before its name as well.
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var color: ColorOptions

  /// Runs the program with its arguments and ends the process.
  ///
  /// The plain forms of `show`, `search` and `grep` are read by hand: ArgumentParser alone would take
  /// longer than the whole answer.
  static func start() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    Output.ignoreBrokenPipes()
    if let request = ShowArguments.request(from: arguments) {
      ShowRun(request).run()
    }
    if let request = SearchArguments.request(from: arguments) {
      SearchRun(request).run()
    }
    if let request = GrepArguments.request(from: arguments) {
      GrepRun(request).run()
    }
    do {
      var command = try parseAsRoot(DashedWord.marked(in: GrepBundles.apart(arguments)))
      try command.run()
      ExitStatus.success.exit()
    } catch let status as ExitStatus {
      status.exit()
    } catch {
      end(with: error)
    }
  }

  /// Prints what ArgumentParser says of an error; its own status for wrong use, 64, is 2 here.
  private static func end(with error: any Error) -> Never {
    let isAnswer = exitCode(for: error).isSuccess
    var text = fullMessage(for: error)
    let label = "Error: "
    if text.hasPrefix(label) { text = "errkb: \(text.dropFirst(label.count))" }
    if !text.isEmpty {
      (isAnswer ? Output.standard : Output.error).writeLine(text)
    }
    (isAnswer ? ExitStatus.success : .failure).exit()
  }
}

/// The door of the library: what the executable calls.
public enum Program {
  /// Runs `errkb` with the arguments of this process and ends the process.
  public static func start() -> Never { Errkb.start() }
}

/// The program's version.
enum ProgramVersion {
  static let text = "0.1.0"
}
