import Catalogue
import TestSupport
import Testing

struct ConfusionsTests {
  private static func path(_ id: String, _ locale: String = "en-us") -> String {
    "\(locale)/mssqlserver-\(id)-database-engine-error.md"
  }

  private static func file(_ id: String, _ text: String, locale: String = "en-us") -> File {
    let name = "MSSQLSERVER_\(id)"
    return File(
      path(id, locale),
      Sample.page(title: name, heading: name, row: id, rest: "## Explanation\n\n\(text)\n"))
  }

  /// `about>event file:line text`, of one page.
  private static func confusions(_ page: Page?) -> [String] {
    (page?.confusions ?? []).map { confusion in
      let about = confusion.about.map { "\($0)>" } ?? ""
      let file = confusion.quote.file.map { "\($0):" } ?? ""
      return "\(about)\(confusion.event) \(file)\(confusion.quote.line) \(confusion.quote.text)"
    }
  }

  private static let line = 19

  /// What a sentence on the page about 10061 sets beside it.
  private static func events(_ sentence: String, locale: String = "en-us") throws -> [String] {
    let files =
      [Self.file("10061", sentence, locale: locale)]
      + ["10060", "53", "2", "823"].map { Self.file($0, "Nothing.", locale: locale) }
    return try Built(files).pages[path("10061", locale)]?.confusions.map(\.event) ?? []
  }

  @Test(arguments: [
    ("en-us", "Unlike error 53, the machine was found.", ["53"]),
    ("en-us", "If it waits, the error is rather 10060, a matter of firewalls.", ["10060"]),
    ("en-us", "Unlike [823](mssqlserver-823-database-engine-error.md), no file is hurt.", ["823"]),
    ("en-us", "It is MSSQLSERVER_53 where the name is wrong.", ["53"]),
    ("en-us", "Of errors 53, 10060 and 2 this one is the fastest.", ["53", "10060", "2"]),
    ("fr-fr", "À la différence de l’erreur 53, la machine a répondu.", ["53"]),
    ("es-es", "A diferencia del error 53, el equipo responde.", ["53"]),
    ("de-de", "Anders als bei Fehler 53 antwortet der Rechner.", ["53"]),
    ("ja-jp", "エラー 53 とは異なり、コンピューターは応答します。", ["53"]),
    ("zh-cn", "与错误 53 不同，计算机有响应。", ["53"]),
    ("ko-kr", "오류 53과 달리 컴퓨터가 응답합니다.", ["53"]),
    ("ru-ru", "В отличие от ошибки 53, компьютер ответил.", ["53"]),
    ("ru-ru", "Это не ошибка 53: компьютер ответил сразу.", ["53"]),
  ])
  func takesASentenceThatNamesAnother(locale: String, sentence: String, ids: [String]) throws {
    #expect(try Self.events(sentence, locale: locale) == ids.map { "MSSQLSERVER_\($0)" })
  }

  @Test(arguments: [
    // Its own number, a number of something else, an error of the system, an unknown event.
    "Error 10061 comes back at once, and MSSQLSERVER_10061 is its name.",
    "It comes after 53 seconds, or on port 823.",
    "It wraps the operating system error 53 in most cases.",
    "For errors 2 and 3, put the file back where it was.",
    "The error 4711 is quite another thing.",
    // What points elsewhere.
    "For more information, see MSSQLSERVER_53.", "This is common (see error 53 and the like).",
    "See [MSSQLSERVER_53](mssqlserver-53-database-engine-error.md) for the whole story.",
    "[MSSQLSERVER_53](mssqlserver-53-database-engine-error.md)",
    "It depends on [the name](mssqlserver-53-database-engine-error.md) of the machine.",
    // What leads on, lists, or is printed by the product.
    "The following code gives error 53 on each run.", "Many machines give error 53 like this:",
    "Error 53.", "Msg 53 - The network path was not found.",
    "2021-01-01 Logon Error: 53, Severity: 16, State: 1.",
    "Of errors 2, 53, 823, 10060 and MSSQLSERVER_824 all are known.",
    "# A heading on error 53 and its kin", "    error 53 in code of four blanks",
    "| Error | Meaning |\n|-|-|\n| 1 | Error 53 is another thing. |",
  ])
  func leavesOutWhatSpeaksOfNone(sentence: String) throws {
    #expect(try Self.events(sentence) == [])
  }

  @Test func leavesOutLinksUnderSeeAlsoAndTheDetails() throws {
    let text = "Nothing.\n\n## See Also\n\nHere error 53 is told at some length."
    #expect(try Self.events(text) == [])
  }

  @Test func leavesOutTheMessage() throws {
    let built = try Built(
      File("en-us/c2065.md", "---\ntitle: C2065\n---\n# C2065\n\n> Not C2066 but another.\n"),
      File("en-us/c2066.md", "---\ntitle: C2066\n---\n# C2066\n\n> Something else.\n"))
    #expect(built.pages.values.allSatisfy { $0.confusions.isEmpty })
  }

