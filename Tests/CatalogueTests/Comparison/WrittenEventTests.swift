import Testing

@testable import Catalogue

struct WrittenEventTests {
  @Test(arguments: [
    (
      "MSSQLSERVER_10061 or mssqlserver_-2",
      ["MSSQLSERVER_10061 qualified", "mssqlserver_-2 qualified"]
    ),
    ("C2065, LNK2019 and ORA-00942", ["C2065 lettered", "LNK2019 lettered", "ORA-00942 lettered"]),
    ("errors 53, 233 and -2", ["53 introduced", "233 introduced", "-2 introduced"]),
    ("port 1433 of 2 hosts", ["1433 bare", "2 bare"]),
    ("エラー 53と 233", ["53 introduced", "233 introduced"]),
    ("operating system error 5", ["5 bare"]), ("Betriebssystemfehler 5", ["5 bare"]),
    ("OS errors 5 and 32", ["5 bare", "32 bare"]), ("操作系统错误 5", ["5 bare"]),
    ("1.5, 4,053, 10%, x-2", []), ("LOGON_FAILED _1 1_ x1", []), ("1234567890", []),
    ("_", []), ("-", []), ("é5", ["5 bare"]), ("", []),
  ])
  func findsWhatMayNameAnEvent(text: String, events: [String]) {
    let bytes = Array(text.utf8)
    let found = WrittenEvent.all(in: bytes)
    #expect(
      found.map { "\($0.source.map { "\($0)_" } ?? "")\($0.id) \($0.form)" } == events)
    for event in found {
      #expect(String(decoding: bytes[event.range], as: UTF8.self).hasSuffix(event.id.text))
    }
  }
}
