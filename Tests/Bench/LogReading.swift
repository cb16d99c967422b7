import Glibc

/// `explain` against ripgrep, which counts lines with the number patterns and knows no text.
enum LogReading {
  /// What ripgrep looks for: the forms in which a number may stand.
  ///
  /// They are in languages of SQL Server and of compilers. errkb looks for these in more languages,
  /// and for the texts of all messages besides.
  private static let patterns = #"""
    (Error|Erreur|Fehler|Errore|Erro|Ошибка|エラー|错误|錯誤|오류) ?[:：] ?-?[0-9]+
    (Msg|Mens\.?|Meldung|Messaggio|Mensagem|Сообщение|メッセージ|消息|訊息|메시지) -?[0-9]+[,，、]
    \((Error|Erreur|Fehler|Errore|Erro|Ошибка|エラー|错误|錯誤|오류) -?[0-9]+\)
    (error|warning|erreur|avertissement|Fehler|Warnung|エラー|警告|错误) [A-Z]+[0-9]{4} ?[:：]
    (Event ID|ID de l.événement|Ereignis-ID|イベント ID|事件 ID|EventID|Id) ?[:：] ?[0-9]+

    """#

  static func run(
    errkb: String, catalogue: String, content: [String], _ report: inout Report
  ) throws {
    let megabytes = getenv("ERRKB_BENCH_LOG_MB").flatMap { Int(String(cString: $0)) } ?? 1024
    let log = BenchFolder.shared.path + "/log"
    var generator = try LogGenerator(catalogue: catalogue)
    try generator.write(to: log, bytes: megabytes << 20)
    let patterns = try BenchFolder.shared.file("patterns", Array(Self.patterns.utf8.dropLast()))
    report.heading("explain, a log of \(megabytes) MB, against rg -c with the number patterns")
    try report.run([
      Contest(
        name: "explain",
        ours: BenchCommand(errkb, "explain", "--catalogue", catalogue, "--lang", "en", log),
        peer: BenchCommand("rg", "-c", "-f", patterns, log), target: 3, rounds: 5)
    ])
    unlink(log)
  }
}
