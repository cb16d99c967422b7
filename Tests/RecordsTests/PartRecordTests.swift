import Diagnostics
import Records
import Testing

struct PartRecordTests {
  private let basis = Digest(high: 1, low: 2)
  private let stamp = FileStamp(size: 7, modified: -3, changed: 1 << 60, inode: .max)

  private func bytes(paths: String...) -> [UInt8] {
    var record = PartRecordWriter(basis: basis)
    for (place, path) in paths.enumerated() {
      record.add(
        PieceRecord(
          key: "event/A_\(place)", needs: ["event:a_\(place)", "template:event"],
          digest: Digest(high: 3, low: UInt64(place)),
          files: [PieceRecord.File(path: path, stamp: stamp)]))
    }
    return record.finish()
  }

  @Test("a record read back is the record that was written")
  func readsBack() throws {
    let written = bytes(paths: "en-us/a/0/index.html", "en-us/a/1/index.html")
    let record = try PartRecord(written)
    #expect(record.basis == basis)
    #expect(record.keys == ["event/A_0", "event/A_1"])
    let piece = try record.piece(at: 1)
    #expect(piece.key == "event/A_1")
    #expect(piece.needs == ["event:a_1", "template:event"])
    #expect(piece.digest == Digest(high: 3, low: 1))
    #expect(piece.files.map(\.path) == ["en-us/a/1/index.html"])
    #expect(piece.files.map(\.stamp) == [stamp])
    var copy = PartRecordWriter(basis: basis)
    for place in 0...1 { copy.add(record.bytes(ofPieceAt: place)) }
    #expect(copy.finish() == written)
    #expect(
      try PartRecord.files(of: written, in: "site").map(\.path)
        == ["site/en-us/a/0/index.html", "site/en-us/a/1/index.html"])
  }

  @Test(
    "a path that leads out of the output is no path of a record",
    arguments: ["..", "../a", "a/..", "a/../../b", "/etc/passwd", "a//b", "", "a/"])
  func refusesPathsThatLeadElsewhere(path: String) throws {
    let bytes = bytes(paths: "a..", path)
    #expect(throws: CorruptBytes.self) { try PartRecord.files(of: bytes, in: "site") }
    let record = try PartRecord(bytes)
    #expect(try record.piece(at: 0).files.map(\.path) == ["a.."])
    #expect(throws: CorruptBytes.self) { try record.piece(at: 1) }
  }

  @Test("a record that is cut is none, wherever it is cut")
  func refusesACutRecord() {
    let bytes = bytes(paths: "a", "b")
    for count in bytes.indices {
      let cut = Array(bytes[..<count])
      #expect(throws: CorruptBytes.self, "\(count) bytes") { try PartRecord(cut) }
      #expect(throws: CorruptBytes.self, "\(count) bytes") {
        try PartRecord.files(of: cut, in: "site")
      }
    }
  }
}
