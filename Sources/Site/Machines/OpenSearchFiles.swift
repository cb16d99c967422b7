internal import Catalogue
internal import Index
internal import Render

/// What tells a browser how to search the site, one file a locale (OpenSearch 1.1, draft 6).
struct OpenSearchFiles: SitePart {
  let count: Int

  init(_ catalogue: SiteCatalogue) { count = catalogue.locales.count }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let locale = frame.catalogue.locales[piece]
    let xml = XMLWriter(isDocument: true)
    xml.element("OpenSearchDescription", ["xmlns": "http://a9.com/-/spec/opensearch/1.1/"]) {
      xml.endLine()
      xml.element("ShortName", [:], "errkb")
      xml.endLine()
      xml.element("Description", [:], frame.words(locale)[.siteText])
      xml.endLine()
      let search = frame.publicURL(SiteAddress.search(locale))
      xml.element(
        "Url", ["type": "text/html", "method": "get", "template": "\(search)?q={searchTerms}"])
      xml.endLine()
      xml.element("Language", [:], locale.text)
      xml.endLine()
      xml.element("InputEncoding", [:], "UTF-8")
      xml.endLine()
    }
    try sink.write(xml.bytes, to: SiteAddress.openSearch(locale))
  }
}
