import Diagnostics
import TestSupport
import Testing

@testable import Catalogue

struct MessageListRepairTests {
  /// As rows 4866 and 4879 stand in four locales of sql-docs: the text of the one came to lie behind
  /// that of the other.
  @Test func movesATextToTheRowThatLacksIt() throws {
    let built = try Built(
      File(
        "fr-fr/errors.md",
        Sample.list(
          "| 4861 | 16 | Non | a |",
          "|    4866    |    16    |    Non    |    Trop longue.    | Non valide %ls | ",
          "| 4867 | 16 | Non | b |", "|   4879   |   16  |   Non  | ")))
    #expect(
      built.messages.map { "\($0.id) \($0.text)" } == [
        "4861 a", "4866 Trop longue.", "4867 b", "4879 Non valide %ls",
      ])
    #expect(
      built.ownDiagnostics == [
        "fr-fr/errors.md:13:1: the row has no text; what stands behind the text of line 11 is taken "
          + "[message-row]"
      ])
  }

  /// The Korean list says of every row that it is not logged.
  @Test func takesFromOtherLocalesWhetherEventsAreLogged() throws {
    func list(_ word: (Int) -> String) -> String {
      let rows = (1_000..<1_120).map { "| \($0) | 16 | \(word($0)) | Text \($0) |" }
      return Sample.list(rows.joined(separator: "\n"))
    }
    let built = try Built(
      File("fr-fr/errors.md", list { $0 % 2 == 0 ? "Oui" : "Non" }),
      File("ko-kr/errors.md", list { _ in "아니요" }))
    let korean = built.messages.filter { $0.locale == LocaleTag("ko-KR") }
    #expect(korean.count == 120)
    #expect(korean.allSatisfy { $0.logged == (Int($0.id.text).map { $0 % 2 == 0 }) })
    #expect(
      built.ownDiagnostics == [
        "ko-kr/errors.md:1:1: whether events are logged is the same in all 120 rows; "
          + "the other locales' lists are taken [message-row]"
      ])
  }

  @Test func takesTheOneNumberThatFitsBetweenItsNeighbours() throws {
    let built = try Built(
      File(
        "es-es/errors.md",
        Sample.list("| 1032 | 16 | No | a |", "| 3082 | 16 | No | b |", "| 1034 | 16 | No | c |")))
    #expect(built.messages.map { "\($0.id) \($0.text)" } == ["1032 a", "1033 b", "1034 c"])
  }

  /// Row 14265 stands between 14624 and 14626 in every locale of sql-docs, and links to its page.
  @Test func keepsANumberOutOfOrderThatTheLinkSpeaksFor() throws {
    let built = try Built(
      File(
        "fr-fr/errors.md",
        Sample.list(
          "| 14624 | 16 | Non | a |",
          "| [14265](mssqlserver-14265-database-engine-error.md) | 16 | Non | b |",
          "| 14626 | 16 | Non | c |")))
    #expect(built.messages.map { "\($0.id) \($0.text)" } == ["14265 b", "14624 a", "14626 c"])
  }

  @Test func takesTheSourceFromTheNamesOfPagesThatAreNotThere() throws {
    let built = try Built(
      File(
        "de-de/errors.md",
        Sample.list(
          "| [832](mssqlserver-832-database-engine-error.md) | 16 | Nein | a |",
          "| 833 | 16 | Nein | b |", "| 834 | 16 | Nein | c |")))
    #expect(Set(built.messages.map(\.source)) == ["MSSQLSERVER"])
    #expect(built.rules.isEmpty)
  }

  @Test func takesTheSourceOfATranslationOrElseSaysThatItIsUnknown() throws {
    let plain = Sample.list(
      "| 101 | 16 | Non | a |", "| 102 | 16 | Non | b |", "| 103 | 16 | Non | c |")
    let linked = Sample.list(
      "| [101](mssqlserver-101-database-engine-error.md) | 16 | Non | a |",
      "| 102 | 16 | Non | b |", "| 103 | 16 | Non | c |")
    let both = try Built(File("fr-fr/errors.md", plain), File("ja-jp/errors.md", linked))
    #expect(Set(both.messages.map(\.source)) == ["MSSQLSERVER"])
    let alone = try Built(File("oracle/fr-fr/errors.md", plain))
    #expect(Set(alone.messages.map(\.source)) == ["ORACLE"])
    #expect(alone.rules == [.sourceUnknown])
  }
}
