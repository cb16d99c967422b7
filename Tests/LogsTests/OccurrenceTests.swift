import Testing

@testable import Logs

/// What several lines say together.
@Suite struct OccurrenceTests {
  @Test(arguments: [
    // The error log: the number, then the message.
    """
    2021-01-30 03:12:04.12 Logon       Error: 18456, Severity: 14, State: 38.
    2021-01-30 03:12:04.12 Logon       Login failed for user 'sa'. Reason: x. [CLIENT: ::1]
    """,
    // A line between.
    """
    2021-01-30 03:12:04.12 Logon       Error: 18456, Severity: 14, State: 38.
    2021-01-30 03:12:04.12 spid7s      Starting up.
    2021-01-30 03:12:04.12 Logon       Login failed for user 'sa'. Reason: x. [CLIENT: ::1]
    """,
    // In another language than the labels.
    "Msg 18456, Level 14, State 38, Line 1\nÉchec de la connexion pour l'utilisateur 'sa'.\n",
    // Wrapped.
    "Msg 18456, Level 14, State 38, Line 1\nLogin failed for\nuser 'sa'. Reason: x\n",
    // On one line.
    "Error: 18456, Severity: 14, State: 38. Login failed for user 'sa'. Reason: x\n",
    // What .NET prints: the text first.
    """
    System.Data.SqlClient.SqlException (0x80131904): Login failed for user 'sa'.
       at System.Data.SqlClient.SqlInternalConnection.OnError(SqlException exception)
       at System.Data.SqlClient.TdsParser.ThrowExceptionAndWarning()
    ClientConnectionId:00000000-0000-0000-0000-000000000000
    Error Number:18456,State:38,Class:14
    """,
    // What SQL Server Management Studio copies.
    """
    Login failed for user 'sa'. (.Net SqlClient Data Provider)

    ------------------------------
    Server Name: SQL1
    Error Number: 18456
    Severity: 14
    State: 38
    Line Number: 65536
    """,
    "Numéro de l'erreur : 18456\nGravité : 14\nÉtat : 38\n",
  ])
  func countsNumberAndMessageOnce(text: String) throws {
    #expect(try LogCatalogue.summary(of: text) == ["MSSQLSERVER_18456 1× [38]"])
  }

  @Test(arguments: [
    """
    Log Name:      Application
    Source:        MSSQLSERVER
    Date:          21/11/2026 03:12:04
    Event ID:      18456
    Task Category: Logon
    Level:         Information
    Keywords:      Classic,Audit Failure
    User:          N/A
    Computer:      H
    Description:
    Login failed for user 'sa'. Reason: x. [CLIENT: ::1]
    """,
    "Event Type:\tFailure Audit\nEvent Source:\tMSSQL$SALES\nEvent Category:\tLogon\nEvent ID:\t18456\n",
    "Nom du journal :Application\nSource :       MSSQLSERVER\nID de l’événement :18456\n",
    "Protokollname: Application\nQuelle:        MSSQLSERVER\nEreignis-ID:   18456\n",
    "Nombre de registro:Application\nOrigen:        MSSQLSERVER\nId. del evento:18456\n",
    "ログの名前:         Application\nソース:           MSSQLSERVER\nイベント ID:       18456\n",
    "日志名称:          Application\n来源:            MSSQLSERVER\n事件 ID:         18456\n",
    "Имя журнала:   Application\nИсточник:      MSSQLSERVER\nКод события:   18456\n",
    "TimeCreated  : 21/11/2026 03:12:04\nProviderName : MSSQLSERVER\nId           : 18456\nMessage      : Login failed for user 'sa'. Reason: x\n",
    "EventID            : 18456\nMachineName        : H\nMessage            : Login failed for user 'sa'.\nSource             : MSSQLSERVER\n",
    "LogName=Application\nSourceName=MSSQLSERVER\nEventCode=18456\nEventType=0\n",
    "<Event xmlns='x'>\n <System>\n  <Provider Name='MSSQLSERVER'/>\n  <EventID Qualifiers='49152'>18456</EventID>\n",
  ])
  func readsRecordsOverSeveralLines(text: String) throws {
    #expect(try LogCatalogue.summary(of: text) == ["MSSQLSERVER_18456 1×"])
    #expect(try LogCatalogue.summary(of: "x\n\n\(text)\n\n") == ["MSSQLSERVER_18456 1×"])
  }

  @Test func leavesTheRecordsOfOtherProductsAlone() throws {
    let record = """
      Log Name:      System
      Source:        Service Control Manager
      Event ID:      7036
      Description:
      The x service entered it.

      """
    #expect(try LogCatalogue.summary(of: record) == [])
    // Its source is not that of the record before, nor of the one behind.
    let own = "Log Name: Application\nSource: MSSQLSERVER\nEvent ID: 18456\n\n"
    #expect(try LogCatalogue.summary(of: own + record + own) == ["MSSQLSERVER_18456 2×"])
    #expect(
      try LogCatalogue.summary(of: "Log Name: x\nSource: LEDGER\nEvent ID: 7036\n")
        == ["LEDGER_7036 1×"])
  }

  @Test func countsTextsByThemselves() throws {
    let tally = try LogCatalogue.tally(
      of: """
        Login failed for user 'sa'. Reason: x
        nothing
        ユーザー 'bob' はログインできませんでした。
        """)
    #expect(try LogCatalogue.summary(of: tally) == ["MSSQLSERVER_18456 2× text"])
    let event = try #require(tally.eventsByLine.first)
    #expect(event.firstLine == 0 && event.lastLine == 2)
    #expect(event.example?.arguments.first == Array("sa".utf8))
    #expect(tally.lineCount == 3)
  }

  @Test func keepsTwoErrorsThatAreMixedApart() throws {
    let text = """
      Error: 18456, Severity: 14, State: 8.
      Error: 9002, Severity: 17, State: 2.
      Login failed for user 'sa'. Reason: x
      The transaction log for database 'Sales' is full due to 'LOG_BACKUP'.
      """
    #expect(
      try LogCatalogue.summary(of: text) == ["MSSQLSERVER_18456 1× [8]", "MSSQLSERVER_9002 1× [2]"])
  }

  @Test func takesTheLineBelowANumberForItsMessage() throws {
    // The user's own error: its text is no other event's.
    #expect(
      try LogCatalogue.summary(
        of: "Msg 50000, Level 16, State 1, Line 1\nLogin failed for user 'sa'.\n") == [])
  }

  @Test func tellsTimesLinesStatesAndSeverity() throws {
    let text = """
      2021-01-30 03:12:04.12 Logon       Error: 18456, Severity: 14, State: 8.
      x
      x
      2021-01-30 03:13:05.12 Logon       Error: 18456, Severity: 20, State: 38.
      2021-01-30 03:14:06.12 Logon       Error: 18456, Severity: 14, State: 38.
      """
    let event = try #require(try LogCatalogue.tally(of: text).eventsByLine.first)
    #expect(event.firstTime == Array("2021-01-30 03:12:04.12".utf8))
    #expect(event.lastTime == Array("2021-01-30 03:14:06.12".utf8))
    #expect(event.firstLine == 0 && event.lastLine == 4)
    #expect(event.severity == 20)
    #expect(event.statesByCount.map(\.state) == [38, 8])
    #expect(event.statesByCount.map(\.count) == [2, 1])
  }
}
