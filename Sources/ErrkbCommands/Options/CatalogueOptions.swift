internal import ArgumentParser
internal import Index

/// Which catalogue a command asks.
struct CatalogueOptions: ParsableArguments {
  @Option(
    name: .customLong("catalogue"),
    help: ArgumentHelp(
      "The catalogue to ask.",
      discussion: """
        Else $ERRKB_CATALOGUE, else build/catalogue.db in this folder or the nearest one above it, \
        else $XDG_DATA_HOME/errkb/catalogue.db, else the installed one.
        """,
      valueName: "path"),
    completion: .file(extensions: ["db"]))
  var path: String?

  /// Opens the catalogue; says in one sentence how to get one where there is none.
  func open() throws -> CatalogueReader {
    do {
      return try CatalogueReader(path: CatalogueLocation.current.path(option: path))
    } catch {
      Note.say("\(error)")
      throw ExitStatus.failure
    }
  }
}
