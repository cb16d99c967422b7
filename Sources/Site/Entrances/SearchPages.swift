internal import Catalogue
internal import Index

/// The page that searches, one a locale: its frame has all it needs.
struct SearchPages: SitePart {
  let count: Int

  init(_ catalogue: SiteCatalogue) { count = catalogue.locales.count }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let locales = frame.catalogue.locales
    let words = frame.words(locales[piece])
    var page = FramedPage(
      kind: .search, locale: locales[piece], address: SiteAddress.search(locales[piece]),
      title: words[.search])
    page.description = words[.siteText]
    page.crumbs = [(words[.home], SiteAddress.home(page.locale))]
    page.editions = locales.map {
      FramedPage.Edition(locale: $0, address: SiteAddress.search($0))
    }
    try sink.write(frame.bytes(of: page) { _ in }, to: page.address)
  }
}
