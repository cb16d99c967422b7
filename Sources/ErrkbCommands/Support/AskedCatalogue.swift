internal import Catalogue
internal import Index

/// The catalogue of a command that asks it once, answers, and ends.
struct AskedCatalogue {
  /// As given with `--catalogue`.
  let path: String?

  /// Opens it, answers, and ends the process.
  func answer(_ body: (CatalogueReader) throws(CatalogueError) -> ExitStatus) -> Never {
    do throws(CatalogueError) {
      let reader = try CatalogueReader(path: CatalogueLocation.current.path(option: path))
      // The catalogue stays open: the system frees it all at once, SQLite piece by piece.
      try withExtendedLifetime(reader) { () throws(CatalogueError) in try body(reader).exit() }
    } catch {
      Note.fail("\(error)")
    }
  }

  /// The same with the wanted locales, of an option or of the environment.
  func answer(
    languages: String?,
    _ body: (CatalogueReader, [LocaleTag]) throws(CatalogueError) -> ExitStatus
  ) -> Never {
    do throws(LocaleListError) {
      let wanted = try WantedLanguages.tags(option: languages)
      answer { reader throws(CatalogueError) in try body(reader, wanted) }
    } catch {
      Note.fail("--lang: \(error)")
    }
  }
}
