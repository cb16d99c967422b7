import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Catalogue

@Suite struct PageReadingTests {
  private func page(_ text: String, name: String = Sample.name) throws -> Page {
    try #require(try Built(File(name, text)).page)
  }

  @Test func readsMixedLineEnds() throws {
    let text = Sample.page(rest: "## User Action\n\n- a\n- b\n")
    let mixed = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0.element + ($0.offset < 6 ? "\r\n" : "\n") }.joined()
    #expect(try page(mixed).fixes.map(\.text) == ["a", "b"])
  }

  @Test func readsDetailsByTheirPositionInALanguageNoOneKnows() throws {
    let table = """
      | Xa | Xb |
      |:---|:---|
      |Aa|SQL Server|
      |Bb|10061|
      |Cc|MSSQLSERVER|
      |Dd|SQLEngine|
      |Ee|CONNECT_FAILED|
      |Ff|Kein *Anschluss*|
      ||
      """
    let built = try Built(
      File(
        "xx/mssqlserver-10061-x.md",
        "---\ntitle: MSSQLSERVER_10061\nms.contentlocale: tlh\n---\n# MSSQLSERVER_10061\n\n"
          + "## <a name=\"details\"></a>Zz\n\n\(table)\n"))
    let details = try #require(built.page?.details)
    #expect(details.productName == "SQL Server")
    #expect(details.eventID == "10061")
    #expect(details.eventSource == "MSSQLSERVER")
    #expect(details.component == "SQLEngine")
    #expect(details.symbolicName == "CONNECT_FAILED")
    #expect(details.messageText == "Kein Anschluss")
    #expect(built.page?.message == "Kein Anschluss")
  }

  @Test func readsAProductVersionAsARowOfItsOwn() throws {
    let text = Sample.page().replacing(
      "|Event ID|", with: "|Product Version|11.0|\n|Event ID|")
    let details = try page(text).details
    #expect(details.eventID == "10061")
    #expect(details.messageText == "No connection.")
    #expect(details.others == [Page.Details.Row(label: "Product Version", value: "11.0")])
  }

  @Test(arguments: ["N/A", "NA", "N/D", "空值", "該当なし", "해당 없음", "Н/Д", ""])
  func takesNotAvailableForAbsent(word: String) throws {
    let text = Sample.page().replacing("|N/A|", with: "|\(word)|")
    #expect(try page(text).details.symbolicName == nil)
  }

  @Test func keepsWhatLooksLikeMarkupInAMessage() throws {
    let message = "'%.*ls' on '\\'<filename>', '%.* ls' <Ctrl+C>, \\<Login Name> \\%d"
    #expect(
      try page(Sample.page(message: message)).message
        == "'%.*ls' on ''<filename>', '%.* ls' <Ctrl+C>, <Login Name> %d")
  }

  @Test func takesTheFirstTableForDetailsWhateverStandsInAnother() throws {
    let rest = """
      > [!NOTE]
      > Between.

      ## Explanation

      |Message ID|Message text|
      |-|-|
      |3851|One|
      |3852|Two|
      """
    let found = try page(Sample.page(rest: rest))
    #expect(found.details.messageText == "No connection.")
    #expect(found.alerts == [Page.Alert(kind: .note, text: "Between.")])
    #expect(found.sections.map(\.role) == [.details, .explanation])
  }

  // MARK: Roles

  /// The anchor decides, then the words, then the section above, then the place.
  @Test func givesSectionsTheirRoles() throws {
    let rest = """
      ## <a name="more-information"></a>Weitere Informationen

      a

      ## <a name="user-action"></a>Benutzeraktion

      b

      ### <a name="run-dbcc"></a>DBCC

      c

      ### <a name="possible-causes"></a>Ursachen

      d

      ## <a name="see-also"></a>Weitere Informationen

      [e](f.md)
      """
    let text = Sample.page(front: "ms.contentlocale: de-DE\n", rest: rest)
    let found = try page(text, name: "de-de/mssqlserver-10061-x.md")
    #expect(
      found.sections.map(\.role) == [
        .details, .remarks, .userAction, .userAction, .cause, .seeAlso,
      ])
    #expect(
      found.sections.map(\.anchor) == [
        "details", "more-information", "user-action", "run-dbcc", "possible-causes", "see-also",
      ])
  }

  @Test(arguments: [
    ("Action de l’utilisateur", "fr-FR", Role.userAction), ("Action requise", "fr-FR", .userAction),
    ("Действие пользователя", "ru-RU", .userAction), ("См. также:", "ru-RU", .seeAlso),
    ("ユーザーの操作", "ja-JP", .userAction), ("用户操作", "zh-CN", .userAction),
    ("Resolution", "en-US", .userAction), ("Symptom", "en-US", .symptom),
    ("Possible Causes", "en-US", .cause), ("Internal-Only", "en-US", .other),
  ])
  func knowsHeadingsWithoutAnchors(heading: String, locale: String, role: Role) throws {
    let text = Sample.page(front: "ms.contentlocale: \(locale)\n", rest: "## \(heading)\n\na\n")
    #expect(try page(text).sections.last?.role == role)
  }

  // MARK: Fixes

  @Test func findsTheThingsToTry() throws {
    let rest = """
      ## User Action

      First paragraph.

      To do so:

      1.  Step one

          ```sql
          DBCC CHECKDB
          ```

      2.  Step two

      ```sql
      GO
      ```

      ### Run DBCC CHECKDB

      Run it.

      #### Options

      - a

      ### Other

      ## See Also

      [x](y.md)
      """
    let fixes = try page(Sample.page(rest: rest)).fixes
    #expect(
      fixes.map(\.text) == [
        "First paragraph.", "Step one", "Step two", "Run DBCC CHECKDB: Run it. Options a", "Other",
      ])
    #expect(fixes.map(\.code) == [[], ["DBCC CHECKDB\n"], ["GO\n"], [], []])
  }

  @Test(arguments: ["None", "None.", "なし", "无。", "Keine.", "Нет."])
  func takesNoneForNothingToTry(word: String) throws {
    #expect(try page(Sample.page(rest: "## User Action\n\n\(word)\n")).fixes == [])
  }

  // MARK: States

  @Test func readsTheStatesOfAnError() throws {
    let rest = """
      ## Explanation

      |State|Description|
      |-|-|
      |1|One|
      |38, 46|Database missing|
      |102 - 111|Azure AD|
      |State 5|Five|
      |x|Wrong|

      |Reason|Text|
      |-|-|
      |7|No state|
      """
    let built = try Built(File(Sample.name, Sample.page(rest: rest)))
    let states = built.page?.states.map { "\($0.from)-\($0.to) \($0.text)" }
    #expect(
      states == [
        "1-1 One", "38-38 Database missing", "46-46 Database missing", "102-111 Azure AD",
        "5-5 Five",
      ])
    #expect(built.rules == [.stateRow])
  }

  @Test func passesOverARowOfStatesWithoutCells() throws {
    let rest =
      "## Explanation\n\n<table><tr><th>State</th><th>Text</th></tr><tr></tr>"
      + "<tr><td>38</td><td>Missing</td></tr></table>\n"
    #expect(
      try page(Sample.page(rest: rest)).states == [Page.State(from: 38, to: 38, text: "Missing")])
  }

  // MARK: Bad input

  static let bad: [(bytes: [UInt8], rules: [Rule], isPage: Bool)] = {
    let page = Sample.page()
    let body = page[(page.firstRange(of: "# MSSQL")?.lowerBound ?? page.startIndex)...]
    let bomb =
      "a: &a [x, x, x, x, x, x, x, x, x]\n"
      + "bcdefghij".enumerated().map { offset, name in
        let last = offset == 0 ? "a" : String(Array("bcdefghij")[offset - 1])
        return "\(name): &\(name) ["
          + Array(repeating: "*\(last)", count: 9).joined(separator: ", ") + "]\n"
      }.joined()
    return [
      (Array(body.utf8), [.frontMatterMissing], true),
      (Array(("---\ntitle: x\n" + body).utf8), [.frontMatterUnclosed], true),
      (Array(("---\ntitle: a: b\n---\n" + body).utf8), [.frontMatterSyntax], true),
      (Array(("---\n" + bomb + "---\n" + body).utf8), [.frontMatterSyntax], true),
      ([0xEF, 0xBB, 0xBF] + Array(page.utf8), [.byteOrderMark], true),
      (Array(page.utf8) + [0xFF], [.invalidUTF8], true),
      (Array(page.utf8) + [0x00], [.controlCharacter], true),
      ([], [.frontMatterMissing, .noEventID], false),
      (Array("---\nredirect_url: x\n---\n".utf8), [.redirectPage], false),
      (Array(Sample.page(front: "ms.date: 31/12/2017\n").utf8), [.dateSyntax], true),
      (Array(Sample.page(front: "ms.contentlocale: a_b_c\n").utf8), [.localeSyntax], true),
      (Array(Sample.page(rest: "<script>x</script>\n").utf8), [.htmlRemoved], true),
    ]
  }()

  @Test(arguments: bad.indices)
  func reportsBadInputAndReadsWhatItCan(index: Int) throws {
    let (bytes, rules, isPage) = Self.bad[index]
    let built = try Built(File(Sample.name, bytes: bytes))
    #expect(built.rules.filter { $0 != .sourceUnknown } == rules)
    #expect((built.page != nil) == isPage)
  }
}
