import ArgumentParser

/// The program that makes and serves the site, started by `errkb`.
struct ErrkbSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errkb-site",
    abstract: "Make and serve the site of a catalogue: what 'errkb build' and 'errkb serve' start.",
    subcommands: [BuildSite.self, ServeSite.self])
}

ErrkbSite.main()
