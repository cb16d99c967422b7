import Diagnostics
import TestSupport
import Testing

@testable import Catalogue

/// Lists of pages that have moved, through the whole build.
struct RedirectionTests {
  private static let page = """
    ---
    title: "MSSQLSERVER_10061"
    ---
    # MSSQLSERVER_10061

    ## User Action
    Start it.
    """

  /// A build of a page in two locales beside a list at the top of the content.
  private func build(_ list: String, at path: String = ".openpublishing.redirection.json") throws
    -> (redirections: [Redirection], diagnostics: [String])
  {
    try Folder(
      File("en-us/docs/errors/mssqlserver-10061-database-engine-error.md", Self.page),
      File("fr-fr/docs/errors/mssqlserver-10061-database-engine-error.md", Self.page),
      File(path, list)
    ).whileWritten { folder in
      var sink = MemorySink()
      let build = try CatalogueBuild(folders: [folder], jobs: 1).run(into: &sink)
      let own = build.diagnostics.filter { $0.path.hasSuffix(".json") }
      return (sink.redirections, own.map(summary))
    }
  }

  private func entries(_ entries: String...) -> String {
    "{\"redirections\": [\n" + entries.joined(separator: ",\n") + "\n]}"
  }

  private func entry(_ path: String, _ url: String) -> String {
    "{\"source_path\": \"\(path)\", \"redirect_url\": \"\(url)\"}"
  }

