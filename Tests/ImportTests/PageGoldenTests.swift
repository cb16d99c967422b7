import TestSupport
import Testing

/// Whole pages: HTML in several styles, each with the Markdown that it comes to.
struct PageGoldenTests {
  private static let events = [
    "exchange.html": "LNK2019", "board.html": "MSSQLSERVER_233", "talk.html": "MSSQLSERVER_17142",
    "answers.html": "MSSQLSERVER_40", "arabic.html": "MSSQLSERVER_10061",
    "blog.html": "MSSQLSERVER_18456", "broken.html": "MSSQLSERVER_1105",
    "bulletin.html": "MSSQLSERVER_18456", "comments.html": "MSSQLSERVER_10061",
    "discourse.html": "MSSQLSERVER_1105", "docs.html": "MSSQLSERVER_17142",
    "forum.html": "LNK2019", "japanese.html": "MSSQLSERVER_18456",
    "layout.html": "MSSQLSERVER_17142", "notes.txt": "MSSQLSERVER_233",
    "rtl.html": "MSSQLSERVER_10061", "utf16.txt": "MSSQLSERVER_233", "vendor.html": "C2065",
  ]

  @Test(arguments: events.keys.sorted())
  func pageStands(name: String) throws {
    let page = Sample.page(
      try Sample.bytes(name), fileName: name, event: Self.events[name] ?? "")
    try Golden("Page", "\(name).md").expect(page.utf8)
  }

  @Test func everySampleHasItsPage() throws {
    #expect(try Sample.names() == Self.events.keys.sorted())
    #expect(try Golden.names(of: "Page") == Self.events.keys.sorted().map { "\($0).md" })
  }

  @Test func pagesBuildWithoutDiagnostics() throws {
    let files = try Self.events.map { name, event in
      File(
        "product/guides/\(name).md",
        Sample.page(try Sample.bytes(name), fileName: name, event: event))
    }
    let built = try Sample.built(files)
    #expect(built.diagnostics == [])
    #expect(built.pages.count == files.count)
  }

  @Test func theSameArticleGivesTheSameBytes() throws {
    let bytes = try Sample.bytes("blog.html")
    #expect(Sample.page(bytes) == Sample.page(bytes))
  }
}
