internal import Catalogue
internal import Index

/// What files of each locale of a catalogue are called, as the C library names locales: `fr`, `pt_BR`,
/// `sr@latin`.
struct LocaleFileNames {
  /// By locale, in order.
  let names: [(locale: LocaleTag, name: String)]

  init(_ reader: CatalogueReader) throws(CatalogueError) {
    let locales = try reader.locales()
    let all = LocaleNames(locales)
    names = locales.map { ($0, all.name(of: $0)) }
  }
}
