import Processes
import Testing

struct WorkReportTests {
  @Test func theLastWholeReportOfWhatCameCounts() {
    var reports = WorkReports()
    #expect(reports.take("1 20\n2 20\n3 2".utf8) == WorkReport(done: 2, count: 20))
    #expect(reports.take([]) == nil)
    #expect(reports.take("0".utf8) == nil)
    #expect(reports.take("\n".utf8) == WorkReport(done: 3, count: 20))
  }

  @Test func whatIsSentIsWhatIsRead() {
    var reports = WorkReports()
    let report = WorkReport(done: 12, count: 340)
    #expect(report.line == Array("12 340\n".utf8))
    #expect(reports.take(report.line) == report)
  }

  @Test(arguments: ["", "7", "a b", "3 2", "-1 2", "1 2 3", "1 -1"])
  func whatIsNoReportIsNone(line: String) {
    #expect(WorkReport(line: line.utf8) == nil)
  }
}
