internal import Catalogue
internal import Diagnostics
internal import Index

/// The values with which the parts of a resource's address may go on.
struct ArgumentCompletion {
  private let values: [String]

  /// What completes the beginning of a part, where those before it are known.
  init(
    _ name: String, beginning: String, source: String?, id: String?, _ catalogue: MCPCatalogue
  ) throws(CatalogueError) {
    let beginning = beginning.lowercased()
    let (source, id) = (source?.lowercased(), id?.lowercased())
    var found: [String] = []
    for (event, locales) in try catalogue.events() {
      let candidates =
        switch name {
        case "source": [event.source]
        case "id": [event.id.text]
        default: locales.map(\.text)
        }
      if name != "source", let source, event.source.lowercased() != source { continue }
      if name == "locale", let id, event.id.text.lowercased() != id { continue }
      found += candidates.filter { $0.lowercased().hasPrefix(beginning) }
    }
    var seen: Set<String> = []
    values = found.filter { seen.insert($0).inserted }
  }

  /// Writes the value of the member `completion`.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("values", values.prefix(MCPLimits.completions).map { BoundedText.line($0) })
      json.member("total", values.count)
      json.member("hasMore", values.count > MCPLimits.completions)
    }
  }
}
