internal import ArgumentParser

/// The content folders that a command reads.
struct ContentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The content folders; where two have a page for the same event and locale, the first wins.",
      valueName: "content"))
  var folders: [String] = ["content"]

  @Option(help: ArgumentHelp("How many pages to read at once.", valueName: "number"))
  var jobs: Int = Environment.processors

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }
}
