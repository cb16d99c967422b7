internal import ArgumentParser

/// The content folders that a command reads.
struct ContentOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The content folders; where two have a page for the same event and locale, the first wins.",
      valueName: "content"),
    completion: .directory)
  var folders: [String] = ["content"]

  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "How many pages to read at once; else as many as there are processors.", valueName: "number"))
  var wantedJobs: Int?

  var jobs: Int { wantedJobs ?? Environment.processors }

  func validate() throws {
    if let wantedJobs, wantedJobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }
}
