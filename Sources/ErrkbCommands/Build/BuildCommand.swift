internal import ArgumentParser

/// `errkb build`: content folders to a catalogue, its site and its man pages.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read content folders and write the catalogue, its site and its man pages.",
    discussion: """
      A page with errors is reported as path:line:column and left out where it cannot be used; the \
      rest is built. What is built is written beside the folder, which is exchanged as a whole when \
      all is complete: who reads it finds the former build or the new one, also when a build is \
      stopped. A folder that holds anything errkb did not write is refused. Parts that --only \
      does not name stay as they are. Of what the build before has left, only that is made anew \
      which follows from a change.
      """)

  @OptionGroup var content: ContentOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output = "build"

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Build these parts, separated by commas: \(BuildPart.list).", valueName: "parts"),
    completion: .list(BuildPart.allCases.map(\.rawValue)), transform: BuildPart.parts)
  var parts = BuildPart.allCases

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the site will stand, instead of the baseURL of the first errkb.yml.",
      valueName: "url"),
    transform: BaseURL.checked)
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "A folder of templates and assets for the site that come before those that ship.",
      valueName: "folder"),
    completion: .directory)
  var templates: String?

  @Flag(
    name: .customLong("man-messages"),
    help: "Make man pages of events too that only a message list knows.")
  var hasManMessages = false

  @Flag(help: "Make everything anew, whatever the build before has left.")
  var clean = false

  @Flag(help: "Let any error fail the build with status 1: nothing is written.")
  var strict = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output takes the name of a folder") }
  }

  func run() throws {
    try BuildRun(
      BuildRun.Options(
        folders: content.folders, jobs: content.jobs, output: output, parts: parts,
        baseURL: baseURL, templates: templates, hasManMessages: hasManMessages, isStrict: strict,
        isClean: clean)
    ).run()
  }
}
