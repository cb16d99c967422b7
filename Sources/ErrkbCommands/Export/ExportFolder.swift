internal import Diagnostics
internal import Export
internal import Glibc
internal import Index
internal import Processes

/// Writes the catalogue as a folder of files, which takes its place when it is complete.
struct ExportFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  func write(_ reader: CatalogueReader, as format: ExportFormat) throws {
    try checkIsNoBuild()
    let interrupts = Interrupts()
    do {
      let staged = try StagedOutput(for: path, handOver: RemoveLeftoverCommand.start) {
        interrupts.wait()
        try interrupts.check()
      }
      try write(reader, as: format, to: staged.path, interrupts)
      try interrupts.check()
      try staged.publish()
      interrupts.release()
      staged.removeFormer()
    } catch let interruption as Interrupts.Interruption {
      interrupts.release()
      throw interruption
    }
  }

  private func write(
    _ reader: CatalogueReader, as format: ExportFormat, to folder: String, _ interrupts: Interrupts
  ) throws {
    switch format {
    case .opensearch:
      let sink = FolderSink(folder)
      try OpenSearchExport(reader).files { bytes, name in
        try interrupts.check()
        try sink.write(bytes, to: name)
      }
    case .docset:
      try DocsetExport(reader, folder: folder).write(beforeEach: interrupts.check)
    case .catalog:
      try JournalExport(reader).files { name in
        try interrupts.check()
        let file = try FileOutput(path: "\(folder)/\(name)")
        var output = BufferedOutput(file.output)
        return { bytes in
          if let bytes { return try output.write(bytes) }
          try output.flush()
          try file.finish()
        }
      }
    case .jsonl, .csv: break
    }
  }

  /// Throws where a build lies at the path: errkb wrote it, but not for this to take its place.
  private func checkIsNoBuild() throws {
    for part in BuildPart.allCases where unsafe access("\(path)/\(part.fileName)", F_OK) == 0 {
      throw FileError(path: path, reason: "Holds a build, \(part.fileName)")
    }
  }
}
