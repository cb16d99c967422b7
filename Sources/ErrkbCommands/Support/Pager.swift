internal import Glibc

/// Shows text that is longer than the terminal through the reader's pager.
enum Pager {
  /// Writes text to standard output, or to the pager where standard output is a terminal that it
  /// does not fit.
  ///
  /// `ERRKB_PAGER`, then `PAGER`, then `less`; an empty one turns paging off. `less` without
  /// arguments is told to keep colours, to leave short texts on the screen and not to clear it.
  static func show(_ text: [UInt8], isWanted: Bool) {
    guard isWanted, Output.standard.isTerminal, !fits(text), let command = command() else {
      Output.standard.write(text)
      return
    }
    guard let stream = unsafe popen(command, "w") else {
      Output.standard.write(text)
      return
    }
    // A pager that is left early closes the pipe, which is no failure.
    Output.ignoreBrokenPipes()
    _ = unsafe text.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
    unsafe _ = pclose(stream)
  }

  private static func fits(_ text: [UInt8]) -> Bool {
    guard let rows = Output.standard.rows else { return true }
    return text.count { $0 == 0x0A } < rows
  }

  /// The shell command of the pager, or nil where there is none.
  private static func command() -> String? {
    let chosen = Environment.value("ERRKB_PAGER") ?? Environment.value("PAGER") ?? "less"
    let trimmed = chosen.trimmingBlanks
    guard !trimmed.isEmpty, Environment.value("TERM") != "dumb" else { return nil }
    let name = trimmed.split(separator: "/").last.map(String.init) ?? trimmed
    return name == "less" ? "\(trimmed) -RFX" : trimmed
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
