internal import ArgumentParser
internal import Catalogue
internal import Diagnostics
internal import Glibc
internal import Index
internal import ManPages
internal import Processes

/// `errkb build`: content folders to a catalogue, its site and its man pages.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read content folders and write the catalogue, its site and its man pages.",
    discussion: """
      A page with errors is reported as path:line:column and left out where it cannot be used; the \
      rest is built. What is built is written beside the folder, which is exchanged as a whole when \
      all is complete: who reads it finds the former build or the new one, also when a build is \
      stopped. A folder that holds anything errkb did not write is refused. Parts that --only \
      does not name stay as they are.
      """)

  @OptionGroup var content: ContentOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output = "build"

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Build these parts, separated by commas: \(BuildPart.list).", valueName: "parts"),
    completion: .list(BuildPart.allCases.map(\.rawValue)), transform: BuildPart.parts)
  var parts = BuildPart.allCases

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the site will stand, instead of the baseURL of the first errkb.yml.",
      valueName: "url"),
    transform: BaseURL.checked)
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "A folder of templates and assets for the site that come before those that ship.",
      valueName: "folder"),
    completion: .directory)
  var templates: String?

  @Flag(
    name: .customLong("man-messages"),
    help: "Make man pages of events too that only a message list knows.")
  var hasManMessages = false

  @Flag(help: "Let any error fail the build with status 1: nothing is written.")
  var strict = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output takes the name of a folder") }
  }

  func run() throws {
    let start = ContinuousClock.now
    let progress = BuildProgress(Output.error)
    let interrupts = Interrupts()
    do {
      let staged = try StagedOutput(
        for: output, keeping: keptParts, handOver: RemoveLeftoverCommand.start
      ) {
        interrupts.wait()
        try interrupts.check()
      }
      let totals = parts.contains(.catalogue) ? try build(into: staged, progress, interrupts) : nil
      if parts.contains(.site) { try makeSite(in: staged, progress, interrupts) }
      if parts.contains(.man) { try makeMan(in: staged, progress, interrupts) }
      progress.clear()
      try interrupts.check()
      try staged.publish()
      if let totals { Output.error.writeLine(totals.line(after: .now - start)) }
      interrupts.release()
      staged.removeFormer()
    } catch let status as ExitStatus {
      progress.clear()
      throw status
    } catch {
      progress.clear()
      if error is Interrupts.Interruption { interrupts.release() }
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }

  /// What is not built stays as it is.
  private var keptParts: [BuildPart] { BuildPart.allCases.filter { !parts.contains($0) } }

  /// Builds, and tells what came of it.
  private func build(
    into staged: StagedOutput, _ progress: BuildProgress, _ interrupts: Interrupts
  ) throws -> BuildTotals {
    let shownPath = staged.shownPath(of: .catalogue)
    do {
      let writer = try CatalogueWriter(path: staged.path(of: .catalogue))
      var sink = WriterSink(writer: writer, interrupts: interrupts)
      let summary = try CatalogueBuild(folders: content.folders, jobs: content.jobs)
        .run(into: &sink, progress: progress.read)
      progress.clear()
      try report(summary)
      progress.begin(.writingCatalogue)
      var site = summary.site
      site.baseURL = baseURL ?? site.baseURL
      try writer.finish(
        defaultLocale: summary.defaultLocale, site: site, programVersion: ProgramVersion.text)
      return BuildTotals(path: shownPath, summary: summary)
    } catch CatalogueError.unwritable(path: _, let reason) {
      // Where it is made means nothing to who reads this.
      throw CatalogueError.unwritable(path: shownPath, reason: reason)
    }
  }

  /// Makes the site of the catalogue that was just built, or else of the one that is there.
  private func makeSite(
    in staged: StagedOutput, _ progress: BuildProgress, _ interrupts: Interrupts
  ) throws {
    let catalogue = try catalogue(of: staged)
    progress.begin(.writingSite)
    try SiteMaker(
      catalogue: catalogue, folder: staged.path(of: .site), templates: templates,
      baseURL: baseURL, jobs: content.jobs
    ).run(interrupts, progress)
  }

  /// Makes the man pages of that catalogue.
  private func makeMan(
    in staged: StagedOutput, _ progress: BuildProgress, _ interrupts: Interrupts
  ) throws {
    progress.begin(.writingManual)
    let build = try ManBuild(
      catalogue: try catalogue(of: staged), hasMessages: hasManMessages, jobs: content.jobs)
    let folder = staged.path(of: .man)
    guard unsafe mkdir(folder, 0o777) == 0 else { throw FileError.current(path: folder) }
    try build.write(to: FolderSink(folder)) { done, count in
      try interrupts.check()
      progress.show(done, count)
    }
  }

  /// The catalogue that other parts are made of; throws where there is none.
  private func catalogue(of staged: StagedOutput) throws(CatalogueError) -> String {
    let catalogue = staged.path(of: .catalogue)
    guard FileBytes.kind(of: catalogue) == .file else {
      throw CatalogueError.missing(path: staged.shownPath(of: .catalogue))
    }
    return catalogue
  }

  /// Prints what is wrong with the content; throws where nothing is to be written for it.
  private func report(_ summary: CatalogueBuild.Summary) throws(ExitStatus) {
    let printer = DiagnosticPrinter(format: .text, version: ProgramVersion.text)
    Output.error.write(printer.output(summary.diagnostics))
    if strict, summary.errors > 0 {
      Note.say("nothing is written: \(Count.of(summary.errors, "error"))")
      throw .nothing
    }
    if summary.pages == 0, summary.messages == 0 {
      Note.say("nothing is written: no page was found")
      throw .nothing
    }
  }
}
