internal import Catalogue
internal import Index

/// `sitemap.xml` and its parts: every page in its own language, none that stands in for a missing one.
struct SiteMapFiles: SitePart {
  private let map: SiteMap

  init(_ frame: Frame) {
    map = SiteMap(Self.groups(of: frame.catalogue), base: frame.publicBase)
  }

  var count: Int { map.count }

  func key(of piece: Int) -> String { "map/\(piece) of \(count)" }

  func needs(of piece: Int) -> [String]? { [SiteFacts.Name.contents] }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let file = map.file(piece)
    try sink.write(file.bytes, to: file.path)
  }

  private static func groups(of catalogue: SiteCatalogue) -> [SiteMap.Group] {
    func everywhere(_ address: (LocaleTag) -> String) -> SiteMap.Group {
      group(of: catalogue.locales.map { ($0, address($0), nil) }, in: catalogue)
    }
    guard !catalogue.locales.isEmpty else { return [] }
    var groups = [everywhere(SiteAddress.home), everywhere(SiteAddress.coverage)]
    for source in catalogue.sources {
      groups.append(everywhere { SiteAddress.list(of: source.name, $0) })
    }
    for event in catalogue.events {
      let pages = event.editions.map { edition in
        let address = SiteAddress.event(
          source: event.key.source, id: event.key.id, edition.locale)
        return (edition.locale, address, edition.date)
      }
      groups.append(group(of: pages, in: catalogue))
    }
    for article in catalogue.articles {
      let pages = article.editions.map { ($0.locale, article.address($0.locale), $0.date) }
      groups.append(group(of: pages, in: catalogue))
    }
    return groups
  }

  private static func group(
    of pages: [(locale: LocaleTag, address: String, date: CalendarDate?)],
    in catalogue: SiteCatalogue
  ) -> SiteMap.Group {
    SiteMap.Group(
      pages: pages.map {
        SiteMap.Group.Page(address: $0.address, locale: $0.locale, date: $0.date)
      },
      fallback: pages.firstIndex { $0.locale == catalogue.defaultLocale } ?? 0)
  }
}
