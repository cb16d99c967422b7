internal import Catalogue
internal import Diagnostics
internal import Index
package import Records
internal import Render

/// Makes the man pages of a catalogue, on all cores.
///
/// They are a function of the catalogue: the same whatever the number of threads and whichever comes
/// first.
package struct ManBuild: Sendable {
  private let catalogue: String
  private let plan: ManPlan
  private let digests: CatalogueDigests
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
    let reader = try CatalogueReader(path: catalogue)
    plan = try ManPlan(reader, hasMessages: hasMessages)
    digests = try reader.digests()
  }

  /// Makes those pages anew that are not as they were, and returns what there is then.
  ///
  /// - Parameters:
  ///   - folder: The folder of the manual: empty, or with all that `former` tells of.
  ///   - former: The record that this returned when it made what lies there.
  ///   - progress: Told now and then, on any thread, how many of how many are done.
  /// - Returns: The bytes of the record of what lies there then.
  /// - Throws: What went wrong first, or what `progress` throws; the folder is of no use then.
  package func rebuild(
    in folder: String, former: PartRecord?,
    progress: @escaping @Sendable (Int, Int) throws -> Void
  ) throws -> [UInt8] {
    let basis = Digest { writer in
      writer.write(ProgramIdentity.digest)
      writer.write(plan.defaultLocale.text)
      writer.write(plan.lastDate?.description)
    }
    let output = try PartOutput(
      folder, basis: basis, former: former, keys: plan.files.map(\.path), jobs: jobs,
      digest: { place, _ in digest(of: plan.files[place]) })
    let missing = output.missing
    try SharedWork.run([missing.count], jobs: jobs) { work in
      // A connection belongs to its thread.
      let reader = try CatalogueReader(path: catalogue)
      while let portion = work.next() {
        try progress(portion.before, work.count)
        for place in missing[portion.pieces] {
          let file = plan.files[place]
          let piece = output.newPiece()
          try piece.write(try bytes(of: file, reader), to: file.path)
          output.note(
            PieceRecord(
              key: file.path, needs: [], digest: digest(of: file), files: piece.files))
        }
      }
    }
    return try output.finish()
  }

  /// The digest of all that a file is made of.
  private func digest(of file: ManPlan.File) -> Digest {
    Digest { writer in
      writer.write(file.reader.text)
      switch file.content {
      case .page(let place, let locale, let isFallback):
        let event = plan.events[place]
        writer.write(event.name)
        writer.write(digests.event(event.key))
        writer.write(locale.text)
        writer.write(byte: isFallback ? 1 : 0)
        writer.write(each: plan.aliases(of: event)) { $0.write($1) }
      case .alias(let name):
        writer.write(name)
      case .list(let events):
        writer.write(each: events.map { plan.events[$0] }) { writer, event in
          writer.write("\(event.key)")
          writer.write(event.name)
          writer.write(digests.event(event.key))
        }
      }
    }
  }

  private func bytes(of file: ManPlan.File, _ reader: CatalogueReader) throws -> [UInt8] {
    var words: InterfaceWords { .for(file.reader) }
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
