import Testing

@testable import Logs

/// The forms in which numbers stand in logs, one line each, without the message.
@Suite struct NumberFormTests {
  @Test(arguments: [
    // The error log, in the languages of SQL Server and more.
    "2021-01-30 03:12:04.12 Logon       Error: 18456, Severity: 14, State: 38.",
    "2021-01-30 03:12:04.12 spid51      Erreur : 18456, Gravité : 14, État : 38.",
    "Erreur\u{A0}: 18456, gravité\u{202F}: 14, état\u{A0}: 38.",
    "Fehler: 18456, Schweregrad: 14, Status: 38.",
    "Error: 18456, gravedad: 14, estado: 38.",
    "Errore: 18456. Gravità: 14. Stato: 38.",
    "Erro: 18456, Gravidade: 14, Estado: 38.",
    "Ошибка: 18456, серьезность: 14, состояние: 38.",
    "エラー: 18456、重大度: 14、状態: 38。",
    "错误: 18456，严重性: 14，状态: 38。",
    "错误：18456，严重性：14，状态：38。",
    "錯誤: 18456，嚴重性: 14，狀態: 38。",
    "오류: 18456, 심각도: 14, 상태: 38.",
    "Hata: 18456, Önem Derecesi: 14, Durum: 38.",
    "Błąd: 18456, ważność: 14, stan: 38.",
    "Chyba: 18456, závažnost: 14, stav: 38.",
    "Fout: 18456, ernst: 14, status: 38.",
    "Fel: 18456, allvarlighetsgrad: 14, tillstånd: 38.",
    "Σφάλμα: 18456, σοβαρότητα: 14, κατάσταση: 38.",
    "שגיאה: 18456, חומרה: 14, מצב: 38.",
    "خطأ: 18456، الخطورة: 14، الحالة: 38.",
    // A language that nobody taught us: the severity is that of the event.
    "Kosa: 18456, Ukali: 14, Hali: 38.",
    "Ralat: 18456, tahap keterukan: 14, keadaan: 38.",
    // What tools print.
    "Msg 18456, Level 14, State 38, Server SQL1, Line 1",
    "Msg 18456, Niveau 14, État 38, Serveur SQL1, Ligne 1",
    "Meldung 18456, Ebene 14, Status 38, Server SQL1, Zeile 1",
    "Mens. 18456, Nivel 14, Estado 38, Servidor SQL1, Línea 1",
    "Messaggio 18456, livello 14, stato 38, server SQL1, riga 1",
    "Mensagem 18456, Nível 14, Estado 38, Linha 1",
    "Сообщение 18456, уровень 14, состояние 38, строка 1",
    "メッセージ 18456、レベル 14、状態 38、行 1",
    "消息 18456，级别 14，状态 38，第 1 行",
    "訊息 18456，層級 14，狀態 38，行 1",
    "메시지 18456, 수준 14, 상태 38, 줄 1",
    "İleti 18456, Düzey 14, Durum 38, Satır 1",
    "Msg 18456 (severity 14, state 38) from SQL1 Line 1:",
    "Error Number:18456,State:38,Class:14",
    "Error Number: 18456, Severity: 14, State: 38, Procedure: p",
    "Error:    18456,\tSeverity:   14,     State:   38",
  ])
  func readsNumberSeverityAndState(line: String) throws {
    #expect(try LogCatalogue.summary(of: line) == ["MSSQLSERVER_18456 1× [38]"])
  }

  @Test(arguments: [
    ("(Microsoft SQL Server, Error: 10061)", "MSSQLSERVER_10061"),
    ("x (Microsoft SQL Server, erreur : 10061)", "MSSQLSERVER_10061"),
    ("（Microsoft SQL Server，错误: 10061）", "MSSQLSERVER_10061"),
    ("(Microsoft SQL Server、エラー: 10061)", "MSSQLSERVER_10061"),
    ("(Microsoft SQL Server, Fehler: -2)", "MSSQLSERVER_-2"),
    ("(Microsoft SQL Server, Kosa: 10061)", "MSSQLSERVER_10061"),
    ("Login failed. [SQLSTATE 28000] (Error 18456)", "MSSQLSERVER_18456"),
    ("[SQLSTATE 28000] (Erreur 18456).  The step failed.", "MSSQLSERVER_18456"),
    ("[298] SQLServer Error: 18456, Cannot log in [SQLSTATE 28000]", "MSSQLSERVER_18456"),
    ("SQLState = 28000, NativeError = 18456", "MSSQLSERVER_18456"),
    ("SQL Server error 18456 occurred", "MSSQLSERVER_18456"),
    ("Erreur SQL Server 18456", "MSSQLSERVER_18456"),
    ("SQL Error: 208, SQLState: S0002", "MSSQLSERVER_208"),
    ("com.microsoft.sqlserver.jdbc.SQLServerException: x ErrorCode: 208", "MSSQLSERVER_208"),
    (
      "('28000', \"[28000] [Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Nope. (18456) (SQLDriverConnect)\")",
      "MSSQLSERVER_18456"
    ),
  ])
  func readsTheNumbersOfDrivers(line: String, event: String) throws {
    #expect(try LogCatalogue.summary(of: line) == ["\(event) 1×"])
  }

