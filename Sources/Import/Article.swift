internal import Markup

/// An article from elsewhere, read but not yet a page.
struct Article {
  var facts = ArticleFacts()
  /// The text under the title; headings begin at level 2.
  var body = Document()
  var replies: [Reply] = []
  /// What headed the replies, in the article's language and without their number.
  var repliesTitle: String?
  /// Lines that were left out since they are no part of the article.
  var dropped: [String] = []

  /// The text of the article without its replies.
  var text: String { body.plainText(of: body.indices) }
}
