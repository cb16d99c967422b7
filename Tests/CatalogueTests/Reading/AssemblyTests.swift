import Diagnostics
import TestSupport
import Testing

@testable import Catalogue

@Suite struct AssemblyTests {
  private let name = "mssqlserver-10061-database-engine-error.md"

  // MARK: Locales

  @Test(arguments: [
    ("fr-fr", "", "fr-FR"), ("fr-FR", "", "fr-FR"), ("zh-Hant", "", "zh-Hant"),
    ("docs", "", "en-US"),
    ("sql", "", "en-US"), ("ja-jp/docs/sql", "", "ja-JP"), ("fr-fr/de", "", "de"),
    ("fr-fr", "ms.contentlocale: es-ES\n", "es-ES"),
    ("fr-fr", "locale: zh-hans-cn\n", "zh-Hans-CN"),
    ("fr-fr", "ms.contentlocale: ''\n", "fr-FR"),
  ])
  func findsTheLocaleOfAPage(folder: String, front: String, locale: String) throws {
    let built = try Built(File("\(folder)/\(name)", Sample.page(front: front)))
    #expect(built.page?.locale == LocaleTag(locale))
  }

  @Test(arguments: [("sql-docs/fr-fr", "fr-FR"), ("de/fr-fr/docs", "fr-FR"), ("de", "en-US")])
  func findsTheLocaleInThePathOfTheContentFolder(root: String, locale: String) throws {
    let built = try Folder(File("\(root)/\(name)", Sample.page()))
      .whileWritten { folder in try Built(folders: ["\(folder)/\(root)"]) }
    #expect(built.page?.locale == LocaleTag(locale))
  }

  // MARK: Duplicates

