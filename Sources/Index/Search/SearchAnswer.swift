package import Catalogue

/// What full-text search is asked.
package struct SearchOptions: Sendable, Hashable {
  package var query: String
  /// The locales wanted, best first; none leaves it to the catalogue's default.
  package var wanted: [LocaleTag]
  /// Whether all locales are as good as one another.
  package var isAnyLocale: Bool
  /// Whether what is in other languages is no answer.
  package var isStrict: Bool
  /// Only sections with this role.
  package var role: Role?
  /// The most results that are wanted.
  package var limit: Int
  /// Whether it is to be counted what other languages have.
  package var countsOthers: Bool

  package init(
    query: String, wanted: [LocaleTag] = [], isAnyLocale: Bool = false, isStrict: Bool = false,
    role: Role? = nil, limit: Int = 10, countsOthers: Bool = false
  ) {
    self.query = query
    self.wanted = wanted
    self.isAnyLocale = isAnyLocale
    self.isStrict = isStrict
    self.role = role
    self.limit = limit
    self.countsOthers = countsOthers
  }
}

/// What full-text search found.
package struct SearchAnswer: Sendable, Hashable {
  /// The best events, each once.
  package var results: [SearchResult] = []
  /// How many events there are in all.
  package var found = 0
  /// The locale of what was found by its text; nil where several were asked.
  package var locale: LocaleTag?
  /// Whether nothing was in a wanted language, so that others were asked.
  package var isFallback = false
  /// How many more events there are in other languages, as far as they were counted.
  package var others = 0
  /// Whether there may be more of them than were counted.
  package var hasMoreOthers = false
  /// Whether there was anything to look for.
  package var isEmptyQuery = false
  /// The query with words that the catalogue has, where it has nothing else.
  package var suggestion: String?
}

/// An event that full-text search found.
package struct SearchResult: Sendable, Hashable {
  package var event: EventKey
  package var locale: LocaleTag
  /// Nil for a message from a list.
  package var kind: Page.Kind?
  /// The page's title, or the message.
  package var title: String
  package var message: String?
  package var severity: Int?
  /// The role of the section that the extract is from, if it is from one.
  package var role: Role?
  package var extract: SearchExtract
  /// Whether its locale is none of those that were wanted.
  package var isFallback: Bool
}
