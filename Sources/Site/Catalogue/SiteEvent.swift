package import Catalogue
package import Index

/// An event as the site shows it.
package struct SiteEvent: Sendable {
  package let key: EventKey
  /// What there is of it, one entry a locale, in the order of locales; never empty.
  package let editions: [SiteEdition]
  /// For each locale of the site the edition that is shown there.
  let shown: [Int]

  /// What there is of it in exactly this locale.
  package func edition(in locale: LocaleTag) -> SiteEdition? {
    editions.first { $0.locale == locale }
  }

  /// Whether there is anything of it in exactly this locale.
  package func isThere(in locale: LocaleTag) -> Bool {
    editions.indices.contains { editions[$0].locale == locale }
  }

  /// Where it stands in a locale.
  package func address(_ locale: LocaleTag) -> String {
    SiteAddress.event(source: key.source, id: key.id, locale)
  }

  /// The symbolic name, the same in every language.
  package var symbolicName: String? { editions.lazy.compactMap(\.symbolicName).first }
}

/// What the site knows of an event in one locale before it reads its pages.
package struct SiteEdition: Sendable {
  package let locale: LocaleTag
  /// The title of its first page; `MSSQLSERVER_105` where there is none.
  package var title: String
  /// What the product prints.
  package var message: String?
  package var severity: Int?
  package var component: String?
  package var symbolicName: String?
  /// When its first page was last changed.
  package var date: CalendarDate?
  /// Its pages, the reference page about this event first.
  package var pages: [(number: Int, kind: Page.Kind)] = []
  /// Whether its reference page was made by a machine, or lags behind its source.
  package var isMachineMade = false
  package var isDrifted = false

  /// Whether only a message list knows it.
  package var isMessageOnly: Bool { pages.isEmpty }
}

/// A guide or thread, which has a page of its own.
package struct SiteArticle: Sendable {
  /// It in one language.
  package struct Edition: Sendable {
    package let locale: LocaleTag
    /// The number of its page in the catalogue.
    package let number: Int
    package let title: String
    package let description: String?
    package let path: String
    /// When it was last changed.
    package let date: CalendarDate?
  }

  package let kind: Page.Kind
  package let source: String
  package let ids: [EventID]
  /// What its address is made of; files of one name in several locales are one article.
  package let name: String
  /// One entry a locale, in the order of locales; never empty.
  package internal(set) var editions: [Edition]
  /// For each locale of the site the edition that is shown there.
  var shown: [Int] = []

  /// What tells it from the others: its address but for the locale.
  var place: String {
    SiteAddress.article(kind, source: source, name: name, LocaleTag(canonical: "und"))
  }

  /// Where it stands in a locale.
  package func address(_ locale: LocaleTag) -> String {
    SiteAddress.article(kind, source: source, name: name, locale)
  }

  /// Where its JSON stands in a locale that has it.
  package func api(_ locale: LocaleTag) -> String {
    SiteAddress.api(kind, source: source, name: name, locale)
  }
}

/// A product whose events the site has.
package struct SiteSource: Sendable {
  package let name: String
  /// As readers know it: `SQL Server`; its name where nobody says.
  package let title: String
  /// Its events among those of the site.
  package let events: Range<Int>
}
