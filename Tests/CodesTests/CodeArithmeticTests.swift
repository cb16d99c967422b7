import Testing

@testable import Codes

struct CodeArithmeticTests {
  @Test(
    arguments: [
      (5, 0x8007_0005), (87, 0x8007_0057), (1722, 0x8007_06BA), (10061, 0x8007_274D), (0, 0),
      (0x8007_0005, 0x8007_0005),
    ] as [(UInt32, UInt32)])
  func wrapsNumbersOfWindows(windows: UInt32, hresult: UInt32) {
    #expect(CodeArithmetic.hresult(windows: windows) == hresult)
  }

  @Test func everyNumberOfWindowsComesBack() {
    for row in CodeTable.of(.win32).rows + CodeTable.of(.winsock).rows where row.number != 0 {
      let hresult = CodeArithmetic.hresult(windows: row.number)
      #expect(CodeArithmetic.windows(hresult: hresult) == row.number)
      #expect(CodeArithmetic.ntstatus(hresult: hresult) == nil)
    }
  }

  @Test func everyNTSTATUSComesBack() {
    for row in CodeTable.of(.ntstatus).rows where row.number >= 0x4000_0000 {
      let hresult = CodeArithmetic.hresult(ntstatus: row.number)
      #expect(CodeArithmetic.ntstatus(hresult: hresult) == row.number)
      #expect(CodeArithmetic.windows(hresult: hresult) == nil)
    }
  }

  /// FACILITY_WIN32 alone marks a wrapped number: what looks like it does not.
  @Test(arguments: [0x8000_0005, 0x8008_0005, 0x0007_0005, 0xA007_0005, 0x9007_0005, 0xC007_0005])
  func onlyFailuresOfWindowsWrapANumber(hresult: UInt32) {
    #expect(CodeArithmetic.windows(hresult: hresult) == nil)
  }

  @Test(arguments: [("10061", "ECONNREFUSED"), ("10060", "ETIMEDOUT"), ("10035", "EAGAIN")])
  func winsockAndErrnoNameOneAnother(socket: String, name: String) throws {
    let code = try #require(DecodedCode(socket).readings.first)
    #expect(code.equivalents.contains { $0.space == .errno && $0.name == name })
    let back = try #require(DecodedCode(name).readings.first)
    #expect(back.equivalents.contains { $0.space == .winsock && $0.text == socket })
  }

  @Test func readsTheBitsOfAnHRESULT() {
    let parts = CodeParts(hresult: 0x8013_1904)
    #expect(parts.severity == .failure)
    #expect(parts.facilityNames == ["FACILITY_URT"])
    #expect(parts.code == 0x1904)
    #expect(!parts.isCustomer)
    #expect(CodeParts(hresult: 0xA004_0001).isCustomer)
    #expect(CodeParts(hresult: 0xC020_2009).facilityNames == [])
    #expect(CodeParts(hresult: 1).severity == .success)
  }

  @Test(
    arguments: [
      (0x103, .success), (0x4000_0000, .informational), (0x8000_0005, .warning),
      (0xC000_0022, .failure),
    ] as [(UInt32, CodeParts.Severity)])
  func readsTheSeverityOfAnNTSTATUS(number: UInt32, severity: CodeParts.Severity) {
    #expect(CodeParts(ntstatus: number).severity == severity)
  }
}
