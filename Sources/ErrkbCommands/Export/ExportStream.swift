internal import Diagnostics
internal import Export
internal import Index
internal import Render

/// Writes the catalogue as one stream of data.
enum ExportStream {
  static func write(
    _ reader: CatalogueReader, as format: ExportFormat, to output: Output
  ) throws {
    var output = BufferedOutput(output)
    switch format {
    case .jsonl:
      var json = JSONWriter()
      try reader.allPages { page in
        PageJSON.write(page, to: &json)
        try output.write(line: &json)
      }
      try reader.allMessages { message in
        MessageJSON.write(message, to: &json)
        try output.write(line: &json)
      }
    case .csv:
      try output.append { CatalogueCSV.appendHeader(to: &$0) }
      try reader.allPages { page in try output.append { CatalogueCSV.append(page, to: &$0) } }
      try reader.allMessages { row in try output.append { CatalogueCSV.append(row, to: &$0) } }
    case .opensearch:
      try OpenSearchExport(reader).stream { bytes in
        var json = JSONWriter()
        json.bytes = bytes
        try output.write(part: &json)
      }
    case .docset, .catalog: break
    }
    try output.flush()
  }
}
