internal import Catalogue
internal import Diagnostics
package import Index

/// The catalogue for OpenSearch: an index a locale, and requests for `_bulk` that fill it.
package struct OpenSearchExport {
  private let reader: CatalogueReader
  private let indexes: [LocaleTag: OpenSearchIndex]

  package init(_ reader: CatalogueReader) throws(CatalogueError) {
    self.reader = reader
    var indexes: [LocaleTag: OpenSearchIndex] = [:]
    for (locale, name) in try LocaleFileNames(reader).names {
      indexes[locale] = OpenSearchIndex(locale, name: name)
    }
    self.indexes = indexes
  }

  /// OpenSearch likes requests of some 5 to 15 MB, and takes 100 MB at most.
  package static let usualRequest = 8 << 20

  /// Passes the whole content on as one stream of bulk lines, a document at a time.
  package func stream(_ put: ([UInt8]) throws -> Void) throws {
    try forEachDocument { document in
      var json = JSONWriter()
      document.write(to: &json)
      try put(json.bytes)
    }
  }

  /// Passes files on: `NAME.index.json`, which creates an index, and its requests,
  /// `NAME-001.ndjson`, each of at most so many bytes unless a single document is larger.
  package func files(
    requestSize: Int = usualRequest, _ write: (_ bytes: [UInt8], _ path: String) throws -> Void
  ) throws {
    for index in indexes.values.sorted(by: { $0.name < $1.name }) {
      var json = JSONWriter()
      index.write(to: &json)
      json.endLine()
      try write(json.bytes, "\(index.name).index.json")
    }
    var requests: [String: (number: Int, bytes: [UInt8])] = [:]
    func flush(_ name: String) throws {
      guard let request = requests[name], !request.bytes.isEmpty else { return }
      let digits = String(request.number)
      let number = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
      try write(request.bytes, "\(name)-\(number).ndjson")
      requests[name] = (request.number + 1, [])
    }
    try forEachDocument { document in
      var json = JSONWriter()
      document.write(to: &json)
      let name = document.index.name
      if let bytes = requests[name]?.bytes, bytes.count + json.bytes.count > requestSize {
        try flush(name)
      }
      requests[name, default: (1, [])].bytes += json.bytes
    }
    for name in requests.keys.sorted() { try flush(name) }
  }

  private func forEachDocument(_ body: (OpenSearchDocument) throws -> Void) throws {
    var repetitions: [String: Int] = [:]
    try reader.allPages { page in
      guard let index = indexes[page.locale] else { return }
      let repetition = repetitions["\(page.locale)/\(page.path)", default: -1] + 1
      repetitions["\(page.locale)/\(page.path)"] = repetition
      for document in OpenSearchDocument.all(of: page, in: index, repetition: repetition) {
        try body(document)
      }
    }
    try reader.allMessages { message in
      guard let index = indexes[message.locale] else { return }
      try body(OpenSearchDocument(message, in: index))
    }
  }
}
