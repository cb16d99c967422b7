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
      built.diagnostics == [
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
      built.diagnostics == [
        "ko-kr/errors.md:1:1: whether events are logged is the same in all 120 rows; "
          + "the other locales' lists are taken [message-row]"
      ])
  }
}
