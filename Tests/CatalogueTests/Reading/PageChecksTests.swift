import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Catalogue

/// What is reported of pages that are read all the same, and of files that are not.
struct PageChecksTests {
  private func diagnostics(of rest: String, message: String = "No connection.") throws -> [String] {
    let built = try Built(File("a.md", Sample.page(message: message, rest: rest)))
    #expect(built.page != nil)
    return built.diagnostics
  }

  @Test(arguments: [
    "#details", "#user-action", "#User-Action", "#so-gehts", "#so-geht's", "#stelle", "#", "#top",
    "#so%2Dgehts", "other.md#none", "https://a.b/#none",
  ])
  func followsLinksToHeadingsAndAnchors(target: String) throws {
    let rest =
      "## <a name=\"user-action\"></a>Benutzeraktion\n\n<a name=\"stelle\"></a>a\n\n### So geht's\n\n"
      + "<a name=\"so-geht's\"></a>[b](\(target))\n"
    #expect(try diagnostics(of: rest) == [])
  }

  @Test func reportsALinkToAnAnchorThatIsNotThere() throws {
    #expect(
      try diagnostics(of: "## Cause\n\na [b](#none)\n") == [
        "a.md:19:1: no heading or anchor of the page is named 'none' [link-anchor]"
      ])
  }

  @Test(arguments: ["%.* ls", "%. *ls", "%.**ls", "% ls", "%d.*ls", "%l64d"])
  func reportsADamagedPlaceholder(placeholder: String) throws {
    #expect(
      try diagnostics(of: "", message: "'\(placeholder)' and %d") == [
        "a.md:15:1: '\(placeholder)' in the message is no placeholder that the product writes "
          + "[placeholder]"
      ])
  }

  @Test(arguments: ["'%.*ls' %d %I64d", "100 % des %S_MSG", "%1!s! %2", "%04lx: 5%"])
  func leavesSoundPlaceholdersAlone(message: String) throws {
    #expect(try diagnostics(of: "", message: message) == [])
  }

  @Test func countsTheDamagedPlaceholdersOfAMessageList() throws {
    let built = try Built(
      File(
        "a.md",
        Sample.list(
          "| 100 | 10 | No | a |", "| 101 | 10 | No | '%.* ls' '%.* ls' |",
          "| 102 | 10 | No | % d |")))
    #expect(built.messages.count == 3)
    #expect(
      built.ownDiagnostics == [
        "a.md:11:1: '%.* ls' in the message is no placeholder that the product writes; "
          + "the list has 3 such, in 2 messages [placeholder]"
      ])
  }

  @Test func reportsCellsThatNoOneSees() throws {
    let rest = "## Cause\n\n|a|b|\n|-|-|\n|c|d|e|\n"
    #expect(
      try diagnostics(of: rest) == [
        "a.md:21:1: the row has more cells than the head of its table; they are not shown "
          + "[table-surplus-cells]"
      ])
  }

  // MARK: Files

  @Test func leavesOutAFileThatIsTooLarge() throws {
    let built = try Built(File("a.md", Sample.page()), File("b.md", "")) { root in
      let file = try #require(FileHandle(forWritingAtPath: "\(root)/b.md"))
      try file.truncate(atOffset: UInt64(FileBytes.sizeLimit) + 1)
      try file.close()
    }
    #expect(built.page?.path == "a.md")
    #expect(built.diagnostics == ["b.md:1:1: Larger than 64 MiB [file-too-large]"])
  }

  @Test func tellsOfAPageThatIsNoRegularFile() throws {
    let built = try Built(File("a.md", Sample.page())) { root in
      #expect(unsafe mkfifo("\(root)/b.md", 0o600) == 0)
    }
    #expect(built.page?.path == "a.md")
    #expect(built.rules == [.unreadableFile])
  }

  @Test func passesOverTablesOfContents() throws {
    let built = try Built(
      File("docs/toc.yml", "- name: 10060\n  href: x.md\n"), File("docs/a.md", Sample.page()))
    #expect(built.page?.path == "docs/a.md")
    #expect(built.diagnostics == [])
  }

  @Test func leavesOutAMessageListWithoutItsTable() throws {
    let text = "---\ntitle: \"Database Engine events and errors\"\n---\n# Events\n\nNo table.\n"
    let built = try Built(File("database-engine-events-and-errors.md", text))
    #expect(built.pages.isEmpty)
    #expect(built.messages.isEmpty)
    #expect(built.rules == [.noEventID])
  }

  @Test func readsFrontMatterBetweenDelimitersWithBlanks() throws {
    let text = Sample.page().replacing("---\n", with: "--- \t\n")
    let built = try Built(File("a.md", text))
    #expect(built.page?.title == "MSSQLSERVER_10061")
    #expect(built.diagnostics == [])
  }
}
