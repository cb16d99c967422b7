internal import Catalogue
internal import Markup

/// What somebody answered to an article.
struct Reply {
  var author: String?
  var date: CalendarDate?
  /// The number that the thread gives it, if any.
  var number: Int?
  /// Whom it answers, as the page says: the number of another reply, or a name.
  var answers: Answered?
  /// What was said; headings in it have levels of their own.
  var body = Document()
}

/// Whom a reply answers.
struct Answered {
  var author: String?
  /// The number of the reply, if it is one of the page.
  var number: Int?

  /// As people write it: `@Anna (3)`.
  var text: String {
    switch (author, number) {
    case (let author?, let number?): "@\(author) (\(number))"
    case (let author?, nil): "@\(author)"
    case (nil, let number?): "@\(number)"
    case (nil, nil): ""
    }
  }
}
