internal import Catalogue
internal import Index
internal import ManPages

/// What files of each locale of a catalogue are called, as the C library names locales: `fr`, `pt_BR`,
/// `sr@latin`.
struct LocaleFileNames {
  /// By locale, in order.
  let names: [(locale: LocaleTag, name: String)]

  init(_ reader: CatalogueReader) throws(CatalogueError) {
    let locales = try reader.locales()
    // None of them is the default here: each has a name of its own.
    let folders = ManFolders(locales, default: LocaleTag(canonical: "x-none"))
    names = locales.map { locale in
      (locale, String(folders.folder(of: locale).dropLast()))
    }
  }
}
