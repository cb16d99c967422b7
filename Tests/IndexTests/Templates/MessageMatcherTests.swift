import Catalogue
import Testing

@testable import Index

@Suite struct MessageMatcherTests {
  private let fixture = MatcherFixture([
    .init("102", "en-US", "Incorrect syntax near '%.*ls'."),
    .init(
      "911", "en-US",
      "Database '%.*ls' does not exist. Make sure that the name is entered correctly."),
    .init("2702", "en-US", "Database '%.*ls' does not exist."),
    .init("3013", "fr-FR", "%hs s'est terminé anormalement."),
    .init(
      "3701", "en-US",
      "Cannot %S_MSG the %S_MSG '%.*ls', because it does not exist or you do not have permission."),
    .init("3702", "en-US", "Cannot drop the %S_MSG '%.*ls' because it is currently in use."),
    .init(
      "4060", "en-US", "Cannot open database \"%.*ls\" requested by the login. The login failed."),
    .init("8134", "ja-JP", "0 除算エラーが発生しました。"),
    .init(
      "823", "en-US",
      "The operating system returned error %ls to SQL Server during a %S_MSG at offset %#016I64x in file '%ls'."
    ),
    .init(
      "824", "en-US",
      "It occurred during a %S_MSG of page %S_PGID in database ID %d at offset %#016I64x in file '%ls'."
    ),
    .init("18456", "en-US", "Login failed for user '%.*ls'.%.*ls", hasPage: true),
    .init("18456", "fr-FR", "Échec de la connexion pour l’utilisateur '%.*ls'.%.* ls"),
    .init("18456", "ja-JP", "ユーザー '%.*ls' はログインできませんでした。%.*ls"),
    .init(
      "18461", "en-US", "Login failed for user '%.*ls'. Reason: Server is in single user mode.%.*ls"
    ),
    .init("17187", "en-US", "The mirror %d of %d is at %d%% of the rebuild now."),
    .init("20001", "en-US", "There is not enough room in the store for it."),
    .init("20002", "en-US", "There is not enough room in the store for it.", hasPage: true),
    .init("20003", "en-US", "There is not enough room in the store for it."),
    .init("30001", "en-US", "File %s"),
  ])

  @Test(arguments: [
    ("Incorrect syntax near 'from'.", "102"),
    ("Msg 102, Level 15: Incorrect syntax near ''.", "102"),
    ("2024-01-05 10:11:12.34 Logon       Login failed for user 'sa'.", "18456"),
    ("[Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Login failed for user 'sa'.", "18456"),
    ("Login failed for user 'sa'. [SQLSTATE 28000] (Error 18456)", "18456"),
    ("Échec de la connexion pour l'utilisateur 'sa'. Motif : inconnu", "18456"),
    ("Échec de la connexion pour l’utilisateur\u{A0}« sa ».", "18456"),
    ("ユーザー 'sa' はログインできませんでした。", "18456"),
    ("BACKUP DATABASE s’est terminé anormalement.", "3013"),
    ("0\u{A0}除算エラーが発生しました。", "8134"),
    // The longer message where the line has it, the shorter one where not.
    ("Login failed for user 'sa'. Reason: Server is in single user mode. [CLIENT: ::1]", "18461"),
    ("Login failed for user 'sa'. Reason: Password did not match.", "18456"),
    ("Database 'x' does not exist. Make sure that the name is entered correctly.", "911"),
    ("Database 'x' does not exist.", "2702"),
    // A name may have the words of the message in it.
    ("Cannot drop the table 'because it is' because it is currently in use.", "3702"),
    // An event with a page before the first one.
    ("There is not enough room in the store for it.", "20002"),
    ("The mirror 1 of 1,024 is at 50% of the rebuild now.", "17187"),
  ])
  func findsTheEventOfALine(line: String, id: String) {
    #expect(fixture.event(in: line) == id)
  }

  @Test(arguments: [
    "",
    "Login",
    "login FAILED for USER 'sa'",
    "The login of user sa failed for a reason",
    "no Incorrect syntax nearby",
    "the story of a file",
    // Words stand where a number must.
    "The mirror one of two is at fifty% of the rebuild now.",
    "Incorrect syntax",
    "File not found",
    "除算",
  ])
  func findsNothingInWhatIsNoMessage(line: String) {
    #expect(fixture.event(in: line) == nil)
  }

  @Test(arguments: [
    ("Cannot open database \"Sales\" requested by the log", "4060", true),
    ("Cannot open database \"Sales\" requested by the", "4060", true),
    ("Cannot open database \"Sales\" requested by the login. The login failed.", "4060", false),
    ("Cannot open data", nil, false),
    ("Database 'x' does not exist. Make sure that the na", "911", true),
  ])
  func toleratesALineThatEndsEarly(line: String, id: String?, isTruncated: Bool) {
    #expect(fixture.event(in: line) == id)
    #expect(fixture.match(line)?.isTruncated ?? false == isTruncated)
  }

