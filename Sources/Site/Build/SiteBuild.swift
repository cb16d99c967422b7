package import Diagnostics
internal import Dispatch
internal import Index
internal import Synchronization

/// Makes the site of a catalogue: every file of it, on all cores.
///
/// The site is a function of the catalogue, the templates and the base URL: it is the same whatever
/// the number of threads and whichever comes first.
package struct SiteBuild: Sendable {
  private let frame: Frame
  private let parts: [any SitePart]
  private let jobs: Int

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
  private static func parts(_ frame: Frame) -> [any SitePart] {
    let catalogue = frame.catalogue
    return [
      SearchIndex(), Assets(frame.templates),
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
    let pieces = Pieces(parts)
    let threads = DispatchGroup()
    for _ in 0..<jobs {
      DispatchQueue.global().async(group: threads) { work(on: pieces, sink) }
    }
    threads.wait()
    if let error = pieces.error { throw error }
  }

  /// Does pieces until there are none left.
  private func work(on pieces: Pieces, _ sink: some SiteSink) {
    do {
      // A connection belongs to its thread.
      let reader = try CatalogueReader(path: frame.catalogue.path)
      while let chunk = pieces.next() {
        for piece in chunk.pieces {
          try parts[chunk.part].write(piece, frame, reader, to: sink)
        }
      }
    } catch {
      pieces.stop(error)
    }
  }
}

/// The work that is left, handed out in small portions.
private final class Pieces: Sendable {
  struct Chunk {
    let part: Int
    let pieces: Range<Int>
  }

  private struct State {
    var part = 0
    var next = 0
    var error: (any Error)?
  }

  /// Enough that handing out costs nothing beside the work.
  private static let chunkSize = 8

  private let counts: [Int]
  private let state = Mutex(State())

  init(_ parts: [any SitePart]) { counts = parts.map(\.count) }

  func next() -> Chunk? {
    state.withLock { state in
      guard state.error == nil else { return nil }
      while state.part < counts.count {
        if state.next < counts[state.part] {
          let end = min(state.next + Self.chunkSize, counts[state.part])
          defer { state.next = end }
          return Chunk(part: state.part, pieces: state.next..<end)
        }
        state.part += 1
        state.next = 0
      }
      return nil
    }
  }

  /// Ends the work: nobody takes another piece.
  func stop(_ error: any Error) {
    state.withLock { if $0.error == nil { $0.error = error } }
  }

  var error: (any Error)? { state.withLock { $0.error } }
}
