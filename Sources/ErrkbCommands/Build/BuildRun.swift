internal import Catalogue
internal import Diagnostics
internal import Glibc
internal import Index
internal import ManPages
internal import Processes
internal import Records

/// One run of `errkb build`: each part in turn, of what the run before has left as much as still holds.
final class BuildRun {
  struct Options: Sendable {
    /// The content folders.
    var folders: [String]
    var jobs: Int
    /// The folder to write to.
    var output: String
    var parts: [BuildPart]
    var baseURL: String?
    var templates: String?
    var hasManMessages = false
    /// Whether any error fails the build.
    var isStrict = false
    /// Whether nothing is taken over.
    var isClean = false
  }

  private let options: Options
  private let start = ContinuousClock.now
  private let progress = BuildProgress(Output.error)
  private let interrupts = Interrupts()
  /// What lies in the output when the run begins.
  private var former: BuildState?
  /// What will lie there.
  private var state = BuildState()

  init(_ options: Options) { self.options = options }

  /// The output is just what it would become.
  private struct NothingToDo: Error {}

  func run() throws {
    do {
      let staged = try begin()
      if options.parts.contains(.catalogue) { try makeCatalogue(staged) }
      let manual = options.parts.contains(.man) ? try planMan(staged) : nil
      if options.parts.contains(.site) { try makeSite(staged) }
      if let manual { try makeMan(staged, manual.wait().get()) }
      progress.clear()
      try interrupts.check()
      try staged.publish(try finalState(staged))
      tellTotals(of: state, in: staged.shownPath(of: .catalogue))
      interrupts.release()
      staged.removeFormer()
    } catch is NothingToDo {
      interrupts.release()
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

  private func begin() throws -> StagedOutput {
    let kept = BuildPart.allCases.filter { !options.parts.contains($0) }
    return try StagedOutput(
      for: options.output, keeping: kept, handOver: RemoveLeftoverCommand.start,
      jobs: options.jobs,
      former: { place in
        former = formerState(in: place.path)
        guard let former else { return nil }
        if isCurrent(former) {
          tellDiagnostics(former.reading?.diagnostics)
          tellTotals(of: former, in: place.shownPath(of: .catalogue))
          throw NothingToDo()
        }
        state = former
        return former
      },
      wait: {
        interrupts.wait()
        try interrupts.check()
      })
  }

  // MARK: What is there

  /// The state of the output that is there, where nobody has touched it.
  private func formerState(in folder: String) -> BuildState? {
    guard !options.isClean, let state = BuildState(folder: folder), state.isWhole(in: folder),
      state.tree.isUntouched(in: folder, jobs: options.jobs)
    else { return nil }
    return state
  }

  /// Whether the run would come to the same again.
  private func isCurrent(_ state: BuildState) -> Bool {
    if options.parts.contains(.catalogue) {
      guard let reading = state.reading, reading.options == catalogueOptions,
        !options.isStrict || reading.counts.errors == 0,
        reading.content.isCurrent(options.folders)
      else { return false }
    }
    func isCurrent(_ part: BuildState.Part?, _ wanted: Digest) -> Bool {
      guard let part, let catalogue = state.catalogue else { return false }
      return part.options == wanted && part.catalogue.isSameFile(as: catalogue)
    }
    return (!options.parts.contains(.site) || isCurrent(state.site, siteOptions))
      && (!options.parts.contains(.man) || isCurrent(state.man, manOptions))
  }

  /// What the catalogue is made of besides the content.
  private var catalogueOptions: Digest { Digest { $0.write(options.baseURL) } }

  /// What the site is made of besides the catalogue.
  private lazy var siteOptions: Digest = Digest { writer in
    let program = (try? SiteProgram.path()).flatMap(FilePath.resolved)
    writer.write(program)
    writer.write(program.flatMap { FileStamp($0) } ?? .unknown)
    writer.write(options.baseURL)
    writer.write(optional: options.templates) { writer, folder in
      writer.write(folder)
      // What may change without a sign is something else each time.
      let now = FileStamp.now
      writer.write(TemplateStamps.digest(of: folder, at: now) ?? Digest { $0.write(number: now) })
    }
  }

  /// What the man pages are made of besides the catalogue.
  private var manOptions: Digest { Digest { $0.write(byte: options.hasManMessages ? 1 : 0) } }

  // MARK: Parts

  private func makeCatalogue(_ staged: StagedOutput) throws {
    let shownPath = staged.shownPath(of: .catalogue)
    do {
      let writer = try CatalogueWriter(path: staged.path(of: .catalogue))
      var sink = WriterSink(writer: writer, interrupts: interrupts)
      let summary = try CatalogueBuild(
        folders: options.folders, jobs: options.jobs, former: try formerBuild(staged)
      ).run(into: &sink, progress: progress.read)
      progress.clear()
      let printer = DiagnosticPrinter(format: .text, version: ProgramVersion.text)
      let diagnostics = printer.output(summary.diagnostics)
      tellDiagnostics(diagnostics)
      try checkIsWanted(summary)
      progress.begin(.writingCatalogue)
      var site = summary.site
      site.baseURL = options.baseURL ?? site.baseURL
      try writer.finish(
        defaultLocale: summary.defaultLocale, site: site, programVersion: ProgramVersion.text)
      state.reading = BuildState.Reading(
        content: summary.record, options: catalogueOptions, diagnostics: diagnostics,
        counts: BuildTotals.Counts(summary))
      Allocator.giveBack()
    } catch CatalogueError.unwritable(path: _, let reason) {
      // Where it is made means nothing to who reads this.
      throw CatalogueError.unwritable(path: shownPath, reason: reason)
    }
  }

  /// What the run before has read, and the catalogue that it made of it.
  private func formerBuild(_ staged: StagedOutput) throws -> FormerBuild? {
    guard let reading = former?.reading, reading.options == catalogueOptions else { return nil }
    let catalogue = try FormerCatalogue(path: staged.path(of: .catalogue))
    return FormerBuild(record: reading.content, page: catalogue.page)
  }

  /// Makes the site of the catalogue that was just built, or else of the one that is there.
  private func makeSite(_ staged: StagedOutput) throws {
    let catalogue = try catalogue(of: staged)
    progress.begin(.writingSite)
    let records = FolderSink(staged.path)
    let (formerName, madeName) = (".errkb-site-former", ".errkb-site-made")
    if let site = former?.site { try records.write(site.record, to: formerName) }
    try SiteMaker(
      catalogue: catalogue, folder: staged.path(of: .site),
      formerRecord: former?.site.map { _ in "\(staged.path)/\(formerName)" },
      record: "\(staged.path)/\(madeName)", templates: options.templates,
      baseURL: options.baseURL, jobs: options.jobs
    ).run(interrupts, progress)
    state.site = BuildState.Part(
      record: try FileBytes.read("\(staged.path)/\(madeName)", limit: .max), options: siteOptions,
      catalogue: try stamp(ofFile: catalogue))
    if former?.site != nil { try records.remove(formerName) }
    try records.remove(madeName)
  }

  /// Begins to plan the man pages of that catalogue, which need not wait for the site.
  private func planMan(
    _ staged: StagedOutput
  ) throws -> BackgroundWork<Result<ManBuild, any Error>> {
    let catalogue = try catalogue(of: staged)
    return BackgroundWork { [options] in
      Result {
        try ManBuild(
          catalogue: catalogue, hasMessages: options.hasManMessages, jobs: options.jobs)
      }
    }
  }

  private func makeMan(_ staged: StagedOutput, _ build: ManBuild) throws {
    let catalogue = try catalogue(of: staged)
    progress.begin(.writingManual)
    let folder = staged.path(of: .man)
    guard unsafe mkdir(folder, 0o777) == 0 || former?.man != nil && errno == EEXIST else {
      throw FileError.current(path: folder)
    }
    // What cannot be read was not written by this program.
    let record = try build.rebuild(
      in: folder, former: former?.man.map { try PartRecord($0.record) }
    ) {
      [interrupts, progress] done, count in
      try interrupts.check()
      progress.show(done, count)
    }
    state.man = BuildState.Part(
      record: record, options: manOptions, catalogue: try stamp(ofFile: catalogue))
  }

  /// The catalogue that other parts are made of; throws where there is none.
  private func catalogue(of staged: StagedOutput) throws(CatalogueError) -> String {
    let catalogue = staged.path(of: .catalogue)
    guard FileBytes.kind(of: catalogue) == .file else {
      throw CatalogueError.missing(path: staged.shownPath(of: .catalogue))
    }
    return catalogue
  }

  private func stamp(ofFile path: String) throws(FileError) -> FileStamp {
    guard let stamp = FileStamp(path) else { throw .current(path: path) }
    return stamp
  }

  // MARK: The end

  /// What the next run is told; nil where a part is kept of which nothing is known.
  private func finalState(_ staged: StagedOutput) throws -> BuildState? {
    Allocator.giveBack()
    for (part, made) in [(BuildPart.site, state.site), (.man, state.man)] where made == nil {
      if FileBytes.kind(of: staged.path(of: part)) == .folder { return nil }
    }
    let catalogue = staged.path(of: .catalogue)
    let isThere = FileBytes.kind(of: catalogue) == .file
    state.catalogue = isThere ? try stamp(ofFile: catalogue) : nil
    try state.complete(in: staged.path, jobs: options.jobs)
    return state
  }

  // MARK: What is told

  /// Throws where nothing is to be written for what is wrong with the content.
  private func checkIsWanted(_ summary: CatalogueBuild.Summary) throws(ExitStatus) {
    if options.isStrict, summary.errors > 0 {
      Note.say("nothing is written: \(Count.of(summary.errors, "error"))")
      throw .nothing
    }
    if summary.pages == 0, summary.messages == 0 {
      Note.say("nothing is written: no page was found")
      throw .nothing
    }
  }

  private func tellDiagnostics(_ bytes: [UInt8]?) {
    if options.parts.contains(.catalogue), let bytes { Output.error.write(bytes) }
  }

  private func tellTotals(of state: BuildState, in path: String) {
    guard options.parts.contains(.catalogue), let counts = state.reading?.counts else { return }
    Output.error.writeLine(BuildTotals(path: path, counts: counts).line(after: .now - start))
  }
}
