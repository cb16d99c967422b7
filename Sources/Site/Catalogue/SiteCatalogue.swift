package import Catalogue
package import Index

/// Everything that is known of all pages together before one of them is made: which events there
/// are, in which locales, and where each stands.
///
/// Read once and then only looked at, by every thread. The text of pages is not in it.
package struct SiteCatalogue: Sendable {
  /// The catalogue's file, which every thread opens for itself.
  package let path: String
  /// What is known of the site as a whole.
  package let settings: SiteSettings
  package let defaultLocale: LocaleTag
  /// The locales of the site, in order: those in which there is a page or a message.
  package let locales: [LocaleTag]
  /// In order of their names.
  package let sources: [SiteSource]
  /// By source, then ID.
  package let events: [SiteEvent]
  /// By source, kind and name.
  package let articles: [SiteArticle]
  /// What each locale has of each source.
  package let coverage: Coverage
  /// The pages that have moved or gone, by path.
  package let redirections: [Redirection]
  private let eventPlaces: [String: Int]
  private let articlePlaces: [Int: Int]
  private let articlePaths: [String: Int]
  /// Told what is looked up; nil where nobody wants to know.
  package var needs: SiteNeeds?

  /// Reads what a catalogue has.
  package init(_ reader: CatalogueReader) throws {
    path = reader.path
    settings = try reader.siteSettings()
    defaultLocale = try reader.defaultLocale()
    locales = try reader.locales()
    coverage = try reader.coverage()
    redirections = try reader.redirections()
    var contents = SiteContents(sourceTitles: settings.sourceTitles)
    try reader.allHeads { contents.add($0) }
    try reader.allMessages { contents.add($0) }
    let choice = ShownEdition(locales: locales, defaultLocale: defaultLocale)
    events = contents.events(choice)
    sources = contents.sources(of: events)
    articles = contents.articles(choice)

    var places: [String: Int] = [:]
    for (place, event) in events.enumerated() { places[Self.place(event.key.description)] = place }
    eventPlaces = places
    var numbers: [Int: Int] = [:]
    var paths: [String: Int] = [:]
    for (place, article) in articles.enumerated() {
      for edition in article.editions {
        numbers[edition.number] = place
        // The first of several content folders wins, as it does everywhere.
        if paths[edition.path] == nil { paths[edition.path] = place }
      }
    }
    articlePlaces = numbers
    articlePaths = paths
  }

  /// Case does not matter: addresses are in small letters.
  private static func place(_ name: String) -> String { name.lowercased() }
}

extension SiteCatalogue {
  /// The event of a name as `links[].event` has it: `MSSQLSERVER_10061`.
  package func event(named name: String) -> SiteEvent? {
    needs?.note(SiteFacts.Name.event(name))
    return eventPlaces[Self.place(name)].map { events[$0] }
  }

  /// An event by its key.
  package func event(_ key: EventKey) -> SiteEvent? { event(named: key.description) }

  /// The place in `articles` of the guide or thread that a page of the catalogue is.
  package func articlePlace(ofPage number: Int) -> Int? {
    let place = articlePlaces[number]
    if let place { needs?.note(SiteFacts.Name.article(articles[place].place)) }
    return place
  }

  /// The guide or thread that lies at a path, relative to its content folder.
  package func article(atPath path: String) -> SiteArticle? {
    needs?.note(SiteFacts.Name.path(path))
    guard let article = articlePaths[path].map({ articles[$0] }) else { return nil }
    needs?.note(SiteFacts.Name.article(article.place))
    return article
  }

  /// What of an event is shown in a locale of the site.
  package func shown(_ event: SiteEvent, in locale: LocaleTag) -> SiteEdition {
    event.editions[place(of: locale).map { event.shown[$0] } ?? 0]
  }

  /// What of a guide or thread is shown in a locale of the site.
  package func shown(_ article: SiteArticle, in locale: LocaleTag) -> SiteArticle.Edition {
    article.editions[place(of: locale).map { article.shown[$0] } ?? 0]
  }

  /// A source by its name.
  package func source(named name: String) -> SiteSource? { sources.first { $0.name == name } }

  private func place(of locale: LocaleTag) -> Int? { locales.firstIndex(of: locale) }
}

/// Chooses what a locale of the site shows among what there is, as `show` would.
///
/// Most events have the same few locales, so each choice is made once.
final class ShownEdition {
  private let locales: [LocaleTag]
  private let defaultLocale: LocaleTag
  private var known: [[LocaleTag]: [Int]] = [:]

  init(locales: [LocaleTag], defaultLocale: LocaleTag) {
    self.locales = locales
    self.defaultLocale = defaultLocale
  }

  /// For each locale of the site the place of the best among those there are.
  func places(among available: [LocaleTag]) -> [Int] {
    if let places = known[available] { return places }
    let places = locales.map { locale in
      let match = LocaleMatcher.match(
        wanted: [locale], available: available, default: defaultLocale)
      return match.flatMap { available.firstIndex(of: $0.locale) } ?? 0
    }
    known[available] = places
    return places
  }
}
