import Catalogue
import Render
import Testing

struct CatalogueCSVTests {
  private func row(_ page: Page) -> String {
    var output: [UInt8] = []
    CatalogueCSV.append(page, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func writesOneRowAPageUnderTheHeader() {
    var output: [UInt8] = []
    CatalogueCSV.appendHeader(to: &output)
    CatalogueCSV.append(FullPage.page, to: &output)
    CatalogueCSV.append(FullPage.barePage, to: &output)
    CatalogueCSV.append(FullPage.message, to: &output)
    let expected = [
      "kind,source,id,locale,title,severity,logged,symbolicName,component,productName,message,"
        + "description,date,path,fixes,method,handoff,drift",
      "reference,MSSQLSERVER,10061,fr-FR,MSSQLSERVER_10061,16,false,,,SQL Server,"
        + "Échec pour '%.*ls'.,Une erreur,2017-04-04,docs/mssqlserver-10061.md,"
        + "Démarrez le serveur.,HT,2021-01-30,cause",
      "thread,MSVC,C2065 C2066,en-US,C2065,,,,,,,,,c2065.md,,,,",
      "message,MSSQLSERVER,105,fr-FR,,15,false,,,,\"Guillemet \"\"%.*ls\"\"\",,,errors.md,,,,",
      "",
    ]
    #expect(String(decoding: output, as: UTF8.self) == expected.joined(separator: "\r\n"))
  }

  @Test func partsFixesByLineFeeds() {
    var page = FullPage.barePage
    page.fixes = ["a", "b"].map { Page.Fix(text: $0, code: [], section: nil, nodes: 0..<0) }
    #expect(row(page).contains(",\"a\nb\","))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+x", "'+x"), ("-x", "'-x"), ("-2", "-2"),
    ("+5", "+5"), ("-", "'-"), ("'=x", "''=x"), ("'-2", "''-2"), ("'a'", "'a'"), ("＝1", "'＝1"),
    ("\t=1", "'\t=1"), ("a,=1", "\"a,=1\""), ("=\"x\"", "\"'=\"\"x\"\"\""), ("a\rb", "\"a\rb\""),
  ])
  func keepsSpreadsheetsFromComputingText(title: String, expected: String) {
    var page = FullPage.barePage
    page.title = title
    #expect(row(page) == "thread,MSVC,C2065 C2066,en-US,\(expected),,,,,,,,,c2065.md,,,,\r\n")
  }
}
