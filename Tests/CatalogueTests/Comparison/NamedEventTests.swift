import Testing

@testable import Catalogue

struct NamedEventTests {
  private static func isNamed(_ id: String, _ sentence: String) -> Bool {
    NamedEvent(source: "MSSQLSERVER", id: EventID(id)).isNamed(
      by: WrittenEvent.all(in: Array(sentence.utf8)))
  }

  @Test(arguments: [
    ("10060", "it is 10060 rather than this"), ("10060", "as in MSSQLSERVER_10060."),
    ("53", "see mssqlserver_53 for that"), ("53", "error 53 is another"),
    ("53", "(Error: 53) came"), ("53", "errors 10060, 10061 and 53"), ("53", "erreur n° 53"),
    ("53", "エラー 53 です"), ("53", "错误：53。"), ("-2", "error -2 is a time-out"),
    ("C2065", "C2065 follows"), ("10061", "un refus (10061) arrive"),
    ("233", "los errores 53 y 233"),
  ])
  func isNamed(id: String, sentence: String) { #expect(Self.isNamed(id, sentence)) }

  @Test(arguments: [
    ("53", "after 53 seconds"), ("53", "port 1.53 is"), ("53", "error 4,053 is"),
    ("53", "error 153"), ("53", "error 53%"), ("10060", "110060"), ("10060", "10060x"),
    ("2", "error -2 came"), ("1433", "on port 1433"), ("C2065", "XC2065"),
    ("53", "MSSQLSERVER_533"), ("2", "version 2"), ("53", "error 10060 after 53 seconds"),
  ])
  func isNotNamed(id: String, sentence: String) { #expect(!Self.isNamed(id, sentence)) }
}
