import Catalogue
import Foundation
import Index

@testable import Logs

/// A small catalogue of several sources, built once.
enum LogCatalogue {
  /// What a log is searched with.
  static var knowledge: LogKnowledge { get throws { try made.get() } }

  private static let made = Result { try make(messages) }

  /// What a log is searched with, of the messages of a catalogue.
  static func make(_ messages: [Message]) throws -> LogKnowledge {
    let path = FileManager.default.temporaryDirectory.path + "/errkb-\(UUID().uuidString).db"
    defer {
      for suffix in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    let writer = try CatalogueWriter(path: path)
    for message in messages { try writer.insert(message) }
    try writer.finish(defaultLocale: LocaleTag(canonical: "en-US"), programVersion: "0")
    return try LogKnowledge(CatalogueReader(path: path))
  }

  static func message(
    _ id: String, _ locale: String, _ severity: Int?, _ text: String, source: String = "MSSQLSERVER"
  ) -> Message {
    Message(
      source: source, id: EventID(id), locale: LocaleTag(canonical: locale), severity: severity,
      logged: nil, text: text, path: "m.md", line: 1)
  }

  static let messages: [Message] = [
    message("-2", "en-US", 11, "Timeout expired. The server is not responding."),
    message("208", "en-US", 16, "Invalid object name '%.*ls'."),
    message("208", "zh-CN", 16, "对象名 '%.*ls' 无效。"),
    message(
      "1205", "en-US", 13,
      "Transaction (Process ID %d) was deadlocked on %.*ls resources with another process and has been chosen as the deadlock victim. Rerun the transaction."
    ),
    message("7036", "en-US", 16, "The %ls service entered the %ls state now."),
    message("9002", "en-US", 17, "The transaction log for database '%.*ls' is full due to '%ls'."),
    message(
      "10061", "en-US", 16,
      "A network-related or instance-specific error occurred while establishing a connection."),
    message("17058", "en-US", 16, "initerrlog: Could not open error log file '%s'."),
    message("18456", "en-US", 14, "Login failed for user '%.*ls'.%.*ls"),
    message("18456", "fr-FR", 14, "Échec de la connexion pour l'utilisateur '%.*ls'.%.*ls"),
    message("18456", "ja-JP", 14, "ユーザー '%.*ls' はログインできませんでした。%.*ls"),
    message("C2065", "en-US", nil, "'identifier' : undeclared identifier", source: "MSVC"),
    message("D9002", "en-US", nil, "ignoring unknown option 'option'", source: "MSVC"),
    message("LNK1104", "en-US", nil, "cannot open file 'filename'", source: "MSVC"),
    message("U1077", "en-US", nil, "'program' : return code 'value'", source: "MSVC"),
    message("E0382", "en-US", nil, "borrow of moved value", source: "RUSTC"),
    message("ORA-00942", "en-US", nil, "table or view does not exist", source: "ORACLE"),
    message("LDG0042", "en-US", nil, "posting refused", source: "LEDGER"),
    message("7036", "en-US", 10, "posting period %d is closed for the ledger", source: "LEDGER"),
  ]

  /// What a text has in it.
  static func tally(of text: String) throws -> Tally {
    var scanner = StreamScanner(try knowledge, keepsOccurrences: false)
    scanner.read(Array(text.utf8))
    scanner.finish()
    return scanner.tally
  }

  /// The events of a text, each as `SOURCE_ID count×` with the states where there are any.
  static func summary(of text: String) throws -> [String] {
    try summary(of: tally(of: text))
  }

  static func summary(of tally: Tally) throws -> [String] {
    let known = try knowledge.known
    return tally.eventsByLine.map { event in
      let states = event.statesByCount.map { "\($0.state)" }.joined(separator: ",")
      let source = event.hasNumber ? "" : " text"
      return "\(known.events[event.event].key) \(event.count)×"
        + (states.isEmpty ? "" : " [\(states)]") + source
    }
  }
}
