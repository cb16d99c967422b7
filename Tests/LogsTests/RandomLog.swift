import TestSupport

/// Logs made of pieces that touch all that goes over lines and stretches.
struct RandomLog {
  private var random = SmallGenerator()

  private static let pieces = [
    "2021-01-30 03:12:04.12 Logon       Error: 18456, Severity: 14, State: 38.\n",
    "2021-01-30 03:12:05.12 Logon       Login failed for user 'sa'. Reason: x. [CLIENT: ::1]\n",
    "Msg 208, Level 16, State 1\n", "Invalid object name 'dbo.t'.\n", "Invalid object\n",
    "name 'dbo.u'.\n", "\n", "\r\n", "   \n", "nothing to see here, move along please\n",
    "Error: 50001, Severity: 16, State: 1.\n", "Log Name: Application\n",
    "Source: MSSQLSERVER\n", "Source: Service Control Manager\n", "Event ID: 18456\n",
    "Event ID: 7036\r\n", "Date: 21/11/2026 03:12:04\n", "Description:\n",
    "Error Number: 18456\n", "Severity: 14\n", "State: 8\n",
    "Error Number:18456,State:38,Class:14\n",
    "main.cpp(1): error C2065: 'x': undeclared identifier\n",
    "消息 208，级别 16，状态 1，第 1 行\n", "对象名 'foo' 无效。\n",
    "Échec de la connexion pour l'utilisateur 'é'.\n",
    "{\"EventID\":18456,\"SourceName\":\"MSSQLSERVER\"}\n",
  ]

  /// A log of some hundred lines, at times with one that is very long or that has no end.
  mutating func next() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...300, using: &random) {
      text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      switch Int.random(in: 0..<120, using: &random) {
      case 0:
        let words = Int.random(in: 10...30_000, using: &random)
        text += String(repeating: "wort é ", count: words) + "Msg 208, Level 16, State 1\n"
      case 1:
        text += String(repeating: "x", count: Int.random(in: 1...150_000, using: &random)) + "\n"
      default: break
      }
    }
    if Bool.random(using: &random) { text.removeLast() }
    return text
  }
}
