internal import Catalogue
internal import Diagnostics
internal import Records

/// What a build leaves in its output for the next one, in one file: what it read, what each part was
/// made of, and what lies there.
///
/// With any doubt it is worth nothing: the next build then begins anew.
struct BuildState {
  /// The name of the file.
  static let name = ".errkb-state"

  /// A part as it was made.
  struct Part {
    /// `PartRecord` as bytes.
    var record: [UInt8]
    /// What it was to be made of besides the catalogue.
    var options: Digest
    /// The catalogue that it was made of.
    var catalogue: FileStamp
  }

  /// What came of reading the content.
  struct Reading {
    var content: ContentRecord
    /// What the catalogue was to be made of besides the content.
    var options: Digest
    /// The diagnostics as they were printed.
    var diagnostics: [UInt8]
    var counts: BuildTotals.Counts
  }

  /// Nil where the catalogue is not of a build that left a state.
  var reading: Reading?
  /// The catalogue's file; nil where there is none.
  var catalogue: FileStamp?
  var site: Part?
  var man: Part?
  /// All of it as it lies there.
  private(set) var tree = OutputTree(files: [], folders: [])
  /// The list of the output's files.
  var list = FileStamp.unknown

  init() {}

  /// Whether an output's own folder holds what the build put there, and nothing else.
  func isWhole(in folder: String) -> Bool {
    let names = FileBytes.names(inFolder: folder) ?? []
    let own = tree.topNames.union([Self.name[...], OutputList.name[...]])
    let isListed = FileStamp("\(folder)/\(OutputList.name)")?.isSameFile(as: list) == true
    return isListed && names.count == own.count && names.allSatisfy { own.contains($0[...]) }
  }

  /// Takes in how all parts lie in a folder now.
  mutating func complete(in folder: String, jobs: Int) throws {
    tree = try OutputTree(try files(), in: folder, jobs: jobs)
  }

  /// The files of all parts, by their paths in the output.
  private func files() throws(CorruptBytes) -> [PieceRecord.File] {
    var files: [PieceRecord.File] = []
    if let catalogue {
      files.append(PieceRecord.File(path: BuildPart.catalogue.fileName, stamp: catalogue))
    }
    for (part, made) in [(BuildPart.site, site), (.man, man)] {
      guard let made else { continue }
      files += try PartRecord.files(of: made.record, in: part.fileName)
    }
    return files
  }
}

// MARK: - As bytes and back

extension BuildState {
  /// It changes with what is written.
  private static let mark = "errkb state 2\n"

  /// The state that lies in an output; nil where there is none that this program can rely on.
  init?(folder: String) {
    guard let bytes = try? FileBytes.read("\(folder)/\(Self.name)", limit: .max) else { return nil }
    do throws(CorruptBytes) {
      try self.init(bytes)
    } catch {
      return nil
    }
  }

  private init(_ bytes: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(bytes)
    guard try reader.text() == Self.mark else { throw reader.corrupt("another mark") }
    guard try reader.digest() == ProgramIdentity.digest else {
      throw reader.corrupt("another program")
    }
    let digest = try reader.digest()
    let body = try reader.raw()
    guard Digest(of: body) == digest else { throw reader.corrupt("another digest") }
    reader = ByteReader(body)
    reading = try reader.optional { reader throws(CorruptBytes) in
      Reading(
        content: try ContentRecord(try reader.raw()), options: try reader.digest(),
        diagnostics: try reader.raw(),
        counts: BuildTotals.Counts(
          pages: try reader.number(), messages: try reader.number(), locales: try reader.number(),
          errors: try reader.number(), warnings: try reader.number()))
    }
    catalogue = try reader.optional { reader throws(CorruptBytes) in try reader.stamp() }
    site = try reader.optional { reader throws(CorruptBytes) in try reader.part() }
    man = try reader.optional { reader throws(CorruptBytes) in try reader.part() }
    let folders = try reader.outputFolders()
    list = try reader.stamp()
    guard reader.remaining == 0 else { throw reader.corrupt("more than a state") }
    tree = OutputTree(files: try files(), folders: folders)
  }

  var bytes: [UInt8] {
    var body = ByteWriter(reserving: 1 << 20)
    body.write(optional: reading) { writer, reading in
      writer.write(reading.content.bytes)
      writer.write(reading.options)
      writer.write(reading.diagnostics)
      let counts = reading.counts
      for count in [counts.pages, counts.messages, counts.locales, counts.errors, counts.warnings] {
        writer.write(number: count)
      }
    }
    body.write(optional: catalogue) { $0.write($1) }
    body.write(optional: site) { $0.write($1) }
    body.write(optional: man) { $0.write($1) }
    body.write(tree.folders)
    body.write(list)
    var writer = ByteWriter(reserving: body.bytes.count + 64)
    writer.write(Self.mark)
    writer.write(ProgramIdentity.digest)
    writer.write(Digest(of: body.bytes))
    writer.write(body.bytes)
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ part: BuildState.Part) {
    write(part.record)
    write(part.options)
    write(part.catalogue)
  }
}

extension ByteReader {
  fileprivate mutating func part() throws(CorruptBytes) -> BuildState.Part {
    BuildState.Part(record: try raw(), options: try digest(), catalogue: try stamp())
  }
}
