import Testing

@testable import ErrkbCommands

struct ProgressLineTests {
  private static func line(_ done: Int, _ count: Int, _ elapsed: Duration) -> ProgressLine {
    ProgressLine(stage: "reading", pages: (done, count), elapsed: elapsed)
  }

  @Test func tellsPagesRateAndTimeLeftBesideABar() {
    #expect(
      Self.line(500, 2000, .seconds(2)).text(columns: 90)
        == "███████······················· reading: 500 of 2000 pages, 250 pages/s, 6 s left")
  }

  @Test(arguments: [
    (0, "0 s"), (59, "59 s"), (60, "1 min 0 s"), (200, "3 min 20 s"), (3600, "1 h 0 min"),
    (7500, "2 h 5 min"),
  ])
  func timesAreToldInUnitsThatSuitThem(seconds: Int, text: String) {
    let line = Self.line(100, 100 + 100 * seconds, .seconds(1)).text(columns: 100)
    #expect(line.hasSuffix(", 100 pages/s, \(text) left"))
  }

  @Test(arguments: [
    (58, "██········ reading: 50 of 200 pages, 25 pages/s, 6 s left"),
    (57, "reading: 50 of 200 pages, 25 pages/s, 6 s left"),
    (47, "reading: 50 of 200 pages, 25 pages/s, 6 s left"),
    (46, "reading: 50 of 200 pages, 25 pages/s"),
    (36, "reading: 50 of 200 pages"),
    (24, "50 of 200"),
    (9, "50 of 20"),
    (1, ""),
  ])
  func whatHasNoRoomIsLeftOutAndTheLastColumnStaysFree(columns: Int, text: String) {
    let line = Self.line(50, 200, .seconds(2)).text(columns: columns)
    #expect(line == text)
    #expect(line.count < columns)
  }

  @Test func thereIsNoRateBeforeItCanBeKnown() {
    #expect(Self.line(9, 20, .milliseconds(299)).text(columns: 30) == "reading: 9 of 20 pages")
    #expect(Self.line(0, 20, .seconds(9)).text(columns: 30) == "reading: 0 of 20 pages")
  }

  @Test func nothingIsCountedWhereNothingCanBe() {
    let line = ProgressLine(stage: "joining", pages: nil, elapsed: .seconds(3))
    #expect(line.text(columns: 80) == "joining")
    #expect(line.text(columns: 5) == "join")
    #expect(Self.line(0, 0, .seconds(1)).text(columns: 25) == "reading: 0 of 0 pages")
  }
}
