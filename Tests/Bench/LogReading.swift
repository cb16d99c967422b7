import BenchSupport
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

  static func run(_ subject: BenchSubject, _ report: inout Report) throws(BenchError) {
    let megabytes = BenchSetting.logMegabytes
    let log = BenchFolder.shared.path + "/log"
    _ = try BenchTask.command("task-log", [subject.catalogue, log, "\(megabytes)"]).run()
    let patterns = try BenchFolder.shared.file("patterns", Array(Self.patterns.utf8.dropLast()))
    report.heading("explain, a log of \(megabytes) MB, against rg -c with the number patterns")
    let explain = BenchCommand(
      subject.errkb, "explain", "--catalogue", subject.catalogue, "--lang", "en", log)
    let result = try report.headline(
      "`explain` of a log of \(megabytes) MB; rg: counts lines with a number",
      Contest(
        name: "explain", ours: explain, peer: BenchCommand("rg", "-c", "-f", patterns, log),
        peerName: "rg -c", target: 3))
    if let result {
      report.row(
        "the same, memory, against 64 MB", ours: Figure.megabytes(result.peak), peer: "64 MB",
        ratio: Double(result.peak) / 64e6, target: 1)
    }
    unlink(log)
  }
}

/// `task-log CATALOGUE FILE MB`: a log of about so many megabytes.
enum LogTask {
  static func run(_ words: [String]) throws {
    guard let megabytes = Int(words[3]) else { throw BenchError("no size: \(words[3])") }
    var generator = try LogGenerator(catalogue: words[1])
    try generator.write(to: words[2], bytes: megabytes << 20)
  }
}
