import Synchronization
import Testing

@testable import ErrkbCommands

struct BuildProgressTests {
  private let screen = Screen()

  /// A terminal with a clock that stands until it is set.
  private final class Screen: Sendable {
    private static let start = ContinuousClock.now
    private let moment = Mutex(start)
    private let bytes = Mutex<[UInt8]>([])

    /// What was written since it was asked last.
    var written: String {
      bytes.withLock { bytes in
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self)
      }
    }

    func pass(_ time: Duration) { moment.withLock { $0 += time } }

    func progress(isShown: Bool = true, columns: Int = 30) -> BuildProgress {
      BuildProgress(
        isShown: isShown, columns: { columns }, now: { self.moment.withLock { $0 } },
        write: { written in self.bytes.withLock { $0 += written } })
    }
  }

  @Test func drawsNoMoreThanTenTimesASecond() {
    let progress = screen.progress()
    var lines = 0
    for done in 1...1000 {
      screen.pass(.milliseconds(1))
      progress.show(done, 2000)
      if !screen.written.isEmpty { lines += 1 }
    }
    #expect(lines == 10)
  }

  @Test func aShortBuildShowsNothing() {
    let progress = screen.progress()
    screen.pass(.milliseconds(99))
    progress.show(1, 2)
    progress.clear()
    #expect(screen.written == "")
  }

  @Test func theLineIsTakenAwayOnce() {
    let progress = screen.progress()
    screen.pass(.milliseconds(100))
    progress.show(1, 2)
    #expect(screen.written == "\rreading: 1 of 2 pages\u{1B}[K\r")
    progress.clear()
    #expect(screen.written == "\r\u{1B}[K")
    progress.clear()
    #expect(screen.written == "")
  }

  @Test func joiningFollowsTheLastPage() {
    let progress = screen.progress()
    progress.read(2, 2)
    #expect(screen.written == "\rjoining what was read\u{1B}[K\r")
  }

  @Test func aStageIsTimedFromItsOwnBeginning() {
    let progress = screen.progress(columns: 60)
    screen.pass(.seconds(100))
    progress.begin(.writingSite)
    screen.pass(.seconds(2))
    progress.show(100, 200)
    #expect(
      screen.written == "\rwriting the site: 100 of 200 pages, 50 pages/s, 2 s left\u{1B}[K\r")
  }

  @Test func nothingIsWrittenWhereThereIsNoTerminal() {
    let progress = screen.progress(isShown: false)
    screen.pass(.seconds(1))
    progress.show(1, 2)
    progress.read(2, 2)
    progress.begin(.writingCatalogue)
    progress.clear()
    #expect(screen.written == "")
  }
}
