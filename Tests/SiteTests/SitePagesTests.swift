import Catalogue
import Foundation
import TestSupport
import Testing

@testable import Site

/// The pages of the site that are no event's.
struct SitePagesTests {
  private static let site = Result { try SmallSite.files() }
  private let files: SiteFiles

  init() throws { files = try Self.site.get() }

  @Test(arguments: [
    ("languages.html", "index.html"), ("notFound.html", "404.html"),
    ("home.html", "en-us/index.html"),
    ("home-ar.html", "ar-sa/index.html"), ("list.html", "fr-fr/mssqlserver/index.html"),
    ("search.html", "fr-fr/search/index.html"), ("coverage.html", "en-us/coverage/index.html"),
    ("short.html", "e/10061/index.html"), ("redirect.html", "en-us/mssqlserver/10060/index.html"),
    ("sitemap.xml", "sitemap.xml"), ("robots.txt", "robots.txt"),
    ("opensearch.xml", "fr-fr/search/opensearch.xml"),
  ])
  func stands(golden: String, path: String) throws {
    // The names of assets change with what is in them.
    let text = try files.text(path)
      .replacing(/\.[0-9a-f]{16}\.(css|js|svg)/) { ".HASH.\($0.output.1)" }
    try Golden("Entrances", golden).expect(text.utf8)
  }

