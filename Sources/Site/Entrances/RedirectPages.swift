internal import Catalogue
internal import Index

/// Pages that lead on from where a page stood that has moved: at the address of its event, else beside
/// the guide or thread that it has become, else at the path of its file.
struct RedirectPages: SitePart {
  private struct Place {
    let address: String
    let locale: LocaleTag
    let target: Target
  }

  private enum Target {
    /// A page of the site, and the anchor in it.
    case page(address: String, anchor: String?)
    case web(String)
  }

  private let places: [Place]

  init(_ catalogue: SiteCatalogue) {
    guard !catalogue.redirections.isEmpty else {
      places = []
      return
    }
    let pages = Self.pagesByNumber(catalogue)
    var taken = Self.addresses(catalogue)
    var places: [Place] = []
    for redirection in catalogue.redirections {
      for locale in redirection.locale.map({ [$0] }) ?? catalogue.locales {
        // A locale that has no page at all has no folder either.
        guard catalogue.locales.contains(locale) else { continue }
        let target = Self.target(of: redirection, in: locale, pages)
        let address = Self.address(of: redirection, in: locale, pages)
        guard let target, taken.insert(address).inserted else { continue }
        places.append(Place(address: address, locale: locale, target: target))
      }
    }
    self.places = places
  }

  var count: Int { places.count }

  func write(
    _ piece: Int, _ frame: Frame, _ reader: CatalogueReader, to sink: some SiteSink
  ) throws {
    let place = places[piece]
    var page = FramedPage(
      kind: .redirect, locale: place.locale, address: place.address,
      title: frame.words(place.locale)[.moved])
    page.isNoIndex = true
    let href: String
    switch place.target {
    case .page(let address, let anchor):
      page.canonical = address
      href = frame.href(address, on: page) + (anchor.map { "#" + $0 } ?? "")
    case .web(let address):
      href = address
    }
    let bytes = frame.bytes(of: page) { values in
      values.set("href", href)
      if case .web(let address) = place.target { values.set("canonical", address) }
    }
    try sink.write(bytes, to: page.address)
  }
}

// MARK: - From where and where to

extension RedirectPages {
  /// What stands at a page's number.
  private enum Known {
    case event(EventKey)
    case article(SiteArticle)
  }

  private static func target(
    of redirection: Redirection, in locale: LocaleTag, _ pages: [Int: Known]
  ) -> Target? {
    switch redirection.target {
    case .address(let address):
      .web(address)
    case .page(let number, let anchor):
      switch pages[number] {
      case .event(let key):
        .page(
          address: SiteAddress.event(source: key.source, id: key.id, locale), anchor: anchor)
      case .article(let article): .page(address: article.address(locale), anchor: anchor)
      case nil: nil
      }
    }
  }

  private static func address(
    of redirection: Redirection, in locale: LocaleTag, _ pages: [Int: Known]
  ) -> String {
    if let event = redirection.event {
      return SiteAddress.event(source: event.source, id: event.id, locale)
    }
    var parts = redirection.path.split(separator: "/").map(String.init)
    for ending in [".md", ".markdown"] where parts.last?.hasSuffix(ending) == true {
      parts[parts.count - 1].removeLast(ending.count)
    }
    if case .page(let number, _) = redirection.target,
      case .article(let article) = pages[number]
    {
      return SiteAddress.article(
        article.kind, source: article.source, name: parts.last ?? "", locale)
    }
    return SiteAddress.file(parts.filter { LocaleTag($0) != locale }, locale)
  }

  /// The guides and threads, and the first event that each reference page is about, by the numbers of
  /// their pages.
  private static func pagesByNumber(_ catalogue: SiteCatalogue) -> [Int: Known] {
    var pages: [Int: Known] = [:]
    for event in catalogue.events {
      for page in event.editions.lazy.flatMap(\.pages) where page.kind == .reference {
        if pages[page.number] == nil { pages[page.number] = .event(event.key) }
      }
    }
    for article in catalogue.articles {
      for edition in article.editions { pages[edition.number] = .article(article) }
    }
    return pages
  }

  /// Where pages stand that are there.
  private static func addresses(_ catalogue: SiteCatalogue) -> Set<String> {
    var addresses: Set<String> = []
    for locale in catalogue.locales {
      addresses.formUnion([
        SiteAddress.home(locale), SiteAddress.search(locale), SiteAddress.coverage(locale),
      ])
      addresses.formUnion(catalogue.sources.map { SiteAddress.list(of: $0.name, locale) })
      addresses.formUnion(
        catalogue.events.map {
          SiteAddress.event(source: $0.key.source, id: $0.key.id, locale)
        })
      addresses.formUnion(catalogue.articles.map { $0.address(locale) })
    }
    return addresses
  }
}
