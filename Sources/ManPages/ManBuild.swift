internal import Catalogue
package import Diagnostics
internal import Index
internal import Render

/// Makes the man pages of a catalogue, on all cores.
///
/// They are a function of the catalogue: the same whatever the number of threads and whichever comes
/// first.
package struct ManBuild: Sendable {
  private let catalogue: String
  private let plan: ManPlan
  private let jobs: Int

  /// Plans the pages of a catalogue's file.
  ///
  /// - Parameters:
  ///   - catalogue: The path of the file.
  ///   - hasMessages: Whether events that only a message list knows have pages.
  ///   - jobs: How many threads make them.
  /// - Throws: `CatalogueError` where the catalogue cannot be read.
  package init(catalogue: String, hasMessages: Bool, jobs: Int) throws {
    self.catalogue = catalogue
    self.jobs = jobs
    plan = try ManPlan(CatalogueReader(path: catalogue), hasMessages: hasMessages)
  }

  /// Writes all pages; throws what went wrong first, or what `progress` throws, which is told now and
  /// then, on any thread, how many of how many are done.
  package func write(
    to sink: FolderSink, progress: @escaping @Sendable (Int, Int) throws -> Void
  ) throws {
    try SharedWork.run([plan.files.count], jobs: jobs) { work in
      // A connection belongs to its thread.
      let reader = try CatalogueReader(path: catalogue)
      while let portion = work.next() {
        try progress(portion.before, work.count)
        for index in portion.pieces {
          let file = plan.files[index]
          try sink.write(try bytes(of: file, reader), to: file.path)
        }
      }
    }
  }

  private func bytes(of file: ManPlan.File, _ reader: CatalogueReader) throws -> [UInt8] {
    let words = InterfaceWords.for(file.reader)
    switch file.content {
    case .page(let place, let locale, let isFallback):
      let event = plan.events[place]
      let answer = try reader.answer(for: event.key, wanted: [file.reader]) {
        _ throws(CatalogueError) in (locale, isFallback)
      }
      guard let answer else {
        throw CatalogueError.corrupt(path: catalogue, reason: "there is no event \(event.key)")
      }
      let names = ManNames(page: event.name, aliases: plan.aliases(of: event))
      return ManPage.bytes(
        of: answer, ManPage.Options(words: words, names: names, date: plan.lastDate))
    case .alias(let name):
      return Array(".so \(ManPlan.path(of: name))\n".utf8)
    case .list(let events):
      let items = try events.map { place in
        let event = plan.events[place]
        let answer = try reader.answer(
          for: event.key, wanted: [file.reader, plan.defaultLocale])
        return ManList.Item(event: "\(event.key)", page: event.name, answer: answer)
      }
      return ManList.bytes(name: file.name, items, words: words, date: plan.lastDate)
    }
  }
}
