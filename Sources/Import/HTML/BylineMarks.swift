internal import Catalogue

/// Who wrote an article or a reply, and when, by the elements that pages mark for it.
struct BylineMarks {
  private let outline: HTMLOutline
  private let isMonthFirst: Bool
  private var tree: HTMLTree { outline.tree }

  init(_ outline: HTMLOutline, isMonthFirst: Bool) {
    self.outline = outline
    self.isMonthFirst = isMonthFirst
  }

  /// The date of an article that has none in its head: the first between its title and its end.
  func publishingDate(in range: Range<Int>) -> CalendarDate? {
    range.lazy.filter { !tree.nodes[$0].isText && !outline.isHidden[$0] && dateRank($0) != nil }
      .compactMap { date(at: $0) }.first
  }

  /// The author of an article that names none in its head, as microdata have it.
  func publisher(in range: Range<Int>) -> String? {
    range.lazy.filter { !outline.isHidden[$0] && tree.properties(of: $0).contains("author") }
      .compactMap { name(at: $0) }.first
  }

  // MARK: Elements

  /// How well an element tells that it holds the author, the best being 1; nil where it does not.
  func authorRank(_ index: Int) -> Int? {
    if tree.properties(of: index).contains("author") { return 1 }
    let words = tree.words(of: index)
    if let rank = words.lazy.compactMap({ Self.authors[String($0)] }).min() { return rank }
    if tree.nodes[index].name == "cite" { return 6 }
    if tree.attribute("rel", of: index)?.lowercased().contains("author") == true { return 5 }
    return nil
  }

  private static let authors: [String: Int] = [
    "fn": 2, "username": 2, "bigusername": 2, "user-name": 2, "author-name": 2,
    "comment-author-name": 2,
    "comment-user": 2, "display-name": 2, "nickname": 2, "message-name": 2, "comment__author": 2,
    "comment-author": 3, "commentauthor": 3, "comment_author": 3, "author": 3, "postauthor": 3,
    "post-author": 3, "poster": 3, "commenter": 3, "bbp-author-name": 2, "user-details": 4,
    "names": 3, "byline": 4, "user": 4, "reply-author": 3, "answer-author": 3, "posted-by": 4,
  ]

  private static let dates: Set<String> = [
    "date", "time", "timestamp", "datetime", "published", "comment-date", "comment-time",
    "commentdate", "comment-timestamp", "post-date", "postdate", "posted-on", "relativetime",
    "relativetime-clean", "comment-metadata", "comment-meta", "commentmetadata", "post-meta",
    "postdetails", "dateline", "thead", "reply-date", "comment__date", "message-date", "smalltext",
  ]

  /// How well an element tells that it holds the date, the best being 1; nil where it does not.
  func dateRank(_ index: Int) -> Int? {
    let properties = tree.properties(of: index)
    if properties.contains("datepublished") || properties.contains("datecreated") { return 1 }
    if tree.nodes[index].name == "time" { return 2 }
    return tree.words(of: index).contains { Self.dates.contains(String($0)) } ? 3 : nil
  }

  /// The date that an element holds.
  func date(at index: Int) -> CalendarDate? {
    for name in ["datetime", "content", "title"] {
      if let value = tree.attribute(name, of: index),
        let date = CalendarDate(value.trimmed)
          ?? WrittenDate.find(in: value, isMonthFirst: isMonthFirst)
      {
        return date
      }
    }
    let text = tree.text(of: index, limit: 200)
    return CalendarDate(text) ?? WrittenDate.find(in: text, isMonthFirst: isMonthFirst)
  }

  /// The name that an element holds; nil where it holds more than a name.
  func name(at index: Int) -> String? {
    // A name of its own within, beside a badge or a picture's caption.
    let own = tree.descendants(of: index).first {
      tree.properties(of: $0).contains("name")
        || tree.words(of: $0).contains { $0 == "fn" || $0 == "username" }
    }
    let content = tree.attribute("content", of: own ?? index)
    var text = content ?? tree.text(of: own ?? index, limit: 200, without: { outline.isHidden[$0] })
    if own == nil, Self.isAccountBox(tree.words(of: index)),
      let link = tree.descendants(of: index).first(where: { tree.nodes[$0].name == "a" })
    {
      text = tree.text(of: link, limit: 200)
    }
    return ReplyLine.name(in: text.folded)
  }

  private static func isAccountBox(_ words: [Substring]) -> Bool {
    words.contains { $0 == "user-details" || $0 == "byline" || $0 == "author" || $0 == "posted-by" }
  }
}
