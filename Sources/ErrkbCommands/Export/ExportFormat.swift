internal import ArgumentParser

/// A form in which the whole catalogue is written.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl, csv, opensearch, docset, catalog

  /// Whether it can be written as one stream.
  var isStream: Bool { self == .jsonl || self == .csv || self == .opensearch }

  /// Whether what is written to a path is a folder of files.
  var isFolder: Bool { self == .opensearch || self == .docset || self == .catalog }
}
