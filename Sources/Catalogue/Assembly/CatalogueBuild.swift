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
    package var baseURL: String?

    /// How many diagnostics are errors.
    package var errors: Int { diagnostics.count { $0.severity == .error } }
  }

  private let folders: [String]
  private let jobs: Int

  /// A build of content folders, the first of which wins where two have the same page.
  package init(folders: [String], jobs: Int) {
    self.folders = folders
    self.jobs = jobs
  }

  /// Reads everything; throws where a content folder cannot be read at all, or the sink cannot
  /// write.
  ///
  /// `progress` is told how many files of how many are read.
  package func run(
    into sink: inout some CatalogueSink, progress: (Int, Int) -> Void = { _, _ in }
  ) async throws -> Summary {
    var summary = Summary()
    var readers: [PageReader] = []
    var inputs: [(folder: Int, relative: String)] = []
    for (index, folder) in folders.enumerated() {
      let configuration = ContentConfiguration.read(folder: folder, &summary.diagnostics)
      if index == 0 {
        summary.defaultLocale = configuration.defaultLocale ?? summary.defaultLocale
        summary.baseURL = configuration.baseURL
      }
      let exclusion = PathPatterns(configuration.exclude)
      let tree = try ContentTree(
        root: folder, defaultLocale: configuration.defaultLocale ?? summary.defaultLocale,
        isExcluded: exclusion.matches)
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

    var assembly = Assembly(readers: readers, defaultLocale: summary.defaultLocale)
    let work = (readers: readers, inputs: inputs)
    try await OrderedMap.run(count: inputs.count, jobs: jobs) { index in
      let input = work.inputs[index]
      return work.readers[input.folder].read(input.relative)
    } consume: { index, result in
      summary.diagnostics += result.diagnostics
      switch result.outcome {
      case .page(let draft):
        try sink.insert(draft.page, number: index + 1)
        assembly.add(draft, number: index + 1, folder: inputs[index].folder)
      case .messageList(let list):
        assembly.add(list, folder: inputs[index].folder)
      case .leftOut:
        break
      }
      progress(index + 1, inputs.count)
    }
    for reader in readers { summary.diagnostics += reader.library.diagnostics }
    try assembly.finish(into: &sink, summary: &summary)
    summary.diagnostics = Set(summary.diagnostics).sorted()
    return summary
  }
}
