internal import Catalogue

/// What an article says of itself; nil and empty where it does not.
struct ArticleFacts {
  var title = ""
  var description: String?
  var author: String?
  /// When it was published.
  var date: CalendarDate?
  /// Where it was published.
  var address: String?
  var license: String?
  /// The language, as the article tags it.
  var language: LocaleTag?
}