  @Test func keepsTheFirstOfTwoPagesAndNamesBoth() throws {
    let built = try Built(
      File("en-us/a/\(name)", Sample.page(message: "First.")),
      File("en-us/b/\(name)", Sample.page(message: "Second.")))
    #expect(built.pages.keys.sorted() == ["en-us/a/\(name)"])
    #expect(
      built.diagnostics == [
        "en-us/b/\(name):1:1: event MSSQLSERVER_10061 already has a page for 'en-US': en-us/a/\(name) "
          + "[duplicate-page]"
      ])
  }

  @Test func prefersTheFolderThatIsGivenFirst() throws {
    let found = try Folder(
      File("one/z/\(name)", Sample.page(message: "First.")),
      File("two/a/\(name)", Sample.page(message: "Second."))
    ).whileWritten { root in try Built(folders: ["\(root)/one", "\(root)/two"]) }
    #expect(found.page?.message == "First.")
    #expect(found.rules == [.duplicatePage])
  }

  @Test func keepsAPageAboutOneEventBesideAPageAboutSeveral() throws {
    let several = "---\ntitle: x\nevents: [MSSQLSERVER_10061, MSSQLSERVER_10060]\n---\n# x\n"
    let built = try Built(File("en-us/a.md", several), File("en-us/\(name)", Sample.page()))
    #expect(built.pages.count == 2)
    #expect(built.rules == [])
  }

  // MARK: Links and drift

  @Test func findsTheEventsThatLinksLeadTo() throws {
    let links =
      "## See Also\n\n[a](mssqlserver-2-x.md) [b](~/sql/mssqlserver-2-x.md#c?d) "
      + "[e](https://f.g/mssqlserver-2-x.md) [h](../none.md) [i](MSSQLSERVER-2-X.md)"
    let built = try Built(
      File(
        "en-us/sql/mssqlserver-1-x.md",
        Sample.page(title: "MSSQLSERVER_1", heading: "MSSQLSERVER_1", row: "1", rest: links)),
      File(
        "en-us/sql/mssqlserver-2-x.md",
        Sample.page(title: "MSSQLSERVER_2", heading: "MSSQLSERVER_2", row: "2")))
    let page = try #require(built.pages["en-us/sql/mssqlserver-1-x.md"])
    #expect(
      page.links.map(\.event) == ["MSSQLSERVER_2", "MSSQLSERVER_2", nil, nil, "MSSQLSERVER_2"])
    #expect(page.links.first?.target == "mssqlserver-2-x.md")
  }

  @Test func tellsWhatATranslationLacks() throws {
    func translation(_ hash: String, _ date: String) -> String {
      "ms.openlocfilehash: \(hash)\nms.lasthandoff: \(date)\nms.translationtype: HT\n"
    }
    let rest = "## <a name=\"cause\"></a>A\n\na\n"
    let built = try Built(
      File("en-us/\(name)", Sample.page(rest: rest)),
      File("fr-fr/\(name)", Sample.page(front: translation("1", "01/02/2021"))),
      File("de-de/\(name)", Sample.page(front: translation("1", "01/02/2021"), rest: rest)),
      File("es-es/\(name)", Sample.page(front: translation("0", "01/02/2020"), rest: rest)))
    #expect(built.pages["fr-fr/\(name)"]?.translation?.drift == ["cause"])
    #expect(built.pages["de-de/\(name)"]?.translation?.drift == [])
    #expect(built.pages["es-es/\(name)"]?.translation?.drift == ["*"])
    #expect(built.pages["en-us/\(name)"]?.translation == nil)
  }

  // MARK: Fragments

  @Test func takesAFragmentFromTheDefaultTreeAndSaysSo() throws {
    let rest = "## User Action\n\n[!INCLUDE[x](includes/a.md)]\n"
    let built = try Built(
      File("fr-fr/\(name)", Sample.page(rest: rest)), File("en-us/includes/a.md", "Restart."))
    #expect(built.page?.fixes.map(\.text) == ["Restart."])
    #expect(built.rules == [.includeFallback])
  }

  @Test func refusesWhatLiesBehindASymbolicLink() throws {
    let rest = "## User Action\n\n[!INCLUDE[a](includes/a.md)] [!INCLUDE[b](linked/b.md)]\n"
    let built = try Folder(
      File("outside/b.md", "secret"), File("content/en-us/\(name)", Sample.page(rest: rest)),
      File("content/en-us/includes/c.md", "")
    ).whileWritten { root in
      try Folder.link("\(root)/content/en-us/includes/a.md", to: "../../../outside/b.md")
      try Folder.link("\(root)/content/en-us/linked", to: "../../outside")
      try Folder.link("\(root)/content/en-us/page.md", to: "\(root)/outside/b.md")
      return try Built(folders: ["\(root)/content"])
    }
    #expect(built.page?.fixes.map(\.text) == ["a b"])
    #expect(built.rules.count { $0 == .includeOutside } == 2)
    #expect(built.rules.count { $0 == .symbolicLink } == 3)
  }

  @Test func reportsAnEmptyFolder() throws {
    #expect(try Built([]).rules == [.emptyContent])
    #expect(try Built(File("includes/a.md", "a")).rules == [.emptyContent])
  }

  // MARK: Message lists

  private func list(_ rows: String...) throws -> Built {
    try Built(
      File(
        "fr-fr/errors.md",
        Sample.list(
          "| 100 | 10 | Non | One |", "| 101 | 10 | Non | Two |", "| 102 | 16 | Oui | Three |")
          + rows.joined(separator: "\n") + "\n"),
      File("fr-fr/\(name)", Sample.page()))
  }

  static let rows: [(row: String, message: String?)] = [
    ("| 186. | 15 | Non | Text |", "186 15 false Text"),
    ("| 1\u{A0}024 | 15 | Oui | Text |", "1024 15 true Text"),
    ("| 9.999 | 16 | Non | Text |", "9999 16 false Text"),
    ("| 1997 г. | 16 | Нет | Text |", "1997 16 false Text"),
    ("| [–2](mssqlserver-neg2-x.md) | | | Text |", "-2 - - Text"),
    (
      "| [10061](\("mssqlserver-10061-database-engine-error.md")) | 16 | はい | Text |",
      "10061 16 true Text"
    ),
    ("| 1793 | 16 | Non | No pipe at the end", "1793 16 false No pipe at the end"),
    ("| 2755 | 16 | Non | a | b | c |", "2755 16 false a | b | c"),
    ("| 2755 | 16 | Non | {'*' | '+'} |", "2755 16 false {'*' | '+'}"),
    ("| 980 | 16 | Non | '%.*ls' a|b '%.* ls' |", "980 16 false '%.*ls' a|b '%.* ls'"),
    ("| 113 | 15 | Non | Missing '*/'. |", "113 15 false Missing '*/'."),
    ("| 41301 | 16 | Non | Text | |", "41301 16 false Text"),
    ("| 7922 | 16 | Non | *********************** |", "7922 16 false ***********************"),
    ("| 233 | 16 | Non | `lone |", "233 16 false `lone"),
    ("| &nbsp; | &nbsp; | &nbsp; | &nbsp; |", nil),
  ]

  @Test(arguments: rows)
  func readsTheRowsOfAMessageList(row: String, message: String?) throws {
    let built = try list(row)
    let messages = built.messages.filter { !["100", "101", "102"].contains($0.id.text) }.map {
      "\($0.id) \($0.severity.map { "\($0)" } ?? "-") \($0.logged.map { "\($0)" } ?? "-") \($0.text)"
    }
    #expect(messages == (message.map { [$0] } ?? []))
    #expect(
      built.messages.allSatisfy { $0.source == "MSSQLSERVER" && $0.locale == LocaleTag("fr-FR") })
    #expect(!built.diagnostics.contains { $0.contains("nothing proves") })
  }

  @Test func keepsBothMessagesOfOneID() throws {
    let built = try list("| 14265 | 24 | Oui | A |", "| 14265 | 16 | Non | B |")
    #expect(built.messages.filter { $0.id.text == "14265" }.map(\.text).sorted() == ["A", "B"])
  }

  @Test func provesASpoiltIDByItsNeighbours() throws {
    let built = try list(
      "| 103 | 10 | Non | a |", "| 3082 | 10 | Non | b |", "| 105 | 10 | Non | c |")
    #expect(built.messages.map(\.id.text) == ["100", "101", "102", "103", "104", "105"])
    #expect(built.rules.contains(.messageID))
  }

  @Test func provesASpoiltIDByOtherLocales() throws {
    func list(_ word: String) -> String {
      Sample.list(
        "| 100 | 10 | No | a |", "| 200 | 10 | No | b |", "| \(word) | 10 | No | c |",
        "| 400 | 10 | No | d |")
    }
    let built = try Built(
      File("fr-fr/errors.md", list("300")), File("es-es/errors.md", list("300")),
      File("ja-jp/errors.md", list("該当なし")), File("fr-fr/\(name)", Sample.page()))
    #expect(built.messages.filter { $0.id.text == "300" }.count == 3)
    #expect(built.rules.count { $0 == .messageID } == 1)
  }

  @Test func givesPagesTheSeverityOfTheirMessage() throws {
    let built = try list("| [10061](\(name)) | 16 | Oui | Text |", "| 10061 | 20 | Non | Other |")
    #expect(built.page?.severity == 16)
    #expect(built.page?.logged == true)
  }
}
