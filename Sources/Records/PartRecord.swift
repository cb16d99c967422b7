package import Diagnostics

/// A part of an output that was made: all its pieces, in no particular order.
///
/// There may be a hundred thousand of them, most of which are only passed on: so they stay bytes, and become
/// values one at a time.
package struct PartRecord: Sendable {
  /// The digest of what every piece needs: the program, its templates, options.
  package let basis: Digest
  /// The keys of the pieces, in their order.
  package let keys: [String]
  private let bytes: [UInt8]
  /// Where each piece stands among the bytes.
  private let ranges: [Range<Int>]

  /// The record that `PartRecordWriter` wrote.
  package init(_ bytes: [UInt8]) throws(CorruptBytes) {
    var reader = ByteReader(bytes)
    basis = try reader.digest()
    var keys: [String] = []
    var ranges: [Range<Int>] = []
    for _ in 0..<(try reader.fixed()) {
      let start = reader.offset
      keys.append(try reader.skipPiece())
      ranges.append(start..<reader.offset)
    }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a record") }
    self.bytes = bytes
    self.keys = keys
    self.ranges = ranges
  }

  /// A piece by its place.
  package func piece(at place: Int) throws(CorruptBytes) -> PieceRecord {
    var reader = ByteReader(bytes, from: ranges[place].lowerBound)
    return try reader.pieceRecord()
  }

  /// The bytes of a piece.
  package func bytes(ofPieceAt place: Int) -> ArraySlice<UInt8> { bytes[ranges[place]] }

  /// The files that the bytes of a record tell of, and nothing else, by their paths below the folder
  /// that the part's folder lies in.
  package static func files(
    of bytes: [UInt8], in folder: String
  ) throws(CorruptBytes) -> [PieceRecord.File] {
    var reader = ByteReader(bytes)
    _ = try reader.digest()
    var files: [PieceRecord.File] = []
    for _ in 0..<(try reader.fixed()) {
      try reader.filesOfPiece(below: folder + "/") { files.append($0) }
    }
    guard reader.remaining == 0 else { throw reader.corrupt("more than a record") }
    return files
  }
}

/// Writes the record of a part, piece by piece.
package struct PartRecordWriter {
  private var writer: ByteWriter
  private var count: UInt64 = 0
  private let countOffset: Int

  package init(basis: Digest) {
    writer = ByteWriter(reserving: 1 << 12)
    writer.write(basis)
    countOffset = writer.bytes.count
    writer.write(fixed: 0)
  }

  package mutating func add(_ piece: PieceRecord) {
    writer.write(piece)
    count += 1
  }

  /// Adds a piece as `PartRecord.bytes(ofPieceAt:)` gives it.
  package mutating func add(_ piece: ArraySlice<UInt8>) {
    writer.append(piece)
    count += 1
  }

  /// The record as bytes.
  package mutating func finish() -> [UInt8] {
    writer.replace(fixed: count, at: countOffset)
    return writer.bytes
  }
}
