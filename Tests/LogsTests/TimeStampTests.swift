import Testing

@testable import Logs

@Suite struct TimeStampTests {
  @Test(arguments: [
    ("2021-01-30 03:12:04.12 Logon", "2021-01-30 03:12:04.12"),
    ("2021-01-30T03:12:04.123Z x", "2021-01-30T03:12:04.123Z"),
    ("2021-01-30T03:12:04+01:00 x", "2021-01-30T03:12:04+01:00"),
    ("2021-01-30 03:12:04,123 ERROR", "2021-01-30 03:12:04,123"),
    ("01/30/2021 3:12:04 AM,MSSQLSERVER", "01/30/2021 3:12:04 AM"),
    ("01/30/2021 03:12:04,Logon", "01/30/2021 03:12:04"),
    ("30.01.2021 03:12:04 x", "30.01.2021 03:12:04"),
    ("2021/01/30 3:12:04 x", "2021/01/30 3:12:04"),
    ("2021年1月30日 03:12:04 x", "2021年1月30日 03:12:04"),
    ("30/01/2021 3:12:04 p. m. x", "30/01/2021 3:12:04 p. m."),
    ("Nov 21 03:12:04 host x", "Nov 21 03:12:04"),
    ("Nov  1 03:12:04 host x", "Nov  1 03:12:04"),
    ("[Sat Nov 21 03:12:04 2026] x", "Sat Nov 21 03:12:04 2026"),
    ("[21/Nov/2026:03:12:04 +0000] x", "21/Nov/2026:03:12:04"),
    ("  [2021-01-30 03:12] x", "2021-01-30 03:12"),
    ("03:12:04 x", "03:12:04"),
    ("<2021-01-30 03:12:04> x", "2021-01-30 03:12:04"),
  ])
  func isReadAsItIsWritten(line: String, stamp: String) {
    let bytes = Array(line.utf8)
    #expect(
      TimeStamp.range(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) } == stamp)
  }

  @Test(arguments: [
    "", "x", "Error: 18456, Severity: 14", "Msg 208, Level 16", "2021", "2021-01-30", "1.2.3.4 x",
    "12 34", "Nov", "[", "3:1", "Nov 21",
  ])
  func isNotSeenWhereThereIsNone(line: String) {
    #expect(TimeStamp.range(in: Array(line.utf8).span) == nil)
  }
}