  @Test(arguments: [
    "/sql/errors/mssqlserver-10061-database-engine-error",
    "/sql/relational-databases/errors/mssqlserver-10061-database-engine-error?view=sql-server-2017",
    "mssqlserver-10061-database-engine-error.md",
    "../errors/MSSQLSERVER-10061-Database-Engine-Error",
    "./mssqlserver-10061-database-engine%2Derror",
  ])
  func findsThePageThatAnAddressMeans(url: String) throws {
    let (redirections, diagnostics) = try build(entries(entry("docs/old.md", url)))
    #expect(diagnostics == [])
    #expect(
      redirections == [Redirection(path: "docs/old.md", target: .page(number: 1, anchor: nil))])
  }

  @Test func prefersThePageInTheLocaleOfTheOldOne() throws {
    let url = "/sql/mssqlserver-10061-database-engine-error#user-action"
    let (redirections, _) = try build(
      entries(entry("fr-fr/docs/errors/ancien.md", url)))
    #expect(
      redirections == [
        Redirection(
          path: "fr-fr/docs/errors/ancien.md", locale: LocaleTag(canonical: "fr-FR"),
          target: .page(number: 2, anchor: "user-action"))
      ])
  }

  @Test func knowsTheEventOfTheOldPage() throws {
    let (redirections, _) = try build(
      entries(
        entry("docs/mssqlserver-10060-database-engine-error.md", "https://example.org/10060"),
        entry("docs/oracle-99-engine-error.md", "https://example.org/99")))
    #expect(
      redirections.map(\.event) == [.init(source: "MSSQLSERVER", id: EventID("10060")), nil])
    #expect(redirections.map(\.target).first == .address("https://example.org/10060"))
  }

  @Test func followsPagesThatMovedTwice() throws {
    let (redirections, diagnostics) = try build(
      entries(
        entry("docs/a.md", "/sql/docs/b"), entry("docs/b.md", "https://example.org/b"),
        entry("docs/c.md", "/sql/docs/d"), entry("docs/d.md", "/sql/docs/c")))
    #expect(
      redirections == [
        Redirection(path: "docs/a.md", target: .address("https://example.org/b")),
        Redirection(path: "docs/b.md", target: .address("https://example.org/b")),
      ])
    #expect(
      diagnostics == [
        "4:46: warning: '/sql/docs/d' leads back to itself [redirection-target]",
        "5:46: warning: '/sql/docs/c' leads back to itself [redirection-target]",
      ])
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "//example.org/x", "/\\\\example.org", "mailto:a@b",
    "https://", "https://a b",
  ])
  func leadsToNothingButPagesAndTheWeb(url: String) throws {
    let (redirections, diagnostics) = try build(entries(entry("docs/a.md", url)))
    #expect(redirections == [])
    #expect(diagnostics.count == 1)
    #expect(
      diagnostics.allSatisfy { $0.hasSuffix("is no address of the web [redirection-target]") })
  }

  @Test func namesOneOfThePagesThatAreNotHere() throws {
    let (redirections, diagnostics) = try build(
      entries(
        entry("docs/a.md", "/sql/x"), entry("docs/b.md", "/sql/y"), entry("docs/c.md", "/sql/z")))
    #expect(redirections == [])
    #expect(
      diagnostics == [
        "2:46: warning: '/sql/x' is no page of the content, as 2 more in this list [redirection-target]"
      ])
  }

  @Test func aPageThatIsThereStays() throws {
    let path = "en-us/docs/errors/mssqlserver-10061-database-engine-error.md"
    let (redirections, diagnostics) = try build(entries(entry(path, "https://example.org/")))
    #expect(redirections == [])
    #expect(
      diagnostics == ["2:97: warning: '\(path)' is still there and stays [redirection-target]"])
  }

  @Test(arguments: [
    ("", "1:1: error: there is no list 'redirections'"),
    ("[]", "1:1: error: there is no list 'redirections'"),
    ("{\"redirections\": {}}", "1:1: error: there is no list 'redirections'"),
    (
      "{\"redirections\": [{\"source_path\": \"a.md\"}]}",
      "1:19: error: the entry has no 'redirect_url'"
    ),
    ("{\"redirections\": [1]}", "1:19: error: the entry has no 'source_path'"),
    (
      "{\"redirections\": [\n  {\"source_path\": \"../a.md\", \"redirect_url\": \"/b\"}]}",
      "2:3: error: '../a.md' leads outside the content"
    ),
  ])
  func saysWhatIsWrongAndWhere(list: String, diagnostic: String) throws {
    let (redirections, diagnostics) = try build(list)
    #expect(redirections == [])
    #expect(diagnostics == [diagnostic + " [redirection-syntax]"])
  }

  @Test(arguments: [
    "{\"redirections\": [{", "{\"redirections\": [}", "{", "\u{7F}", "{\"a\": \"\\ud800\"}",
    "[[[[[[[[[[[[",
    "{\"redirections\": [\(String(repeating: "[", count: 5000))",
    "a: &a [x]\nb: [*a, *a]",
  ])
  func bearsWhatIsNoJSON(list: String) throws {
    let (redirections, diagnostics) = try build(list)
    #expect(redirections == [])
    #expect(diagnostics.count == 1)
    #expect(
      diagnostics.allSatisfy {
        $0.hasSuffix("[redirection-syntax]") || $0.hasSuffix("[control-character]")
      })
  }

  @Test func readsListsAsTheyAreKept() throws {
    // With tabs, a byte-order mark, both kinds of path, keys that nobody needs; several files.
    let list =
      "\u{FEFF}{\r\n\t\"redirections\":[\r\n\t\t{\"source_path_from_root\":\"/docs/a.md\",\"redirect_url\":\"https:\\/\\/example.org\",\"redirect_document_id\":false},\r\n\t]\r\n}\r\n"
    for path in [
      ".openpublishing.redirection.json", "en-us/.openpublishing.redirection.tools.json",
    ] {
      let (redirections, diagnostics) = try build(list, at: path)
      let folder = path.hasPrefix("en-us") ? "en-us/" : ""
      #expect(redirections.map(\.path) == [folder + "docs/a.md"])
      #expect(redirections.map(\.target) == [.address("https://example.org")])
      #expect(diagnostics.allSatisfy { $0.contains("byte-order-mark") }, "\(diagnostics)")
    }
  }

  @Test func aLongListIsReadWhole() throws {
    let list = (0..<12_000).map { entry("docs/old-\($0).md", "https://example.org/\($0)") }
    let (redirections, diagnostics) = try build(
      "{\"redirections\": [" + list.joined(separator: ",\n") + "]}")
    #expect(redirections.count == 12_000)
    #expect(diagnostics == [])
  }
}
