internal import Catalogue
internal import Diagnostics
internal import Index
internal import Render

/// The pages of guides and threads: each in every locale of the site, with its JSON where the locale
/// has it.
struct ArticlePages: SitePart {
  private let places: [String]

  init(_ catalogue: SiteCatalogue) { places = catalogue.articles.map(\.place) }

  var count: Int { places.count }

  func key(of piece: Int) -> String { "article/\(places[piece])" }

  func needs(of piece: Int) -> [String]? { [SiteFacts.Name.article(places[piece])] }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let article = frame.catalogue.articles[piece]
    for locale in frame.catalogue.locales {
      let shown = frame.catalogue.shown(article, in: locale)
      let page = try reader.page(number: shown.number)
      let articlePage = ArticlePage(article, page, locale, frame, reader)
      try sink.write(try articlePage.bytes(), to: articlePage.framed.address)
      guard shown.locale == locale else { continue }
      var json = JSONWriter()
      PageJSON.write(page, to: &json)
      json.endLine()
      try sink.write(json.bytes, to: article.api(locale))
    }
  }
}
