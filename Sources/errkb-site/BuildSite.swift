internal import ArgumentParser
internal import Diagnostics
internal import Dispatch
internal import Glibc
internal import Processes
internal import Records
internal import Site

/// `errkb-site build`: what `errkb build` starts.
struct BuildSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Write the site of a catalogue to an empty folder.")

  @Option(help: "The catalogue's file.")
  var catalogue: String

  @Option(help: "The folder to write to: an empty one, or a new one in a folder that is there.")
  var output: String

  @Option(help: "A folder of templates that come before those that ship.")
  var templates: String?

  @Option(name: .customLong("base-url"), help: "Where the site will stand.")
  var baseURL: String?

  @Option(help: "How many threads to use; else as many as there are processors.")
  var jobs: Int?

  @Option(help: "The record of what lies in the folder to write to, which then need not be empty.")
  var former: String?

  @Option(help: "The path from the root of the record of what lies there when all is done.")
  var record: String?

  @Flag(help: "End when standard input does: whoever started this has gone.")
  var bound = false

  @Flag(help: "Tell on standard output how far it is, for whoever started this.")
  var progress = false

  func run() throws {
    if bound { Self.endWithInput() }
    do {
      try makeFolder()
      let jobs = jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      let former = former
      let formerRecord = BackgroundWork { Result { try Self.record(in: former) } }
      let options = SiteBuild.Options(
        catalogue: catalogue, templates: templates, baseURL: baseURL,
        jobs: jobs)
      var diagnostics: [Diagnostic] = []
      let build = try SiteBuild(options, diagnostics: &diagnostics)
      Descriptor.write(
        DiagnosticPrinter(format: .text, version: "").output(diagnostics), to: STDERR_FILENO)
      guard let build else { throw ExitCode(2) }
      for note in build.notes { Words.say(note) }
      Allocator.giveBack()
      let reporter = progress ? WorkReporter() : nil
      let made = try build.rebuild(
        in: output, former: try formerRecord.wait().get(), program: ProgramIdentity.digest,
        progress: { reporter?.report($0, $1) })
      if let record { try FolderSink("/").write(made, to: record) }
    } catch let status as ExitCode {
      throw status
    } catch {
      // What was told stands on the terminal, and the cursor before it.
      if progress { Descriptor.write(Array("\u{1B}[K".utf8), to: STDERR_FILENO) }
      Words.say("\(error)")
      throw ExitCode(2)
    }
  }

  /// The record in a file, if one is named.
  private static func record(in path: String?) throws -> PartRecord? {
    try path.map { try PartRecord(FileBytes.read($0, limit: .max)) }
  }

  /// Ends the process when its standard input ends.
  private static func endWithInput() {
    DispatchQueue.global().async {
      var byte: UInt8 = 0
      while true {
        let count = unsafe read(STDIN_FILENO, &byte, 1)
        if count == 0 || count < 0 && errno != EINTR { _exit(2) }
      }
    }
  }

  /// Makes the folder where it is missing; one that holds anything is not written to.
  private func makeFolder() throws {
    guard unsafe mkdir(output, 0o777) != 0 else { return }
    guard errno == EEXIST, let names = FileBytes.names(inFolder: output) else {
      throw FileError.current(path: output)
    }
    guard names.isEmpty || former != nil else {
      throw FileError(path: output, reason: "The folder is not empty")
    }
  }
}
