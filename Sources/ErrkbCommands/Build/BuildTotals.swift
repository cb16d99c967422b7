internal import Catalogue

/// What came of a build, as its last line tells it.
struct BuildTotals {
  /// The catalogue, as the user knows it.
  var path: String
  var summary: CatalogueBuild.Summary

  /// The line: `build/catalogue.db: 2 pages and 0 messages in 1 locale; 0 errors, 1 warning; 0.1 s`.
  func line(after time: Duration) -> String {
    let warnings = summary.diagnostics.count - summary.errors
    return "\(path): \(Count.of(summary.pages, "page")) and "
      + "\(Count.of(summary.messages, "message")) in \(Count.of(summary.locales.count, "locale")); "
      + "\(Count.of(summary.errors, "error")), \(Count.of(warnings, "warning")); "
      + Count.seconds(time)
  }
}