  @Test func aLineThatEndsBeforeMessagesPartSaysNothing() {
    let fixture = MatcherFixture([
      .init("1", "en-US", "The plan guide cannot be made from the cache for the first reason."),
      .init("2", "en-US", "The plan guide cannot be made from the cache for the second reason."),
    ])
    #expect(fixture.event(in: "The plan guide cannot be made from the cache for th") == nil)
    #expect(fixture.event(in: "The plan guide cannot be made from the cache for the first") == "1")
  }

  @Test(arguments: [
    (
      "Login failed for user 'CORP\\svc app'. Reason: none. [CLIENT: ::1]",
      ["CORP\\svc app", "Reason: none. [CLIENT: ::1]"]
    ),
    ("Login failed for user ''.", ["", ""]),
    ("Échec de la connexion pour l'utilisateur « été ». Motif", ["été", "Motif"]),
    ("ユーザー “佐藤” はログインできませんでした。 理由", ["佐藤", "理由"]),
    (
      "x: Cannot drop the table '[dbo].[it's]' because it is currently in use.",
      ["table", "[dbo].[it's]"]
    ),
    ("10:11 BACKUP DATABASE s'est terminé anormalement.", ["BACKUP DATABASE"]),
    ("The mirror 1 of -5 is at 50% of the rebuild now.", ["1", "-5", "50"]),
    (
      "The operating system returned error 21(The device is not ready.) to SQL Server during a read "
        + "at offset 0x00000000012000 in file 'D:\\data\\my file.mdf'.",
      ["21(The device is not ready.)", "read", "0x00000000012000", "D:\\data\\my file.mdf"]
    ),
    ("Incorrect syntax near '='. (Microsoft SQL Server, Error: 102)", ["="]),
  ])
  func cutsOutWhatStandsAtThePlaceholders(line: String, arguments: [String]) {
    #expect(fixture.arguments(in: line) == arguments)
  }

  @Test(arguments: [
    ("spid5  Incorrect syntax near ')'. (102)", "Incorrect syntax near ')'."),
    (
      "ERR: There is not enough room in the store for it. Retry.",
      "There is not enough room in the store for it."
    ),
    ("Msg 3013: BACKUP s'est terminé anormalement.", "BACKUP s'est terminé anormalement."),
  ])
  func saysWhichPartOfALineTheMessageIs(line: String, range: String) {
    #expect(fixture.range(in: line) == range)
  }

  @Test func aKnownEventNeedsFewerWords() {
    #expect(fixture.event(in: "File a.txt") == nil)
    #expect(fixture.event(in: "30001: File a.txt", as: "30001") == "30001")
    #expect(fixture.arguments(in: "30001: File a.txt", as: "30001") == ["a.txt"])
    #expect(fixture.event(in: "Error 18456: ユーザー 'sa' はログ", as: "18456") == "18456")
    #expect(fixture.event(in: "Login failed for user 'sa'.", as: "102") == nil)
    #expect(fixture.event(in: "Login failed for user 'sa'.", as: "99") == nil)
    #expect(fixture.event(in: "", as: "102") == nil)
  }

  @Test func namesTheLocale() throws {
    let match = try #require(fixture.match("Échec de la connexion pour l’utilisateur 'x'."))
    #expect(fixture.matcher.locale(match.locale).text == "fr-FR")
    #expect(fixture.matcher.event(match.event).description == "PRODUCT_18456")
  }

  /// Neither many words of many messages nor one long line costs more than its length.
  @Test func aHostileLineEnds() {
    let rows = (0..<200).map {
      MatcherFixture.Row("\($0)", "en-US", "a b %s a b %s a b %s a b %s c\($0) d e f")
    }
    let fixture = MatcherFixture(rows)
    #expect(fixture.event(in: String(repeating: "a b ", count: 3_000)) == nil)
    #expect(fixture.event(in: String(repeating: "x", count: 100_000)) == nil)
  }

  /// Signs of every width before a message that begins with a placeholder.
  @Test(arguments: ["］", "[x]", "［x］", "：", " -", "\u{A0}", "」", "10:11 ", "\t", "é", ""])
  func whatStandsBeforeAFirstPlaceholderEnds(prefix: String) {
    let line = prefix + " BACKUP s'est terminé anormalement."
    #expect(fixture.event(in: line) == "3013")
    #expect(fixture.arguments(in: line)?.first?.hasSuffix("BACKUP") == true)
  }

  @Test func bytesThatAreNotUTF8AreNoTrouble() {
    var tokens = LineTokens()
    var scratch = MessageMatcher.Scratch()
    let line: [UInt8] =
      Array("Incorrect syntax near '".utf8) + [0xFF, 0xE3, 0x81, 0x27, 0x2E, 0xC3]
    tokens.read(line.span)
    let match = fixture.matcher.match(line.span, tokens, &scratch)
    #expect(match?.arguments == [23..<26])
  }
}
