package import Diagnostics
internal import Index
package import Records

/// Makes the site of a catalogue: every file of it, on all cores.
///
/// The site is a function of the catalogue, the templates and the base URL: it is the same whatever
/// the number of threads and whichever comes first.
package struct SiteBuild: Sendable {
  private let frame: Frame
  private let parts: [any SitePart]
  private let jobs: Int
  private let digests: BackgroundWork<Result<CatalogueDigests, any Error>>

  /// How a site is made.
  package struct Options: Sendable {
    /// The catalogue's file.
    package var catalogue: String
    /// A folder of templates that come before those that ship.
    package var templates: String?
    /// Where the site will stand, instead of what the catalogue says.
    package var baseURL: String?
    /// How many threads make it.
    package var jobs: Int

    package init(
      catalogue: String, templates: String? = nil, baseURL: String? = nil, jobs: Int = 1
    ) {
      self.catalogue = catalogue
      self.templates = templates
      self.baseURL = baseURL
      self.jobs = jobs
    }
  }

  /// Reads what is needed before the first page; nil where a template cannot be used, which is among
  /// the diagnostics then.
  package init?(_ options: Options, diagnostics: inout [Diagnostic]) throws {
    let templates = try SiteTemplates(folder: options.templates, diagnostics: &diagnostics)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    digests = BackgroundWork { Result { try CatalogueReader(path: options.catalogue).digests() } }
    let catalogue = try SiteCatalogue(CatalogueReader(path: options.catalogue))
    frame = Frame(catalogue: catalogue, templates: templates, baseURL: options.baseURL)
    parts = Self.parts(frame)
    jobs = max(options.jobs, 1)
  }

  /// What whoever has the site made should know, in sentences for standard error.
  package var notes: [String] {
    guard frame.baseURL == nil else { return [] }
    return [
      "sitemap.xml, robots.txt and opensearch.xml say that the site stands at "
        + "\(Frame.assumedBase)/; --base-url says where it does"
    ]
  }

  /// Everything that a site is made of.
  static func parts(_ frame: Frame) -> [any SitePart] {
    let catalogue = frame.catalogue
    return [
      SearchIndex(catalogue), Assets(frame.templates),
      // The largest single pieces come early: nobody is to wait for one in the end.
      SiteMapFiles(frame), EventLists(catalogue),
      EventPages(catalogue), ArticlePages(catalogue), ShortPages(catalogue),
      HomePages(catalogue), CoveragePages(catalogue), SearchPages(catalogue),
      RedirectPages(catalogue), LanguagesPage(), NotFoundPage(), OpenSearchFiles(catalogue),
      Robots(),
    ]
  }

  /// Writes the whole site; throws what went wrong first.
  package func write(to sink: some SiteSink) throws {
    try forEachPiece(of: pieces) { place, frame, reader in
      try parts[place.part].write(place.piece, frame, reader, to: sink)
    }
  }

  /// Makes those pieces of a site anew that need what is not as it was, and returns what there is then.
  ///
  /// - Parameters:
  ///   - folder: The folder of the site: empty, or with all that `former` tells of.
  ///   - former: The record that this returned when it made what lies there.
  ///   - program: Stands for the program that makes the site.
  ///   - progress: Told now and then, on any thread, how many of how many pieces are done.
  /// - Returns: The bytes of the record of what lies there then.
  /// - Throws: What went wrong first; the folder is of no use then.
  package func rebuild(
    in folder: String, former: PartRecord?, program: Digest,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws -> [UInt8] {
    let facts = SiteFacts(frame, try digests.wait().get(), program: program)
    let pieces = self.pieces
    let output = try PartOutput(
      folder, basis: facts.basis, former: former,
      keys: pieces.map { parts[$0.part].key(of: $0.piece) }, jobs: jobs,
      digest: { _, needs in facts.digest(of: needs) })
    let missing = output.missing.map { pieces[$0] }
    try forEachPiece(of: missing, progress: progress) { place, frame, reader in
      let part = parts[place.part]
      let piece = output.newPiece()
      try part.write(place.piece, frame, reader, to: piece)
      let lookedUp = frame.catalogue.needs?.take() ?? []
      let needs = part.needs(of: place.piece).map { Set($0 + lookedUp).sorted() }
      // No piece has the digest of nothing: one without needs is never current.
      output.note(
        PieceRecord(
          key: part.key(of: place.piece), needs: needs ?? [],
          digest: needs.map(facts.digest(of:)) ?? .absent, files: piece.files))
    }
    return try output.finish()
  }

  private struct Place {
    let part: Int
    /// Among the pieces of its part.
    let piece: Int
  }

  /// All pieces, part by part.
  private var pieces: [Place] {
    parts.indices.flatMap { part in
      (0..<parts[part].count).map { Place(part: part, piece: $0) }
    }
  }

  /// Calls `body` for some pieces, which are in order, on all threads, with a frame that notes what its
  /// thread looks up.
  private func forEachPiece(
    of places: [Place], progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    _ body: @escaping @Sendable (Place, Frame, CatalogueReader) throws -> Void
  ) throws {
    var byPart = parts.map { _ in [Place]() }
    for place in places { byPart[place.part].append(place) }
    let work = byPart
    for (part, places) in zip(parts, work) { part.prepare(places.map(\.piece)) }
    try SharedWork.run(work.map(\.count), jobs: jobs) { shared in
      // A connection belongs to its thread.
      let reader = try CatalogueReader(path: frame.catalogue.path)
      let frame = frame.noting(SiteNeeds())
      while let portion = shared.next() {
        progress(portion.before, shared.count)
        for place in work[portion.part][portion.pieces] { try body(place, frame, reader) }
      }
    }
  }
}
