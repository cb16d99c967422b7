package import Diagnostics
internal import Index

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
  static func parts(_ frame: Frame) -> [any SitePart] {
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
    try SharedWork.run(parts.map(\.count), jobs: jobs) { work in
      // A connection belongs to its thread.
      let reader = try CatalogueReader(path: frame.catalogue.path)
      while let portion = work.next() {
        for piece in portion.pieces {
          try parts[portion.part].write(piece, frame, reader, to: sink)
        }
      }
    }
  }
}