  @Test func noGoldenIsLeftBehind() throws {
    #expect(
      try Golden.names(of: "Entrances") == [
        "coverage.html", "home-ar.html", "home.html", "languages.html", "list.html",
        "notFound.html",
        "opensearch.xml", "redirect.html", "robots.txt", "search.html", "short.html", "sitemap.xml",
      ])
  }

  @Test func isTheSameOnOneThreadAsOnMany() throws {
    let alone = try SmallSite.files(jobs: 1)
    #expect(alone.paths == files.paths)
    for path in files.paths { #expect(alone[path] == files[path], "\(path)") }
  }

  @Test(arguments: ["en-us", "fr-fr", "ar-sa"])
  func aListHasEveryEventOfItsSourceInOrder(locale: String) throws {
    let list = try files.text("\(locale)/mssqlserver/index.html")
    #expect(
      list.all(between: "<th scope=\"row\" translate=\"no\"><a href=\"", and: "</a>") == [
        "9/index.html\">9", "105/index.html\">105", "10061/index.html\">10061",
        "18456/index.html\">18456",
      ])
    // Severity and component are known in every language where they are in one.
    #expect(
      list.all(between: "<option>", and: "</option>") == ["14", "15", "16", "20", "SQLEngine"])
  }

  @Test func aListSaysWhichMessagesAreInAnotherLanguage() throws {
    let list = try files.text("fr-fr/mssqlserver/index.html")
    #expect(list.contains("lang=\"ar-SA\" dir=\"rtl\">رسالة واحدة<"))
    #expect(list.contains("<td>L&#39;ordinateur cible l&#39;a &lt;refusée&gt;.</td>"))
    #expect(list.contains("lang=\"en-US\" dir=\"ltr\">Unclosed quotation mark"))
  }

  @Test func aPageIsLaidOutInTheDirectionOfItsLanguage() throws {
    for page in [
      "index.html", "mssqlserver/index.html", "coverage/index.html", "search/index.html",
    ] {
      #expect(try files.text("ar-sa/\(page)").contains("<html lang=\"ar-SA\" dir=\"rtl\""))
      #expect(try files.text("fr-fr/\(page)").contains("<html lang=\"fr-FR\" dir=\"ltr\""))
    }
  }

  @Test func aShortAddressListsEverySourceInEveryLocale() throws {
    let short = try files.text("e/10061/index.html")
    #expect(
      short.all(between: "<h2 translate=\"no\">", and: "<") == [
        "MSSQLSERVER_10061", "WINSOCK_10061",
      ])
    #expect(
      short.all(between: "<li><a href=\"../../", and: "\"").filter { $0.contains("10061") } == [
        "ar-sa/mssqlserver/10061/index.html", "en-us/mssqlserver/10061/index.html",
        "fr-fr/mssqlserver/10061/index.html", "ar-sa/winsock/10061/index.html",
        "en-us/winsock/10061/index.html", "fr-fr/winsock/10061/index.html",
      ])
    #expect(short.contains("<meta name=\"robots\" content=\"noindex\">"))
  }

  @Test func aSymbolicNameIsAShortAddressToo() throws {
    let short = try files.text("e/logon_failed/index.html")
    #expect(short.contains("href=\"../../fr-fr/mssqlserver/18456/index.html\""))
    #expect(short.contains(">LOGON_FAILED<"))
  }

  @Test func notFoundWorksInAnyFolderOfTheServer() throws {
    let page = try files.text("404.html")
    let addresses = page.all(between: "href=\"", and: "\"") + page.all(between: "src=\"", and: "\"")
    #expect(addresses.count > 8)
    #expect(addresses.allSatisfy { $0.hasPrefix("/kb/") || $0 == "#main" })
    #expect(page.contains("role=\"search\" action=\"/kb/en-us/search/index.html\""))

    let rooted = try SmallSite.files(baseURL: nil).text("404.html")
    #expect(rooted.contains("href=\"/fr-fr/index.html\""))
  }

  @Test func coverageIsAPictureAndItsFigures() throws {
    let page = try files.text("en-us/coverage/index.html")
    let picture = try #require(page.all(between: "<svg xmlns", and: "</svg>").first)
    #expect(picture.contains("role=\"img\" aria-labelledby=\"coverage-title coverage-text\""))
    #expect(
      picture.all(between: "<title>", and: "</title>") == [
        "SQL Server, ar-SA: 0 up to date, 0 behind, 2 missing.",
        "SQL Server, en-US: 2 up to date, 0 behind, 0 missing.",
        "SQL Server, fr-FR: 0 up to date, 1 behind, 1 missing.",
        "WINSOCK, ar-SA: 0 up to date, 0 behind, 1 missing.",
        "WINSOCK, en-US: 1 up to date, 0 behind, 0 missing.",
        "WINSOCK, fr-FR: 0 up to date, 0 behind, 1 missing.",
      ])
    // Nothing that the policy of the page forbids.
    #expect(!picture.contains("style=") && !picture.contains("<script"))
    #expect(
      page.all(between: "<code translate=\"no\">fr-FR</code></th>", and: "</tr>") == [
        "<td>1</td><td>1</td><td>1</td><td>1</td><td>0</td>",
        "<td>0</td><td>0</td><td>0</td><td>1</td><td>0</td>",
      ])
  }

  @Test(arguments: [
    ("en-us/mssqlserver/10060/index.html", "../10061/index.html#user-action"),
    ("ar-sa/mssqlserver/10060/index.html", "../10061/index.html#user-action"),
    ("fr-fr/mssqlserver/guides/login-trouble/index.html", "../login-fails/index.html"),
    ("fr-fr/docs/elsewhere/index.html", "https://example.com/?a=1&amp;b=&quot;2&quot;"),
    ("fr-fr/docs/ancien/index.html", "../../mssqlserver/10061/index.html"),
    ("en-us/search~/index.js/index.html", "../../mssqlserver/10061/index.html"),
    ("en-us/mssqlserver/index.html~/index.html", "../10061/index.html"),
  ])
  func aPageThatHasMovedLeadsOn(path: String, target: String) throws {
    let page = try files.text(path)
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
    #expect(page.contains("<a href=\"\(target)\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://"))
  }

  @Test func aPageThatIsThereIsNeverLedAwayFrom() throws {
    #expect(try !files.text("en-us/mssqlserver/105/index.html").contains("refresh"))
    #expect(!files.paths.contains("en-us/docs/ancien/index.html"))
  }

  @Test func aBrowserIsToldHowToSearch() throws {
    #expect(
      try files.text("fr-fr/search/opensearch.xml").contains(
        "template=\"https://example.org/kb/fr-fr/search/?q={searchTerms}\""))
    #expect(
      try files.text("fr-fr/index.html").contains(
        "type=\"application/opensearchdescription+xml\" href=\"search/opensearch.xml\""))
  }
}

struct ShortTextTests {
  @Test(arguments: [
    ("short", "short"), ("exactly ten", "exactly…"), ("one two three", "one two…"),
    ("abcdefghijklmnop", "abcdefghij…"), ("a bcdefghijklmnop", "a bcdefghi…"),
    ("日本語日本語日本語日本語", "日本語日本語日本語日…"), ("日本語", "日本語"),
    ("one two th e", "one two th…"), ("", ""),
  ])
  func isCutAtAWord(text: String, cut: String) { #expect(ShortText.cut(text, to: 10) == cut) }
}
