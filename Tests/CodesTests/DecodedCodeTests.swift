import Testing

@testable import Codes

struct DecodedCodeTests {
  /// A reading in one line: `HRESULT 0x80070005 E_ACCESSDENIED`.
  private static func line(_ code: ErrorCode) -> String {
    [code.space.rawValue, code.text, code.name].compactMap { $0 }.joined(separator: " ")
  }

  private static func readings(_ text: String) -> [String] {
    DecodedCode(text).readings.map { line($0.code) }
  }

  @Test(arguments: [
    "0x8007274D", "0X8007274d", "8007274D", "8007274dh", "-2147014835", "2147952461",
    "0xFFFFFFFF8007274D", "18446744071562536781",
  ])
  func readsEveryFormOfANumber(text: String) throws {
    let decoded = DecodedCode(text)
    #expect(decoded.readings.map { Self.line($0.code) } == ["HRESULT 0x8007274D"])
    let wrapped = try #require(decoded.readings[0].wrapped)
    #expect(Self.line(wrapped) == "Winsock 10061 WSAECONNREFUSED")
    #expect(decoded.readings[0].equivalents.map(Self.line) == ["errno 111 ECONNREFUSED"])
  }

  @Test(arguments: [
    ("53", ["Win32 53 ERROR_BAD_NETPATH", "errno 53 EBADR"]),
    ("10061", ["Winsock 10061 WSAECONNREFUSED"]),
    ("28000", ["SQLSTATE 28000"]), ("08s01", ["SQLSTATE 08S01"]), ("42S99", ["SQLSTATE 42S99"]),
    ("-110", ["errno 110 ETIMEDOUT"]),
    ("1", ["Win32 1 ERROR_INVALID_FUNCTION", "errno 1 EPERM", "HRESULT 0x00000001 S_FALSE"]),
    ("259", ["Win32 259 ERROR_NO_MORE_ITEMS", "NTSTATUS 0x00000103 STATUS_PENDING"]),
    ("-2146232060", ["HRESULT 0x80131904 COR_E_SqlException"]),
    ("0xC0000005", ["NTSTATUS 0xC0000005 STATUS_ACCESS_VIOLATION"]),
    ("0x80000005", ["HRESULT 0x80000005", "NTSTATUS 0x80000005 STATUS_BUFFER_OVERFLOW"]),
    ("0xD0000022", ["HRESULT 0xD0000022"]), ("0xC0202009", ["HRESULT 0xC0202009 DTS_E_OLEDBERROR"]),
    ("0xE0434352", ["NTSTATUS 0xE0434352 EXCEPTION_COMPLUS"]),
    ("80070005", ["HRESULT 0x80070005 E_ACCESSDENIED"]),
    ("econnrefused", ["errno 111 ECONNREFUSED"]), ("EWOULDBLOCK", ["errno 11 EAGAIN"]),
    ("E_ACCESSDENIED", ["HRESULT 0x80070005 E_ACCESSDENIED"]),
    ("status_access_denied", ["NTSTATUS 0xC0000022 STATUS_ACCESS_DENIED"]),
    ("ERROR_BAD_NETPATH", ["Win32 53 ERROR_BAD_NETPATH"]),
  ])
  func readsACodeInEverySpaceThatHasIt(text: String, readings: [String]) {
    #expect(Self.readings(text) == readings)
  }

  @Test(arguments: [
    "", "-", "0x", "h", "99999999999999999999999", "0x1FFFFFFFFFFFFFFFF", "hello", "-2147483649",
    "0x-5", "--5", "+5", "٥", "0x8FFF0000", "WSA", "08S0", "ZZ000", "\u{0}",
  ])
  func saysNothingOfWhatMeansNothing(text: String) {
    #expect(Self.readings(text) == [])
  }

  @Test(arguments: [
    ("WSAECONNREFUSED", ["HRESULT 0x8007274D", "errno 111 ECONNREFUSED"]),
    ("WSAEWOULDBLOCK", ["HRESULT 0x80072733", "errno 11 EAGAIN"]),
    ("EAGAIN", ["Winsock 10035 WSAEWOULDBLOCK"]),
    ("S0002", ["SQLSTATE 42S02"]),
    (
      "STATUS_LOGON_FAILURE", ["HRESULT 0xD000006D", "Win32 1326 ERROR_LOGON_FAILURE"]
    ),
  ])
  func namesTheSameInOtherSpaces(text: String, equivalents: [String]) {
    #expect(DecodedCode(text).readings.first?.equivalents.map(Self.line) == equivalents)
  }

  @Test func namesTheEventsThatMayHaveTheNumber() {
    #expect(DecodedCode("0x8007274D").readings[0].eventNames.contains("10061"))
    #expect(DecodedCode("ECONNREFUSED").readings[0].eventNames == [])
    #expect(DecodedCode("-2").eventNames == ["-2", "4294967294", "0xFFFFFFFE"])
  }
}
