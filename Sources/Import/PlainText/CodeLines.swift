/// Tells lines of code, commands and what they print from prose, where no mark does.
struct CodeLines {
  private let commands = Set(WordLists.shared.words("commands"))
  private let verbs = Set(WordLists.shared.words("verbs"))
  private let sql = Set(WordLists.shared.words("sql"))
  private let sqlMore = Set(WordLists.shared.words("sqlmore"))

  /// Whether a line is code by itself.
  func isCode(_ line: String) -> Bool {
    if isComment(line) || isPrompt(line) || isConnectionString(line) { return true }
    let words = line.split(separator: " ", maxSplits: 12)
    guard let first = words.first, !readsAsProse(line, words.count) else { return false }
    if isCmdlet(first) { return words.count == 1 || isCommandLine(words) || line.contains("|") }
    if commands.contains(String(first)) || first.lowercased().hasSuffix(".exe") {
      return isCommandLine(words)
    }
    if first.hasPrefix("$"), line.contains(" = ") || line.contains("::") || line.contains(".") {
      return true
    }
    if sql.contains(String(first)) {
      return words.count > 1 || line.hasSuffix(";") || first == "GO" || first == "RECONFIGURE"
    }
    if line.hasPrefix("#include") || line.hasPrefix("#define") || line.hasPrefix("@echo") {
      return true
    }
    if line == "{" || line == "}" || line == "};" || line == ");" { return true }
    return line.hasSuffix(";") && line.contains { "=()".contains($0) }
      || line.hasSuffix(") {") || line.hasSuffix(" {")
  }

  /// Whether a line goes on with the code before it.
  func continuesCode(_ line: String, after previous: String) -> Bool {
    if isCode(line) { return true }
    if let last = previous.last, "`\\^|,({".contains(last), !isComment(previous) { return true }
    let first = line.prefix { $0 != " " }
    if sqlMore.contains(String(first)) { return true }
    return isOutput(line)
  }

  /// Whether a line is what a program prints of an error, or a line of a table that it prints.
  func isOutput(_ line: String) -> Bool {
    let lowered = line.lowercased()
    for mark in ["error: ", "error 0x", "hresult", "msg ", "(provider:", "exit code", "errno"] {
      guard let range = lowered.firstRange(of: mark) else { continue }
      let rest = lowered[range.upperBound...]
      let isNumbered = rest.first.map { $0.isNumber || $0 == "-" } ?? false
      if isNumbered || mark == "(provider:" || mark == "hresult" { return true }
      if mark == "error: ", range.lowerBound > lowered.startIndex,
        lowered[..<range.lowerBound].hasSuffix(": ")
      {
        return true
      }
    }
    let rule = line.filter { $0 != " " }
    if rule.count > 5, rule.allSatisfy({ $0 == "-" || $0 == "=" || $0 == "+" }) { return true }
    return line.trimmed.split(separator: "  ").count > 3
  }

  /// The language of a block; nil where it is none that is sure.
  func language(of lines: [String]) -> String? {
    let code = lines.map(\.trimmed).filter { !$0.isEmpty && !isComment($0) }
    if code.contains(where: { isCmdlet($0.prefix { $0 != " " }) }) { return "powershell" }
    guard let first = code.first?.prefix(while: { $0 != " " && $0 != ";" }),
      sql.contains(String(first)), code.count > 1 || code[0].contains(" ")
    else { return nil }
    return "sql"
  }

  func isComment(_ line: String) -> Bool {
    line.hasPrefix("-- ") || line == "--" || line.hasPrefix(":: ") || line.hasPrefix("// ")
      || line.hasPrefix("REM ") || line.hasPrefix("/* ")
  }

  private func isPrompt(_ line: String) -> Bool {
    if line.hasPrefix("PS ") && line.contains(":\\") && line.contains(">") { return true }
    if line.hasPrefix("$ ") || line.hasPrefix("SQL> ") || line.hasPrefix("mysql> ") { return true }
    let head = Array(line.utf8.prefix(3))
    return head.count == 3 && head[1] == UInt8(ascii: ":") && head[2] == UInt8(ascii: "\\")
      && line.contains(">")
  }

  /// Whether a line is `KEY=VALUE;KEY=VALUE`.
  private func isConnectionString(_ line: String) -> Bool {
    let parts = line.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { part in
      guard let equals = part.firstIndex(of: "=") else { return false }
      let key = part[..<equals].trimmedStart
      return !key.isEmpty && key.count <= 40 && !key.contains { "\"'<>".contains($0) }
    }
  }

  private func isCmdlet(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, verbs.contains(String(parts[0])), let first = parts[1].first else {
      return false
    }
    return first.isUppercase && parts[1].allSatisfy { $0.isLetter || $0.isNumber }
  }

  private func isCommandLine(_ words: [Substring]) -> Bool {
    if words.count <= 4 { return true }
    return words.dropFirst().contains { word in
      (word.hasPrefix("-") && word.count > 1) || (word.hasPrefix("/") && word.count > 1)
        || word == "|" || word.hasPrefix(">") || word.hasPrefix("\"") || word.contains("=")
        || word.contains("\\")
    }
  }

  /// Whether a line has sentences: it ends as one, or one ends within it.
  private func readsAsProse(_ line: String, _ words: Int) -> Bool {
    guard words > 3 else { return line.hasSuffix("?") }
    if line.hasSuffix("."), !line.hasSuffix("..") { return true }
    if line.hasSuffix("?") || line.hasSuffix("!") || line.hasSuffix(",") { return true }
    return line.contains(". ") || line.contains("? ")
  }
}
