package import Diagnostics
internal import Markup

/// Reads content folders into a catalogue.
///
/// Pages are read in parallel and handed to the sink in the order of the folders given, then of
/// their paths. What needs all pages, that is sources, duplicates, severities, links and drift,
/// follows when the last is read.
package struct CatalogueBuild: Sendable {
  /// What a build came to.
  package struct Summary: Sendable {
    /// Sorted.
    package var diagnostics: [Diagnostic] = []
    package var pages = 0
    package var messages = 0
    package var locales: Set<LocaleTag> = []
    package var defaultLocale = LocaleTag(canonical: "en-US")
    package var site = SiteSettings()
    /// What the next build has to know of this one.
    package var record = ContentRecord()

    /// How many diagnostics are errors.
    package var errors: Int { diagnostics.count { $0.severity == .error } }
  }

  private let folders: [String]
  private let jobs: Int
  private let former: FormerBuild?

  /// A build of content folders, the first of which wins where two have the same page.
  ///
  /// Pages that are as the former build read them are not read again.
  package init(folders: [String], jobs: Int, former: FormerBuild? = nil) {
    self.folders = folders
    self.jobs = jobs
    self.former = former
  }

  /// Reads everything; throws where a content folder cannot be read at all, or the sink cannot
  /// write.
  ///
  /// `progress` is told how many files of how many are read.
  package func run<Sink: CatalogueSink>(
    into sink: inout Sink, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Summary {
    var summary = Summary()
    var readers: [PageReader] = []
    var inputs: [(folder: Int, relative: String)] = []
    for (index, folder) in folders.enumerated() {
      let configuration = Configuration.read(folder: folder, diagnostics: &summary.diagnostics)
      let defaultLocale = configuration.defaultLocale.flatMap { LocaleTag($0) }
      if index == 0 {
        summary.defaultLocale = defaultLocale ?? summary.defaultLocale
      }
      summary.site.add(configuration, firstPage: inputs.count + 1)
      let tree = try ContentTree(
        root: folder, defaultLocale: defaultLocale ?? summary.defaultLocale,
        isExcluded: configuration.excludes)
      summary.diagnostics += tree.diagnostics
      if tree.pages.isEmpty {
        summary.diagnostics.append(
          Diagnostic(.emptyContent, path: folder, at: .start, "the content folder holds no page"))
      }
      readers.append(
        PageReader(
          tree: tree, library: FragmentLibrary(locator: tree),
          vocabulary: Vocabulary.shared.adding(configuration), configuration: configuration))
      inputs += tree.pages.map { (index, $0) }
    }

    summary.record.folders = readers.map { ContentRecord.Folder($0.tree) }
    let former = former.flatMap {
      FormerContent($0, folders: summary.record.folders, readers: readers)
    }
    var assembly = Assembly(readers: readers, defaultLocale: summary.defaultLocale)
    for (folder, reader) in readers.enumerated() {
      for file in reader.tree.redirectionFiles {
        assembly.add(
          RedirectionFile(reading: file, in: reader.tree, diagnostics: &summary.diagnostics),
          folder: folder)
      }
    }
    let work = (readers: readers, inputs: inputs, former: former)
    try OrderedMap.run(count: inputs.count, jobs: jobs) { index in
      let input = work.inputs[index]
      let reader = work.readers[input.folder]
      let path = reader.tree.path(of: input.relative)
      // Before it is read: what is changed meanwhile then differs from what is noted.
      let stamp = FileStamp(path)
      let outcome: PageReader.Outcome
      let diagnostics: [Diagnostic]
      if let known = work.former?.reading(of: path, stamp, by: reader) {
        outcome = known.draft.map { .page($0) } ?? .leftOut
        diagnostics = known.diagnostics
      } else {
        (outcome, diagnostics) = reader.read(input.relative)
      }
      let result: ReadFile<Sink.Record>
      var recorded: RecordedReading?
      switch outcome {
      case .page(let draft):
        let page = PageSummary(
          draft, number: index + 1, folder: input.folder, tree: reader.tree)
        result = .page(page, Sink.record(of: draft.page))
        recorded = RecordedReading(
          page: .init(
            number: index + 1, knowsItsSource: draft.knowsItsSource, namings: draft.namings),
          diagnostics: diagnostics)
      case .messageList(let list): result = .messageList(list)
      case .leftOut:
        result = .leftOut
        recorded = RecordedReading(page: nil, diagnostics: diagnostics)
      }
      let file = ContentRecord.File(
        stamp: stamp ?? .unknown, uses: reader.library.uses(of: path), reading: recorded?.bytes)
      return (path: path, result: result, diagnostics: diagnostics, file: file)
    } consume: { index, read in
      summary.diagnostics += read.diagnostics
      summary.record.files[read.path] = read.file
      switch read.result {
      case .page(let page, let record):
        try sink.insert(record, number: page.number)
        assembly.add(page)
      case .messageList(let list):
        assembly.add(list, folder: inputs[index].folder)
      case .leftOut:
        break
      }
      progress(index + 1, inputs.count)
    }
    for reader in readers {
      summary.record.add(reader.library)
      summary.diagnostics += reader.library.diagnostics
    }
    try assembly.finish(into: &sink, summary: &summary)
    summary.diagnostics = Set(summary.diagnostics).sorted()
    return summary
  }
}

/// What is passed on of a file that was read: of a page a few facts, and what the sink makes of it.
private enum ReadFile<Record: Sendable>: Sendable {
  case page(PageSummary, Record)
  case messageList(MessageListDraft)
  case leftOut
}
