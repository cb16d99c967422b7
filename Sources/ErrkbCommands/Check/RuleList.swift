internal import Diagnostics

/// The rules as `check --rules` prints them.
enum RuleList {
  static var text: [UInt8] {
    var text = ""
    for rule in Rule.allCases {
      text += "\(rule.rawValue) (\(rule.severity.rawValue))\n  \(rule.summary)\n\n"
      text += "  \(rule.explanation)\n\n"
    }
    return Array(text.utf8)
  }
}
