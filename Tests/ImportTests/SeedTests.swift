import Catalogue
import Foundation
import Import
import Markup
import TestSupport
import Testing

/// Two real articles as plain text that lie beside the corpus: a guide and a thread.
@Suite(.enabled(if: Seeds.isEnabled))
struct SeedTests {
  @Test func theGuideHasItsSectionsAndFixes() throws {
    let page = try page("003_")
    #expect(page.kind == .guide)
    #expect(page.locale.text == "en-US")
    #expect(page.ids.map(\.text) == ["10061"])
    #expect(
      page.sections.filter { $0.level == 2 }.map(\.title) == [
        "Why it happens", "Examples", "How to fix it", "How to prevent it", "Common questions",
      ])
    #expect(page.sections.filter { $0.level == 3 }.count == 3 + 5 + 3)
    #expect(page.fixes.count == 5)
    #expect(page.fixes.allSatisfy { $0.code.count == 1 })
    let code = page.document.nodes.filter { $0.kind == .codeBlock }
    #expect(code.count == 8)
    #expect(
      code.map { page.document.string($0.attribute) }.filter { !$0.isEmpty } == [
        "sql", "powershell",
      ])
  }

  @Test func theThreadHasItsStepsAndReplies() throws {
    let page = try page("004_")
    #expect(page.kind == .thread)
    #expect(
      page.title
        == "TCP Provider: No connection could be made because the target machine actively refused it"
    )
    #expect(page.fixes.count == 9)
    let replies = page.sections.filter { $0.level == 3 }.map(\.title)
    #expect(replies.count == 24)
    #expect(replies.first == "1. Dmitri")
    #expect(replies.contains("21."))
    #expect(replies.last == "24. Prof. Dr. Said El Noshokaty")
  }

  @Test func theRepliesAreTypedByWhatTheyState() throws {
    let replies = try page("004_").replies.map { reply in
      ([reply.outcome.rawValue] + reply.environment.map(\.text)).joined(separator: " | ")
    }
    #expect(
      replies == [
        "notSaid | default instance", "notSaid", "notSaid", "notSaid",
        "notSaid | Analysis Server", "worked", "notSaid | SQL 2005 | MDAC", "worked", "notSaid",
        "didNotWork | firewall", "notSaid | default instance", "notSaid", "notSaid",
        "notSaid | sql server 2005", "notSaid | sqlexpress",
        "notSaid | sql server 2005 | window vista", "notSaid | SQL 2000 | IIS",
        "notSaid | static IP | router", "worked", "worked", "worked", "worked",
        "notSaid | firewall | instance name",
        "didNotWork | named instances | router | Win 7 | SQL Server 2014 evaluation edition",
      ])
  }

  @Test(arguments: ["003_", "004_"])
  func noWordIsLostNorMoved(prefix: String) throws {
    let text = try Seeds.text(prefix)
    let page = try page(prefix)
    let kept = Self.words(page.document.plainText(of: page.document.indices))
    // What was told on standard error, the words for saying, and the marks of lettered steps.
    var written = text
    for line in ["On this page", "Comments are closed.", "Skip to main content", "Comments (26)"] {
      written = written.replacing(line, with: "")
    }
    for (mark, end) in [(" says:\n", "\n"), ("\n[1-9]\\)", "\n"), ("\n[ab]\\. ", "\n")] {
      written = written.replacingOccurrences(of: mark, with: end, options: .regularExpression)
    }
    var rest = kept[...]
    for word in Self.words(written) {
      let place = rest.firstIndex(of: word)
      #expect(place != nil, "'\(word)' is lost")
      // Between two words of the text stand at most a few that the page adds.
      guard let place, place - rest.startIndex <= 30 else {
        Issue.record("'\(word)' stands elsewhere")
        return
      }
      rest = rest[(place + 1)...]
    }
  }

  @Test func onlyTheEventThatTheGuideIsAboutIsChosen() throws {
    let bytes = Array(try Seeds.text("003_").utf8)
    let page = try #require(ImportedPage(bytes))
    let events = ImportedEvents(page.mentions, in: page.text) { id in
      ["10061", "53"].contains(id.text) ? ["MSSQLSERVER"] : []
    }
    #expect(events.names == ["MSSQLSERVER_10061"])
    #expect(events.others == ["MSSQLSERVER_53"])
    #expect(page.dropped == ["On this page"])
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber) }
  }

  /// The page of an article as a content folder with it alone gives it.
  private func page(_ prefix: String) throws -> Page {
    let text = try Seeds.text(prefix)
    let built = try Sample.built([File("guides/page.md", Sample.page(text.utf8))])
    #expect(built.diagnostics == [])
    return try #require(built.pages.first)
  }
}
