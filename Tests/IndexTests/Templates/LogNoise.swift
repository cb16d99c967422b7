import Catalogue

/// Makes lines of a log out of messages: puts names and numbers in the place of placeholders, changes
/// signs as typography does, cuts ends off and puts before and behind what logs put there.
struct LogNoise {
  /// Words of the language, for what products insert themselves.
  let words: [String]
  private var generator: SeededGenerator

  init(words: [String], seed: UInt64) {
    self.words = words
    generator = SeededGenerator(seed: seed)
  }

  private static let names = [
    "sa", "dbo.Orders", "My Table", "[Sales Data]", #"C:\Program Files\Data\x.mdf"#,
    #"D:\data\log file.ldf"#, "/var/opt/data/a.mdf", "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
    #"CORP\svc app"#, "Ventes été", "顧客テーブル", "Кириллица имя", "", "x", "NULL", "it's", "1",
    "sys.dm_exec_requests", "sp_addarticle", "a b c d", "5(Access is denied.)", "AdventureWorks",
  ]

  private static let prefixes = [
    "", "", "2024-01-05 10:11:12.34 spid51      ", "2024-01-05 10:11:12.34 Logon       ",
    "2024-01-05 10:11:12.34 spid7s      ", "[Microsoft][ODBC Driver 17 for SQL Server][SQL Server]",
    "Description: ", "ERROR - ", "<14>Jan  5 10:11:12 host sql[71]: ",
  ]

  private static let suffixes = ["", "", "", " [SQLSTATE 28000]", " (Microsoft SQL Server)"]

  /// A line with the message.
  mutating func line(of message: String) -> String {
    var text = changed(instance(of: message))
    let prefix = pick(Self.prefixes)
    if chance(15), text.count > 10 {
      text = String(text.prefix(.random(in: text.count * 3 / 5..<text.count, using: &generator)))
      return prefix + text
    }
    return prefix + text + pick(Self.suffixes)
  }

  /// The message as a product prints it.
  private mutating func instance(of message: String) -> String {
    let text = Array(message.utf8)
    var bytes: [UInt8] = []
    var end = 0
    for range in Placeholders.ranges(in: text) {
      bytes += text[end..<range.lowerBound]
      bytes += argument(for: String(decoding: text[range], as: UTF8.self)).utf8
      end = range.upperBound
    }
    bytes += text[end...]
    return String(decoding: bytes, as: UTF8.self).replacing("%%", with: "%")
      .replacing("\\_", with: "_").replacing("\\*", with: "*")
  }

  private mutating func argument(for placeholder: String) -> String {
    if placeholder.contains("S_MSG") { return pick(words) }
    if placeholder.contains("S_DATE") { return "2024-03-04 05:06:07.890" }
    if placeholder.contains("S_PGID") { return "(1:\(number(9_999)))" }
    if placeholder.contains("S_") { return "(10:20:\(number(99)))" }
    switch placeholder.last(where: { $0 != "!" }) {
    case "d", "i", "u": return chance(10) ? "-\(number(99))" : "\(number(1_000_000))"
    case "x", "X", "p", "o": return String(number(1 << 30), radix: 16)
    case "c", "C": return pick(["a", "Z", "é"])
    case "e", "f", "g": return "1.5"
    default: break
    }
    if chance(60) { return pick(Self.names) }
    return (0..<Int.random(in: 1...3, using: &generator)).map { _ in pick(words) }
      .joined(separator: " ")
  }

  /// Curly apostrophes for straight ones, or the other way, or blanks that do not break.
  private mutating func changed(_ text: String) -> String {
    switch number(6) {
    case 0: text.replacing("'", with: "’")
    case 1: text.replacing("’", with: "'")
    case 2: text.replacing(" ", with: "\u{A0}")
    default: text
    }
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  private mutating func number(_ limit: Int) -> Int { .random(in: 0..<limit, using: &generator) }

  private mutating func chance(_ percent: Int) -> Bool { number(100) < percent }
}
