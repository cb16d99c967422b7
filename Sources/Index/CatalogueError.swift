/// Why a catalogue cannot be read or written, in one sentence for its user.
package enum CatalogueError: Error, Hashable, CustomStringConvertible {
  /// There is none: at the path that was given, or, without one, at any of the usual places.
  case missing(path: String?)
  case unreadable(path: String, reason: String)
  /// The file is something else.
  case notACatalogue(path: String)
  /// Another version of this program wrote it.
  case otherVersion(path: String, version: Int)
  /// It is a catalogue, but what it holds does not hang together.
  case corrupt(path: String, reason: String)
  case unwritable(path: String, reason: String)

  package var description: String {
    switch self {
    case .missing(nil):
      "no catalogue found; \(Self.remedy)"
    case .missing(let path?):
      "no catalogue at '\(path)'; \(Self.remedy)"
    case .unreadable(let path, let reason):
      "cannot read the catalogue '\(path)': \(reason)"
    case .notACatalogue(let path):
      "'\(path)' is not a catalogue; \(Self.remedy)"
    case .otherVersion(let path, let version):
      "the catalogue '\(path)' has version \(version), this errkb reads version "
        + "\(Schema.version); run 'errkb build CONTENT' to make it anew"
    case .corrupt(let path, let reason):
      "the catalogue '\(path)' is damaged (\(reason)); run 'errkb build CONTENT' to make it anew"
    case .unwritable(let path, let reason):
      "cannot write the catalogue '\(path)': \(reason)"
    }
  }

  private static let remedy = "run 'errkb build CONTENT' or give --catalogue PATH"
}
