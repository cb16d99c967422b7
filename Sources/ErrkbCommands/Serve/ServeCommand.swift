internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Index

/// `errkb serve`: the built site on loopback, built anew as its content changes.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the built site on this machine, and build it anew as its content changes.",
    discussion: """
      The address is printed when the site can be read. With --watch the site is built first and \
      after every change; pages that are open reload, and show what the build has to say. Ctrl-C \
      ends it.
      """)

  @OptionGroup var content: ContentOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder that the site was built in.", valueName: "folder"),
    completion: .directory)
  var output = "build"

  @Option(help: ArgumentHelp("The port to listen on; 0 for any.", valueName: "number"))
  var port: UInt16 = 8000

  @Flag(help: "Build after every change of the content, and reload the pages that are open.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "A folder of templates and assets for the site that come before those that ship.",
      valueName: "folder"),
    completion: .directory)
  var templates: String?

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output takes the name of a folder") }
    if templates != nil, !watch {
      throw ValidationError("--templates needs --watch: nothing is built")
    }
  }

  func run() throws {
    do {
      guard watch || FileBytes.kind(of: site) == .folder else { throw MissingSite(folder: output) }
      throw replaceProcess(try words())
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }

  private var site: String { "\(output)/site" }

  /// What the program that serves is started with.
  private func words() throws -> [String] {
    var words = [try SiteProgram.path(), "serve", "--folder", site, "--port", String(port)]
    guard watch, let builder = CatalogueLocation.current.executable else { return words }
    for folder in content.folders + [templates].compactMap(\.self) { words += ["--watch", folder] }
    words += ["--ignore", output, "--builder", builder, "--"]
    words += ["build", "--output", output, "--jobs", String(content.jobs)]
    // What a browser shows is all that is wanted at once.
    words += ["--only", "catalogue,site"]
    // Where the site does stand; without it every build would remind of it.
    if port != 0 { words += ["--base-url", "http://localhost:\(port)"] }
    if let templates { words += ["--templates", templates] }
    return words + ["--"] + content.folders
  }

  /// Puts another program in the place of this one; returns only where that cannot be.
  private func replaceProcess(_ words: [String]) -> FileError {
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    unsafe execv(words[0], &arguments)
    return .current(path: words[0])
  }
}

/// There is nothing to serve.
private struct MissingSite: Error, CustomStringConvertible {
  let folder: String

  var description: String {
    "there is no site in '\(VisibleText.visible(folder))': 'errkb build' makes one, and so does --watch"
  }
}
