internal import Catalogue
internal import Index

/// What each locale has of each source: a picture and the figures, one page a locale.
struct CoveragePages: SitePart {
  let count: Int

  init(_ catalogue: SiteCatalogue) { count = catalogue.locales.count }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let catalogue = frame.catalogue
    let locale = catalogue.locales[piece]
    let words = frame.words(locale)
    var page = FramedPage(
      kind: .coverage, locale: locale, address: SiteAddress.coverage(locale),
      title: words[.coverage])
    page.description = words[.coverageText]
    page.crumbs = [(words[.home], SiteAddress.home(locale))]
    page.editions = catalogue.locales.map {
      FramedPage.Edition(locale: $0, address: SiteAddress.coverage($0))
    }
    let coverage = catalogue.coverage
    let titles = coverage.sources.map { source in
      catalogue.source(named: source.name)?.title ?? source.name
    }
    let names = LocaleFrame.names(of: coverage.locales)
    let bytes = frame.bytes(of: page) { values in
      values.set("heading", page.title)
      values.set("text", page.description)
      values.set(
        "pictureHTML", html: CoveragePicture(coverage, titles: titles, words: words).bytes)
      values.set(
        "columns",
        zip(coverage.locales, names).map { tag, name in
          TemplateValues { column in
            column.set("tag", tag.text)
            column.set("name", name)
          }
        })
      values.set(
        "rows",
        zip(coverage.sources, titles).map { source, title in
          TemplateValues { row in
            row.set("source", source.name)
            row.set("sourceTitle", title)
            row.set("cells", zip(source.cells, names).map(Self.values))
          }
        })
    }
    try sink.write(bytes, to: page.address)
  }

  private static func values(of cell: Coverage.Cell, _ name: String) -> TemplateValues {
    TemplateValues { values in
      values.set("tag", cell.locale.text)
      values.set("lang", cell.locale.text)
      values.set("dir", cell.locale.direction)
      values.set("name", name)
      values.set("pages", cell.pages)
      values.set("present", cell.current)
      values.set("drifted", cell.drifted)
      values.set("machine", cell.machineTranslated)
      values.set("missing", cell.missing)
      values.set("messages", cell.messages)
      values.set("share", cell.share.map { Int($0 * 100) })
    }
  }
}
