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
  /// A file of an output: no path leads out of it, whoever wrote the bytes.
  package mutating func outputFile() throws(CorruptBytes) -> PieceRecord.File {
    let path = try text()
    let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !names.contains(where: { $0.isEmpty || $0.elementsEqual("..".utf8) }) else {
      throw corrupt("a path that leads elsewhere")
    }
    return PieceRecord.File(path: path, stamp: try stamp())
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
        files: try reader.each { reader throws(CorruptBytes) in try reader.outputFile() })
    }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a record") }
  }
}
