import Foundation
import TestSupport
import Testing

@testable import Catalogue

struct SourceQuotesTests {
  private func quotes(_ action: String, _ more: File...) throws -> [Page.Quote?] {
    let page = File(
      "en-us/10061.md",
      "---\ntitle: MSSQLSERVER_10061\n---\n# MSSQLSERVER_10061\n\n## User Action\n\n\(action)\n")
    return try #require(try Built([page] + more).pages["en-us/10061.md"]).fixes.map(\.quote)
  }

  @Test(arguments: [
    ("- Start it.", "Start it."), ("- **Start** it.", "**Start** it."),
    ("- Run `net start`.", "Run `net start`."), ("1. Start\n   it.", "Start\n   it."),
    ("- See [the page](a.md) first.", "See [the page](a.md) first."),
    ("Say a &lt; b.", "Say a &lt; b."), ("Start  it.  ", "Start  it."),
    ("### Start it\n\nNow.", "Start it"), ("```\nnet start x\n```", "net start x"),
    ("- Démarrez-le : l’autre.", "Démarrez-le : l’autre."),
  ])
  func quotesTheFile(action: String, words: String) throws {
    #expect(try quotes(action).map(\.?.text) == [words])
  }

  @Test func quotesAFragmentWhereItStands() throws {
    let found = try quotes(
      "[!INCLUDE [Start](includes/start.md)]", File("en-us/includes/start.md", "\n- Start it.\n"))
    #expect(found == [Page.Quote(file: "en-us/includes/start.md", line: 2, text: "Start it.")])
  }

  @Test func quotesAroundAnIncludeWithinALine() throws {
    let found = try quotes(
      "- Start [!INCLUDE[x](includes/x.md)] now.", File("en-us/includes/x.md", "SQL Server"))
    #expect(found.map(\.?.text) == ["Start [!INCLUDE[x](includes/x.md)] now."])
  }

  @Test func keepsToOneLineWhereLinesEndOtherwise() throws {
    let page =
      "---\r\ntitle: MSSQLSERVER_10061\r\n---\r\n# MSSQLSERVER_10061\r\n\r\n## User Action\r\n\r\nStart it\r\nnow, please.\r\n"
    let fixes = try #require(try Built(File("en-us/10061.md", page)).page).fixes
    #expect(fixes.map(\.quote?.text) == ["now, please."])
    #expect(fixes.map(\.quote?.line) == [9])
  }

  /// Every quote of the pages that come along, and of the samples, stands in its file on its line.
  @Test func everyQuoteStandsInItsFile() throws {
    let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(component: "content")
    try check(content.path)
    try Folder([
      ReportSample.reference, ReportSample.guide,
      ReportSample.thread("I added port 1433. It *worked*.", "Behind a VPN\nstill no luck."),
    ]).whileWritten { try check($0) }
  }

  private func check(_ root: String) throws {
    var count = 0
    for page in try Built(folders: [root]).pages.values {
      let reports = page.replies.flatMap {
        $0.tried + $0.environment + [$0.evidence].compactMap { $0 }
      }
      for fix in page.fixes { #expect(fix.quote != nil, "\(page.path): \(fix.text)") }
      for quote in page.fixes.compactMap(\.quote) + reports {
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(root)/\(quote.file ?? page.path)")))
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let start = try #require(
          lines.indices.contains(quote.line - 1) ? lines[quote.line - 1] : nil)
        let place = bytes[start.startIndex...].firstRange(of: Array(quote.text.utf8))
        #expect(
          place.map { $0.lowerBound <= start.endIndex } == true,
          "\(page.path):\(quote.line): \(quote.text)")
        count += 1
      }
    }
    #expect(count > 5)
  }
}
