package import Diagnostics
internal import Glibc
internal import Synchronization

/// The folder of a part while it is made: empty, or with all that a former build made of it.
///
/// Pieces that need what they needed then stay as they are; the others are made anew, and a file that comes
/// out as it was is left alone. What no piece has any more is removed by `finish`.
package final class PartOutput: Sendable {
  private let folder: String
  private let sink: FolderSink
  private let basis: Digest
  private let former: [String: PieceRecord]
  /// What lies in the folder when work begins, by path.
  private let formerFiles: [String: FileStamp]
  private let made = Mutex<[Int: [PieceRecord]]>([:])

  /// The output in a folder that exists; `former` is the record of what lies in it, nil where it is empty.
  package init(_ folder: String, basis: Digest, former: PartRecord?) {
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.basis = basis
    sink = FolderSink(folder)
    var pieces: [String: PieceRecord] = [:]
    var files: [String: FileStamp] = [:]
    for piece in former?.pieces ?? [] {
      if former?.basis == basis { pieces[piece.key] = piece }
      for file in piece.files { files[file.path] = file.stamp }
    }
    self.former = pieces
    formerFiles = files
  }

  /// The piece as it was made before, where what it needed then has the digest that it had.
  package func current(_ key: String, digest: (_ needs: [String]) -> Digest) -> PieceRecord? {
    guard let piece = former[key], digest(piece.needs) == piece.digest else { return nil }
    return piece
  }

  /// The digest of what some names stand for.
  package static func digest(of needs: [String], facts: (String) -> Digest) -> Digest {
    Digest { writer in
      for name in needs {
        writer.write(name)
        writer.write(facts(name))
      }
    }
  }

  /// Notes a piece that was made, or stays; `order` is its place among the pieces.
  package func note(_ piece: PieceRecord, order: Int) {
    made.withLock { $0[order, default: []].append(piece) }
  }

  /// Writes a file at a path below the folder, unless it lies there just so.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) -> FileStamp {
    if let stamp = formerFiles[path] {
      let full = folder + path
      if stamp.size == bytes.count, bytes.count <= FileBytes.sizeLimit,
        try FileBytes.read(full) == bytes
      {
        return stamp
      }
      // Never into it: it may be a file of the former output too, by another name.
      guard unsafe unlink(full) == 0 else { throw .current(path: full) }
    }
    return try sink.write(bytes, to: path)
  }

  /// Removes what no piece has any more; returns the record of all pieces in their order.
  ///
  /// Throws `FileError`, and `SamePath` where two pieces made one file.
  package func finish() throws -> PartRecord {
    let pieces = made.withLock { made in made.sorted { $0.key < $1.key }.flatMap(\.value) }
    if !formerFiles.isEmpty {
      var paths: Set<String> = []
      for file in pieces.lazy.flatMap(\.files) where !paths.insert(file.path).inserted {
        throw SamePath(path: file.path)
      }
      for path in formerFiles.keys where !paths.contains(path) { try sink.remove(path) }
    }
    return PartRecord(basis: basis, pieces: pieces)
  }
}

/// Two pieces of a part made one file.
package struct SamePath: Error, CustomStringConvertible {
  let path: String

  package var description: String { "\(path): made twice" }
}

/// Takes the files of one piece.
package final class PieceSink: Sendable {
  private let output: PartOutput
  private let written = Mutex<[PieceRecord.File]>([])

  package init(_ output: PartOutput) { self.output = output }

  /// Writes a file at a path below the part's folder.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let stamp = try output.write(bytes, to: path)
    written.withLock { $0.append(PieceRecord.File(path: path, stamp: stamp)) }
  }

  /// What was written, in order.
  package var files: [PieceRecord.File] { written.withLock { $0 } }
}
