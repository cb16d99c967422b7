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
    let events = Self.eventsByPage(catalogue)
    var taken = Self.addresses(catalogue)
    var places: [Place] = []
    for redirection in catalogue.redirections {
      for locale in redirection.locale.map({ [$0] }) ?? catalogue.locales {
        // A locale that has no page at all has no folder either.
        guard catalogue.locales.contains(locale) else { continue }
        let target = Self.target(of: redirection, in: locale, catalogue, events)
        let address = Self.address(of: redirection, in: locale, catalogue)
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
  private static func target(
    of redirection: Redirection, in locale: LocaleTag, _ catalogue: SiteCatalogue,
    _ events: [Int: SiteEvent]
  ) -> Target? {
    switch redirection.target {
    case .address(let address):
      return .web(address)
    case .page(let number, let anchor):
      if let article = catalogue.articlePlace(ofPage: number).map({ catalogue.articles[$0] }) {
        return .page(address: article.address(locale), anchor: anchor)
      }
      return events[number].map { event in
        .page(
          address: SiteAddress.event(source: event.key.source, id: event.key.id, locale),
          anchor: anchor)
      }
    }
  }

  private static func address(
    of redirection: Redirection, in locale: LocaleTag, _ catalogue: SiteCatalogue
  ) -> String {
    if let event = redirection.event {
      return SiteAddress.event(source: event.source, id: event.id, locale)
    }
    var parts = redirection.path.split(separator: "/").map(String.init)
    for ending in [".md", ".markdown"] where parts.last?.hasSuffix(ending) == true {
      parts[parts.count - 1].removeLast(ending.count)
    }
    if case .page(let number, _) = redirection.target,
      let article = catalogue.articlePlace(ofPage: number).map({ catalogue.articles[$0] })
    {
      return SiteAddress.article(
        article.kind, source: article.source, name: parts.last ?? "", locale)
    }
    return SiteAddress.file(parts.filter { LocaleTag($0) != locale }, locale)
  }

  /// The first event that each reference page is about.
  private static func eventsByPage(_ catalogue: SiteCatalogue) -> [Int: SiteEvent] {
    var events: [Int: SiteEvent] = [:]
    for event in catalogue.events {
      for page in event.editions.lazy.flatMap(\.pages) where page.kind == .reference {
        if events[page.number] == nil { events[page.number] = event }
      }
    }
    return events
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
