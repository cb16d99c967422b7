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

// MARK: - As bytes and back

extension ByteWriter {
  package mutating func write(_ piece: PieceRecord) {
    write(piece.key)
    write(each: piece.needs) { $0.write($1) }
    write(piece.digest)
    write(each: piece.files) { writer, file in
      writer.write(file.path)
      writer.write(file.stamp)
    }
  }
}

extension ByteReader {
  mutating func pieceRecord() throws(CorruptBytes) -> PieceRecord {
    PieceRecord(
      key: try text(), needs: try each { reader throws(CorruptBytes) in try reader.text() },
      digest: try digest(),
      files: try each { reader throws(CorruptBytes) in
        PieceRecord.File(path: try reader.outputPath(), stamp: try reader.stamp())
      })
  }

  /// Passes over a record and returns its key.
  mutating func skipPiece() throws(CorruptBytes) -> String {
    let key = try text()
    try skipNeeds()
    for _ in 0..<(try count()) {
      _ = try skip()
      _ = try stamp()
    }
    return key
  }

  /// Passes over a record and hands over its files, with something before their paths.
  mutating func filesOfPiece(
    below prefix: String, _ body: (PieceRecord.File) -> Void
  ) throws(CorruptBytes) {
    _ = try skip()
    try skipNeeds()
    for _ in 0..<(try count()) {
      let path = try outputPath()
      body(PieceRecord.File(path: prefix + path, stamp: try stamp()))
    }
  }

  private mutating func skipNeeds() throws(CorruptBytes) {
    for _ in 0..<(try count()) { _ = try skip() }
    _ = try digest()
  }

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