  @Test func keepsTheWordsAsTheFileHasThem() throws {
    let text =
      "First. If it *waits*,\nthe error is [**10060**](mssqlserver-10060-x.md) rather. Last."
    let built = try Built(Self.file("10061", text), Self.file("10060", "Nothing."))
    let quote = "If it *waits*,\nthe error is [**10060**](mssqlserver-10060-x.md) rather."
    #expect(
      Self.confusions(built.pages[Self.path("10061")]) == [
        "MSSQLSERVER_10060 \(Self.line) \(quote)"
      ])
  }

  @Test func standsOnTheOtherPageTooInItsLanguage() throws {
    let sentence = "Unlike error 53, it answers."
    let files = [
      Self.file("10061", sentence), Self.file("53", "Nothing."),
      Self.file("53", "Rien.", locale: "fr-fr"),
    ]
    let built = try Built(files)
    #expect(
      Self.confusions(built.pages[Self.path("53")])
        == ["MSSQLSERVER_10061 \(Self.path("10061")):\(Self.line) \(sentence)"])
    #expect(Self.confusions(built.pages[Self.path("53", "fr-fr")]) == [])
    // Without the page its sentence is gone.
    #expect(try Built(files[1], files[2]).pages.values.allSatisfy { $0.confusions.isEmpty })
  }

  @Test func takesTwoSentencesOfAPageAndOneOfEachOther() throws {
    let built = try Built(
      Self.file(
        "10061",
        "The error 53 is one thing. The error 53 is two things. The error 53 is three things."),
      Self.file("53", "The error 10061 is no relative."))
    #expect(
      Self.confusions(built.pages[Self.path("10061")]) == [
        "MSSQLSERVER_53 \(Self.line) The error 53 is one thing.",
        "MSSQLSERVER_53 \(Self.line) The error 53 is two things.",
        "MSSQLSERVER_53 \(Self.path("53")):\(Self.line) The error 10061 is no relative.",
      ])
  }

  @Test func hasNoMoreThanFourOthersThatAloneSpeakOfIt() throws {
    let others = (1...6).map { Self.file("500\($0)", "The error 53 is a distant relative.") }
    let built = try Built([Self.file("53", "Nothing.")] + others)
    #expect(
      built.pages[Self.path("53")]?.confusions.map(\.event)
        == ["MSSQLSERVER_5001", "MSSQLSERVER_5002", "MSSQLSERVER_5003", "MSSQLSERVER_5004"])
  }

  private static let guide = """
    ---
    title: Cannot connect
    kind: guide
    events: [10061, 53]
    sections:
      53: [names]
    ---
    # Cannot connect

    ## Explanation

    Error 10061 is fast, error 53 is slow. Here error 10060 has no partner.

    ## <a name="names"></a>Names

    With a wrong name comes error 10060 in some networks.
    """

  @Test func aGuideAboutSeveralSetsEachBesideTheOther() throws {
    let built = try Built(
      File("en-us/guide.md", Self.guide), Self.file("10061", "Nothing."),
      Self.file("53", "Nothing."), Self.file("10060", "Nothing."))
    let guide = try #require(built.pages["en-us/guide.md"])
    #expect(
      Self.confusions(guide) == [
        "10061>MSSQLSERVER_53 12 Error 10061 is fast, error 53 is slow.",
        "53>MSSQLSERVER_10061 12 Error 10061 is fast, error 53 is slow.",
        "53>MSSQLSERVER_10060 16 With a wrong name comes error 10060 in some networks.",
      ])
    #expect(
      guide.serving(EventID("10061")).confusions.map(\.event) == ["MSSQLSERVER_53"])
    #expect(
      guide.serving(EventID("53")).confusions.map(\.event)
        == ["MSSQLSERVER_10061", "MSSQLSERVER_10060"])
    // The guide stands beside the pages about 10061 and 53 anyway.
    #expect(Self.confusions(built.pages[Self.path("53")]) == [])
    #expect(
      Self.confusions(built.pages[Self.path("10060")]) == [
        "MSSQLSERVER_53 en-us/guide.md:16 With a wrong name comes error 10060 in some networks."
      ])
  }

  @Test func repliesOfAThreadSpeakToo() throws {
    let thread = """
      ---
      title: Refused
      kind: thread
      events: [10061]
      ---
      # Refused

      ## Replies

      ### 1. Ann · 2006-03-14

      For me it was error 53 in the end. I gave up.
      """
    let built = try Built(File("en-us/thread.md", thread), Self.file("53", "Nothing."))
    #expect(
      Self.confusions(built.pages["en-us/thread.md"])
        == ["MSSQLSERVER_53 12 For me it was error 53 in the end."])
  }

  @Test func knowsEventsThatOnlyAListHas() throws {
    let built = try Built(
      Self.file("2627", "Error 2601 is the same for an index. Error 26 is none of both."),
      File(
        "en-us/list.md",
        Sample.list(
          "| 2601 | 14 | No | Cannot insert. |", "| 26 | 16 | No | Other. |",
          "| 27 | 16 | No | More. |")))
    #expect(built.pages[Self.path("2627")]?.confusions.map(\.event) == ["MSSQLSERVER_2601"])
  }
}
