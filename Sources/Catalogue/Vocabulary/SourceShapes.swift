internal import Diagnostics
internal import Markup

/// Which source an event ID belongs to by its look.
struct SourceShapes: Sendable {
  private(set) var diagnostics: [Diagnostic] = []
  private var sources: [(name: String, shape: IDShape)] = []

  /// What the program knows by itself; read when first asked for.
  static let standard = SourceShapes(PackageResources.sources_yml, path: "sources.yml")

  init(_ sources: [Configuration.Source] = []) {
    for source in sources {
      for shape in source.ids { self.sources.append((source.name, shape)) }
    }
  }

  init(_ bytes: [UInt8], path: String) {
    var reader = SettingsReader(path: path)
    for source in reader.entries(ofFile: bytes) {
      for shape in reader.shapes(of: source) { sources.append((source.key, shape)) }
    }
    diagnostics = reader.diagnostics
  }

  /// The first source with a shape that fits.
  func source(forID id: [UInt8]) -> String? {
    sources.first { $0.shape.matches(id) }?.name
  }
}
