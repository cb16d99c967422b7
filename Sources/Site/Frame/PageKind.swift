/// What sort of page of the site it is; the raw value is what templates and scripts see.
package enum PageKind: String, Sendable, CaseIterable {
  case event, message, guide, thread, list, home, search, coverage, notFound, languages, short
  case redirect

  /// The template that it is made with.
  package var template: String {
    switch self {
    case .thread: "guide"
    default: rawValue
    }
  }
}
