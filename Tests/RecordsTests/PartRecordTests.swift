import Diagnostics
import Records
import Testing

struct PartRecordTests {
  private func record(path: String) -> PartRecord {
    let stamp = FileStamp(size: 7, modified: -3, changed: 1 << 60, inode: .max)
    return PartRecord(
      basis: Digest(high: 1, low: 2),
      pieces: [
        PieceRecord(
          key: "event/A_1", needs: ["event:a_1", "template:event"], digest: .absent,
          files: [PieceRecord.File(path: path, stamp: stamp)])
      ])
  }

  @Test("a record read back is the record that was written")
  func readsBack() throws {
    let written = record(path: "en-us/a/1/index.html")
    let read = try PartRecord(written.bytes)
    #expect(read.bytes == written.bytes)
    #expect(read.pieces[0].key == "event/A_1")
    #expect(read.pieces[0].needs == ["event:a_1", "template:event"])
    #expect(read.pieces[0].files[0].path == "en-us/a/1/index.html")
    #expect(read.pieces[0].files[0].stamp == written.pieces[0].files[0].stamp)
  }

  @Test(
    "a path that leads out of the output is no path of a record",
    arguments: ["../a", "a/../../b", "/etc/passwd", "a//b", "", "a/"])
  func refusesPathsThatLeadElsewhere(path: String) {
    #expect(throws: CorruptBytes.self) { try PartRecord(record(path: path).bytes) }
  }

  @Test("a record that is cut is none, wherever it is cut")
  func refusesACutRecord() {
    let bytes = record(path: "a").bytes
    for count in bytes.indices {
      #expect(throws: CorruptBytes.self, "\(count) bytes") {
        try PartRecord(Array(bytes[..<count]))
      }
    }
  }
}
