internal import Catalogue

/// What came of a build, as its last line tells it.
struct BuildTotals {
  struct Counts: Equatable {
    var pages: Int
    var messages: Int
    var locales: Int
    var errors: Int
    var warnings: Int
  }

  /// The catalogue, as the user knows it.
  var path: String
  var counts: Counts

  /// The line: `build/catalogue.db: 2 pages and 0 messages in 1 locale; 0 errors, 1 warning; 0.1 s`.
  func line(after time: Duration) -> String {
    "\(path): \(Count.of(counts.pages, "page")) and "
      + "\(Count.of(counts.messages, "message")) in \(Count.of(counts.locales, "locale")); "
      + "\(Count.of(counts.errors, "error")), \(Count.of(counts.warnings, "warning")); "
      + Count.seconds(time)
  }
}

extension BuildTotals.Counts {
  init(_ summary: CatalogueBuild.Summary) {
    self.init(
      pages: summary.pages, messages: summary.messages, locales: summary.locales.count,
      errors: summary.errors, warnings: summary.diagnostics.count - summary.errors)
  }
}
