/// What the program has to say beside its answer: a line on standard error.
enum Note {
  static func say(_ text: String) { Output.error.writeLine("errkb: \(text)") }

  /// Says what went wrong, and ends the process.
  static func fail(_ text: String) -> Never {
    say(text)
    ExitStatus.failure.exit()
  }
}
