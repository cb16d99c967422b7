internal import Catalogue
internal import Diagnostics
internal import Index

/// The coverage as JSON: an object for each source and locale, one a line.
enum CoverageJSON {
  static func bytes(_ coverage: Coverage) -> [UInt8] {
    var json = JSONWriter()
    for source in coverage.sources {
      for cell in source.cells {
        json.object { json in
          json.member("schema", 1)
          json.member("kind", "coverage")
          json.member("source", source.name)
          json.member("locale", cell.locale.text)
          json.member("pages", cell.pages)
          json.member("events", cell.events)
          json.member("missing", cell.missing)
          json.member("drifted", cell.drifted)
          json.member("machineTranslated", cell.machineTranslated)
          json.member("messages", cell.messages)
        }
        json.endLine()
      }
    }
    return json.bytes
  }
}
