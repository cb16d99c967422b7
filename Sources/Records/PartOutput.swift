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
  /// The places of the pieces that are to be made, in order.
  package let missing: [Int]
  /// Of the pieces that stay, then of those that were made.
  private let record: Mutex<PartRecordWriter>
  /// What lies in the folder and belongs to no piece so far, by path.
  private let loose: Mutex<[String: FileStamp]>

  /// Finds out which pieces stay as they are.
  ///
  /// - Parameters:
  ///   - folder: A folder that exists.
  ///   - basis: The digest of what every piece needs.
  ///   - former: The record of what lies in the folder; nil where it is empty.
  ///   - keys: What tells each piece from all others.
  ///   - jobs: How many threads are used.
  ///   - digest: That of the facts of these names for the piece at a place, as they are now; asked on any
  ///     thread.
  /// - Throws: What `digest` throws; `CorruptBytes` where `former` is no record.
  package init(
    _ folder: String, basis: Digest, former: PartRecord?, keys: [String], jobs: Int,
    digest: @escaping @Sendable (_ place: Int, _ needs: [String]) throws -> Digest
  ) throws {
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    sink = FolderSink(folder)
    var record = PartRecordWriter(basis: basis)
    guard let former else {
      missing = Array(keys.indices)
      self.record = Mutex(record)
      loose = Mutex([:])
      return
    }
    var places: [String: Int] = [:]
    if former.basis == basis {
      places.reserveCapacity(former.keys.count)
      for (place, key) in former.keys.enumerated() { places[key] = place }
    }
    let known = places
    let formerPlaces = try SharedWork.map(count: keys.count, jobs: jobs) { place -> Int? in
      guard let formerPlace = known[keys[place]] else { return nil }
      let piece = try former.piece(at: formerPlace)
      return try digest(place, piece.needs) == piece.digest ? formerPlace : nil
    }
    missing = formerPlaces.indices.filter { formerPlaces[$0] == nil }
    let staying = Set(formerPlaces.lazy.compactMap(\.self))
    var files: [String: FileStamp] = [:]
    for place in former.keys.indices {
      if staying.contains(place) {
        record.add(former.bytes(ofPieceAt: place))
      } else {
        for file in try former.piece(at: place).files { files[file.path] = file.stamp }
      }
    }
    self.record = Mutex(record)
    loose = Mutex(files)
  }

  /// Takes the files of one piece.
  package func newPiece() -> PieceSink { PieceSink(self) }

  /// Notes a piece that was made.
  package func note(_ piece: PieceRecord) { record.withLock { $0.add(piece) } }

  /// Writes a file at a path below the folder, unless it lies there just so.
  ///
  /// Throws also where another piece has the path.
  fileprivate func write(_ bytes: [UInt8], to path: String) throws(FileError) -> FileStamp {
    if let stamp = loose.withLock({ $0.removeValue(forKey: path) }) {
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

  /// Removes what no piece has any more; returns the bytes of the record of all pieces.
  package func finish() throws(FileError) -> [UInt8] {
    for path in loose.withLock({ $0.keys.sorted() }) { try sink.remove(path) }
    return record.withLock { $0.finish() }
  }
}

/// Takes the files of one piece.
package final class PieceSink: Sendable {
  private let output: PartOutput
  private let written = Mutex<[PieceRecord.File]>([])

  fileprivate init(_ output: PartOutput) { self.output = output }

  /// Writes a file at a path below the part's folder.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let stamp = try output.write(bytes, to: path)
    written.withLock { $0.append(PieceRecord.File(path: path, stamp: stamp)) }
  }

  /// What was written, in order.
  package var files: [PieceRecord.File] { written.withLock { $0 } }
}