  @Test(arguments: [
    ("file.cpp(12): error C2065: 'x': undeclared identifier", "MSVC_C2065"),
    ("1>c:\\src\\file.cpp(12,5): error C2065: “x”: 未声明的标识符", "MSVC_C2065"),
    ("file.cpp(12): erreur C2065: 'x'", "MSVC_C2065"),
    ("file.cpp(12) : 错误 C2065：", "MSVC_C2065"),
    ("file.cpp(12): kosa kubwa C2065: 'x'", "MSVC_C2065"),
    ("LINK : fatal error LNK1104: cannot open file 'kernel32.lib'", "MSVC_LNK1104"),
    ("LINK : fatal error LNK1104", "MSVC_LNK1104"),
    ("LINK : erreur irrécupérable LNK1104: impossible d'ouvrir", "MSVC_LNK1104"),
    ("cl : Command line warning D9002 : ignoring unknown option '/foo'", "MSVC_D9002"),
    ("NMAKE : fatal error U1077: 'cl' : return code '0x2'", "MSVC_U1077"),
    ("Error\tC2065\t'x': undeclared identifier\tproj\tfile.cpp\t12", "MSVC_C2065"),
    ("error[E0382]: borrow of moved value: `s`", "RUSTC_E0382"),
    ("ORA-00942: table or view does not exist", "ORACLE_ORA-00942"),
    ("java.sql.SQLException: ORA-00942: table", "ORACLE_ORA-00942"),
    ("2026-11-21 03:12:04 LDG0042: posting refused", "LEDGER_LDG0042"),
    ("[LDG0042] posting refused", "LEDGER_LDG0042"),
  ])
  func readsIdentifiersWhereToolsPutThem(line: String, event: String) throws {
    #expect(try LogCatalogue.summary(of: line) == ["\(event) 1×"])
  }

  @Test(arguments: [
    "Error,11/21/2026 3:12:04 AM,MSSQLSERVER,18456,Logon,\"x\"",
    "\"Error\";\"21/11/2026\";\"MSSQLSERVER\";\"18456\";\"Logon\"",
    "Nov 21 03:12:04 host MSSQLSERVER: 18456: LOGON",
    "MSWinEventLog\t1\tApplication\t77\tSat Nov 21 03:12:04 2026\t18456\tMSSQLSERVER\tN/A",
    "Error,11/21/2026 3:12:04 AM,MSSQL$SALES,18456,Logon",
    #"{"EventID":18456,"SourceName":"MSSQLSERVER","Hostname":"h"}"#,
    #"{"winlog":{"provider_name":"MSSQL$SALES","event_id":18456}}"#,
    #"{"log": "{\"EventID\":18456,\"SourceName\":\"MSSQLSERVER\"}"}"#,
    "<Event><System><Provider Name='MSSQLSERVER'/><EventID Qualifiers='49152'>18456</EventID></System></Event>",
    "<Event><System><Provider Name=\"MSSQLSERVER\" /><EventID>18456</EventID></System></Event>",
  ])
  func readsRecordsOnOneLine(line: String) throws {
    #expect(try LogCatalogue.summary(of: line) == ["MSSQLSERVER_18456 1×"])
  }

  @Test(arguments: [
    "Error 404", "error: 208", "Error 208 connecting", "connect() failed (111: Connection refused)",
    "ERROR 1205 (40001): Deadlock found", "208 errors, 14 warnings, 38 notes",
    "[Sat Nov 21 03:12:04 2026] usb 1-1: error 208", "Msg 208 received", "message 208, level 3",
    "took 208, read 15, wrote 3", "id: 18456, severity: 3", "SQL Error: 1205, SQLState: 40001",
    "Error,11/21/2026,Service Control Manager,7036,None",
    "{\"EventID\":7036,\"SourceName\":\"Service Control Manager\"}",
    "Service Control Manager: 7036: started", "see C2065 in the list", "part C2065 is out of stock",
    "XC2065: x", "c2065", "room LNK1104", "FATAL:  18456", "pid 18456, sev 13, st 3",
    "2026-11-21T03:12:04 level=error code=18456 state=38", "Error: 99999, Severity: 99, State: 1",
    "Error: 018456, Severity: 14, State: 1", "Error: 1845600000000, Severity: 14, State: 1",
    "Event ID: 18456", "Source: MSSQLSERVER",
  ])
  func isSilentAboutOtherNumbers(line: String) throws {
    #expect(try LogCatalogue.summary(of: line) == [])
  }

  @Test func namesNumbersThatTheCatalogueLacks() throws {
    let tally = try LogCatalogue.tally(
      of: "Error: 50001, Severity: 16, State: 1.\nMsg 50001, Level 16, State 2\nError 60000\n")
    #expect(tally.unknownNumbers.map(\.number) == [50001])
    #expect(tally.unknownNumbers.map(\.count) == [2])
    #expect(tally.events.isEmpty)
  }

  @Test func takesAnEventOnceALine() throws {
    #expect(
      try LogCatalogue.summary(
        of: "Error: 18456, Severity: 14, State: 8. (Microsoft SQL Server, Error: 18456)")
        == ["MSSQLSERVER_18456 1× [8]"])
  }
}
