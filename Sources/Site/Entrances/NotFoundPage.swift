internal import Catalogue
internal import Index

/// What a server shows for an address that the site does not have, whatever folder that names: its own
/// addresses begin at the root.
struct NotFoundPage: SitePart {
  let count = 1

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let locale = frame.catalogue.entrance
    var page = FramedPage(
      kind: .notFound, locale: locale, address: "404.html", title: frame.words(locale)[.notFound])
    page.isNoIndex = true
    page.root = frame.publicPath
    let bytes = frame.bytes(of: page) { $0.set("homes", frame.homes(on: page)) }
    try sink.write(bytes, to: page.address)
  }
}
