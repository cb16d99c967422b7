package import Diagnostics

/// A piece of an output that was made: what it needed, and the files that came of it.
package struct PieceRecord: Sendable {
  /// A file of an output, by its path below the part's folder.
  package struct File: Sendable {
    package let path: String
    package let stamp: FileStamp

    package init(path: String, stamp: FileStamp) {
      self.path = path
      self.stamp = stamp
    }
  }

  /// What tells it from the other pieces of the part.
  package let key: String
  /// The names of the facts that it was made of.
  package let needs: [String]
  /// The digest of these facts.
  package let digest: Digest
  package let files: [File]

  package init(key: String, needs: [String], digest: Digest, files: [File]) {
    self.key = key
    self.needs = needs
    self.digest = digest
    self.files = files
  }
}

/// A part of an output that was made: all its pieces.
package struct PartRecord: Sendable {
  /// The digest of what every piece needs: the program, its templates, options.
  package let basis: Digest
  package let pieces: [PieceRecord]

  package init(basis: Digest, pieces: [PieceRecord]) {
    self.basis = basis
    self.pieces = pieces
  }
}

// MARK: - As bytes and back

extension ByteReader {
  /// The path of something in an output: none leads out of it, whoever wrote the bytes.
  package mutating func outputPath() throws(CorruptBytes) -> String {
    let path = try text()
    guard Self.staysBelow(path.utf8) else { throw corrupt("a path that leads elsewhere") }
    return path
  }

  /// Whether no name of a path is empty or the one of the folder above.
  private static func staysBelow(_ path: String.UTF8View) -> Bool {
    var length = 0
    var isDots = true
    for byte in path {
      guard byte == UInt8(ascii: "/") else {
        length += 1
        isDots = isDots && byte == UInt8(ascii: ".")
        continue
      }
      if length == 0 || (isDots && length == 2) { return false }
      (length, isDots) = (0, true)
    }
    return length > 0 && !(isDots && length == 2)
  }
}

extension PartRecord {
  /// The bytes of the record; `init(_:)` reads them.
  package var bytes: [UInt8] {
    var writer = ByteWriter(reserving: 256 * pieces.count)
    writer.write(basis)
    writer.write(each: pieces) { writer, piece in
      writer.write(piece.key)
      writer.write(each: piece.needs) { $0.write($1) }
      writer.write(piece.digest)
      writer.write(each: piece.files) { writer, file in
        writer.write(file.path)
        writer.write(file.stamp)
      }
    }
    return writer.bytes
  }

  package init(_ bytes: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(bytes)
    basis = try reader.digest()
    pieces = try reader.each { reader throws(CorruptBytes) in
      PieceRecord(
        key: try reader.text(),
        needs: try reader.each { reader throws(CorruptBytes) in try reader.text() },
        digest: try reader.digest(),
        files: try reader.each { reader throws(CorruptBytes) in
          PieceRecord.File(path: try reader.outputPath(), stamp: try reader.stamp())
        })
    }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a record") }
  }

  /// The files that the bytes of a record tell of, and nothing else, by their paths below the folder
  /// that the part's folder lies in.
  package static func files(
    of bytes: [UInt8], in folder: String
  ) throws(CorruptBytes) -> [PieceRecord.File] {
    var reader = ByteReader(bytes)
    _ = try reader.digest()
    let count = try reader.count()
    var files: [PieceRecord.File] = []
    files.reserveCapacity(count)
    for _ in 0..<count {
      _ = try reader.skip()
      for _ in 0..<(try reader.count()) { _ = try reader.skip() }
      _ = try reader.digest()
      for _ in 0..<(try reader.count()) {
        let path = try reader.outputPath()
        files.append(PieceRecord.File(path: "\(folder)/\(path)", stamp: try reader.stamp()))
      }
    }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a record") }
    return files
  }
}
