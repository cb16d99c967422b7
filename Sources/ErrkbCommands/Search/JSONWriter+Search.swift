internal import Catalogue
internal import Diagnostics
internal import Index

extension JSONWriter {
  /// Writes a result as a line.
  ///
  /// Where hits begin and end is counted in Unicode code points of the extract.
  mutating func result(_ result: SearchResult, requested: LocaleTag?) {
    object { json in
      json.member("schema", 1)
      json.member("source", result.event.source)
      json.member("id", result.event.id.text)
      json.member("locale", result.locale.text)
      if result.isFallback { json.member("requestedLocale", requested?.text) }
      json.member("kind", result.kind?.rawValue ?? "message")
      json.member("title", result.title)
      json.member("message", result.message)
      json.member("severity", result.severity)
      json.member("role", result.role?.rawValue)
      json.member("extract", result.extract.text)
      let text = Array(result.extract.text.utf8)
      json.member("hits", result.extract.hits) { json, hit in
        json.object { json in
          json.member("start", Self.codePoints(in: text, before: hit.lowerBound))
          json.member("end", Self.codePoints(in: text, before: hit.upperBound))
        }
      }
    }
    endLine()
  }

  private static func codePoints(in text: [UInt8], before end: Int) -> Int {
    text[..<end].count { $0 & 0xC0 != 0x80 }
  }
}
