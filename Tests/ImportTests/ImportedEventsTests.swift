import Catalogue
import Import
import Testing

struct ImportedEventsTests {
  private func mentions(_ text: String) -> [String] {
    ImportedPage(Array(text.utf8))?.mentions.map(\.id.text) ?? []
  }

  @Test(arguments: [
    ("It says error 10061 again.", ["10061"]), ("(Microsoft SQL Server, Error: 18456).", ["18456"]),
    ("I was receiving 10061 error here.", ["10061"]), ("Msg 208, Level 16, State 1.", ["208"]),
    ("Error code: 10061 is what it says.", ["10061"]), ("Fehler 10061 ist es dann.", ["10061"]),
    ("WSAECONNREFUSED - 10061 is its name.", ["10061"]), ("エラー10061が発生しました。", ["10061"]),
    ("The compiler says C2065 and stops.", ["C2065"]),
    ("As ORA-00942 has it, no table.", ["ORA-00942"]),
    ("See MSSQLSERVER_10061 for that.", ["10061"]), ("Timeout is error -2 there.", ["-2"]),
    ("Port 1433 of 2005 servers with 53 errors.", []), ("(error: 0 - No connection.)", []),
    ("There were 12 warnings in 2019.", []),
  ])
  func findsNumbersThatNameAnError(text: String, ids: [String]) {
    #expect(mentions(text) == ids)
  }

  private func chosen(_ text: String, sources: [String: [String]]) -> ImportedEvents? {
    guard let page = ImportedPage(Array(text.utf8)) else { return nil }
    return ImportedEvents(page.mentions, in: page.text) { sources[$0.text] ?? [] }
  }

  @Test func whatIsOnlyComparedWithIsNamedByTheWay() {
    let text = "All about it\n\nerror 5 is it. error 5 again. error 5. But error 7 is not it."
    let events = chosen(text, sources: ["5": ["S"], "7": ["S"]])
    #expect(events?.names == ["S_5"])
    #expect(events?.others == ["S_7"])
  }

  @Test func severalEventsThatAreNamedAlikeAreAllMeant() {
    let text = "All about both\n\nerror 5 and error 7, for error 5 may follow error 7 here."
    #expect(chosen(text, sources: ["5": ["S"], "7": ["S"]])?.names == ["S_5", "S_7"])
  }

  @Test func theTitleDecides() {
    let text = "How to get rid of error 7\n\nerror 5 and error 5, error 5 and error 7 appear there."
    let events = chosen(text, sources: ["5": ["S"], "7": ["S"]])
    #expect(events?.names == ["S_7"])
    #expect(events?.others == ["S_5"])
  }

  @Test func onlyWhatTheCatalogueKnowsCounts() {
    #expect(chosen("It is error 5 here.", sources: [:])?.names == [])
  }

  @Test func aSourceThatTheTextNamesIsMeant() {
    let sources = ["233": ["LEDGER", "MSSQLSERVER"]]
    #expect(
      chosen("The service MSSQLSERVER says error 233 now.", sources: sources)?.names
        == ["MSSQLSERVER_233"])
    let events = chosen("It says error 233 now.", sources: sources)
    #expect(events?.names == ["233"])
    #expect(events?.ambiguous == ["233"])
  }
}
