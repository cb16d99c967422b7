import Diagnostics
import Testing

struct FileStampTests {
  private static let second = 1_000_000_000

  private func stamp(modified: Int, changed: Int) -> FileStamp {
    FileStamp(size: 1, modified: modified, changed: changed, inode: 1)
  }

  @Test("a stamp is settled once a change would show, which takes longer where only seconds count")
  func settles() {
    let now = 1000 * Self.second
    let fine = stamp(modified: now - Self.second, changed: now - Self.second / 2)
    #expect(fine.isSettled(at: now))
    #expect(!fine.isSettled(at: now - Self.second / 2))
    let coarse = stamp(modified: now - Self.second, changed: now - Self.second)
    #expect(!coarse.isSettled(at: now))
    #expect(coarse.isSettled(at: now + 2 * Self.second))
    #expect(!stamp(modified: now + 1, changed: now - Self.second / 2).isSettled(at: now))
  }

  @Test("a file with another name more is the same file; one that was written to is not")
  func tellsFilesApart() {
    let file = stamp(modified: 5, changed: 5)
    #expect(file.isSameFile(as: stamp(modified: 5, changed: 9)))
    #expect(!file.isSameFile(as: stamp(modified: 6, changed: 6)))
    #expect(!file.isSameFile(as: .unknown))
  }

  @Test func nothingCanBeToldOfWhatIsNotThere() { #expect(FileStamp("/nowhere/at/all") == nil) }
}
