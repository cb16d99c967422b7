internal import Catalogue
internal import Markup

/// What somebody answered to an article.
struct Reply {
  var author: String?
  var date: CalendarDate?
  /// The number that the thread gives it, if any.
  var number: Int?
  /// What was said; headings in it have levels of their own.
  var body = Document()
}
