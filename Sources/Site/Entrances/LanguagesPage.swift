internal import Catalogue
internal import Index

/// The root of the site, where a reader chooses the language or a script does.
struct LanguagesPage: SitePart {
  let count = 1

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let locale = frame.catalogue.entrance
    let words = frame.words(locale)
    var page = FramedPage(
      kind: .languages, locale: locale, address: "index.html",
      title: words[.siteTitle])
    page.description = words[.siteText]
    let bytes = frame.bytes(of: page) { $0.set("homes", frame.homes(on: page)) }
    try sink.write(bytes, to: page.address)
  }
}

extension Frame {
  /// The home page of every locale, by the language's name for itself.
  func homes(on page: FramedPage) -> [TemplateValues] {
    zip(catalogue.locales, LocaleFrame.names(of: catalogue.locales)).map { locale, name in
      TemplateValues { entry in
        entry.set("name", name)
        entry.set("tag", locale.text)
        entry.set("lang", locale.text)
        entry.set("dir", locale.direction)
        entry.set("href", href(SiteAddress.home(locale), on: page))
      }
    }
  }
}
