internal import Catalogue

/// Finds the replies under an article, and the posts of a thread.
///
/// A reply is known by what pages commonly call it: its class (`comment`, `answer`, `reply`), its
/// identifier (`comment-12`), its type in microdata. Posts of a forum (`post`, `message`) are
/// replies where there are several; the first is then the article.
struct ReplyFinder {
  /// A reply as nodes of the page.
  struct Found {
    var index: Int
    /// The elements that hold what was said; the reply itself where none is told apart.
    var bodies: [Int] = []
    var author: String?
    var date: CalendarDate?
    /// Whom it answers, as far as it names somebody.
    var answered: Mention?
    /// What within it is not said by the author: the line with the name, other replies.
    var hidden: [Int] = []
  }

  /// What a reply says of the one that it answers.
  struct Mention {
    var name: String?
    /// The identifier of the other's element.
    var identifier: String?
  }

  private let outline: HTMLOutline
  private let isMonthFirst: Bool
  private var tree: HTMLTree { outline.tree }

  /// The replies in the order of the page; those within others follow them.
  private(set) var replies: [Found] = []
  /// The post that a thread begins with.
  private(set) var opening: Found?

  init(_ outline: HTMLOutline, isMonthFirst: Bool) {
    self.outline = outline
    self.isMonthFirst = isMonthFirst
    let certain = units(isCertain: true)
    // What is called a post within a reply is its text.
    let posts = Self.outermost(units(isCertain: false), outside: certain, in: outline.tree)
    if posts.count > 1 {
      var all = (certain + posts.dropFirst()).sorted()
      // A reply that a post only wraps is counted once.
      all = all.enumerated().filter { place, unit in
        !(all.at(place + 1).map { isWrapper(unit, of: $0) } ?? false)
      }.map(\.element)
      opening = read(posts[0], others: all)
      replies = all.filter { $0 != posts[0] }.map { read($0, others: all) }
    } else {
      replies = certain.map { read($0, others: certain) }
      // A thread each of whose posts is called a reply begins with the first.
      if replies.count > 1, isAlone(certain) { opening = replies.removeFirst() }
    }
    replies = replies.filter { reply in
      reply.bodies.contains { outline.text[$0] > 0 }
        && !(reply.author == nil && reply.bodies.allSatisfy { outline.text[$0] < 2 })
    }
  }

  /// Posts that lie in no reply, nor in a post that says who wrote it.
  private static func outermost(_ posts: [Int], outside replies: [Int], in tree: HTMLTree) -> [Int]
  {
    var end = 0
    var place = 0
    return posts.filter { post in
      while place < replies.count, replies[place] <= post {
        end = max(end, tree.nodes[replies[place]].end)
        place += 1
      }
      return post >= end
    }
  }

  /// Whether the page has no text to speak of beside replies, headings and links.
  private func isAlone(_ replies: [Int]) -> Bool {
    var said = 0
    var end = 0
    for reply in replies where reply >= end {
      said += outline.text[reply] - outline.linkText[reply]
      end = tree.nodes[reply].end
    }
    let headings = tree.nodes.indices.filter {
      HTMLKind.headingLevel(tree.nodes[$0].name) != nil && !outline.isHidden[$0]
    }.reduce(0) { $0 + outline.text[$1] - outline.linkText[$1] }
    let body = tree.first("body") ?? 0
    return outline.text[body] - outline.linkText[body] - said - headings < 12
  }

  private func isWrapper(_ outer: Int, of inner: Int) -> Bool {
    inner > outer && inner < tree.nodes[outer].end
      && outline.text[inner] * 10 >= outline.text[outer] * 9
  }
}

// MARK: - Which elements are replies

extension ReplyFinder {
  private func units(isCertain: Bool) -> [Int] {
    var units: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      if outline.isHidden[index] {
        index = tree.nodes[index].end
        continue
      }
      if isUnit(index, isCertain: isCertain), outline.text[index] > 0 {
        if let last = units.last, isWrapper(last, of: index) {
          // The same reply once more, in a box of its own.
        } else {
          units.append(index)
        }
      }
      index += 1
    }
    return units
  }

  /// Those of a sorted list that lie in a range.
  private static func units(of sorted: [Int], within range: Range<Int>) -> [Int] {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return Array(sorted[low...].prefix { $0 < range.upperBound })
  }

  private func isUnit(_ index: Int, isCertain: Bool) -> Bool {
    let node = tree.nodes[index]
    guard Self.elements.contains(node.name) else { return false }
    if isCertain {
      if let type = tree.attribute("itemtype", of: index)?.lowercased(),
        type.hasSuffix("/comment") || type.hasSuffix("/answer") || type.hasSuffix("/usercomments")
      {
        return true
      }
      if tree.properties(of: index).contains(where: Self.properties.contains) { return true }
    }
    let marks = isCertain ? Self.replies : Self.posts
    for attribute in tree.attributes[node.attributes] {
      let words = attribute.value.lowercased().split(whereSeparator: \.isWhitespace)
      if attribute.name == "class", words.contains(where: { marks.contains(String($0)) }) {
        return true
      }
      guard attribute.name == "id", let word = words.first else { continue }
      let stem = word.prefix { !$0.isNumber }
      let number = word.dropFirst(stem.count)
      let name = stem.split { $0 == "-" || $0 == "_" }.joined(separator: "-")
      let isNumbered = !number.isEmpty && number.allSatisfy(\.isNumber)
      if isNumbered, (isCertain ? Self.replyIDs : Self.postIDs).contains(name) { return true }
    }
    return false
  }

  private static let elements: Set<String> = [
    "li", "div", "article", "section", "tr", "td", "table", "dd", "blockquote",
  ]
  private static let properties: Set<Substring> = [
    "comment", "suggestedanswer", "acceptedanswer", "answer", "reply",
  ]
  private static let replies: Set<String> = [
    "comment", "answer", "reply", "bbp-reply", "comment-item", "comment-entry", "comment-box",
    "comment-container", "comment-wrap", "comment-wrapper", "commentbox", "comment_item",
    "blog-comment",
    "commententry", "reply-item", "answer-item", "c-comment", "js-comment", "user-comment",
  ]
  private static let replyIDs: Set<String> = [
    "comment", "li-comment", "answer", "reply", "cmt", "c", "comments",
  ]
  private static let posts: Set<String> = [
    "post", "message", "topic-post", "postcontainer", "postbit", "postbitlegacy", "forum-post",
    "thread-post", "message--post", "js-post", "forumpost", "topic-reply", "windowbg", "post-row",
  ]
  private static let postIDs: Set<String> = ["post", "p", "msg", "message", "js-post"]
}

// MARK: - What a reply says of itself

extension ReplyFinder {
  private func read(_ unit: Int, others: [Int]) -> Found {
    var found = Found(index: unit)
    found.hidden = Self.units(of: others, within: tree.descendants(of: unit))
    let inner = Set(found.hidden)
    var author: (rank: Int, index: Int, name: String)?
    var dated: (rank: Int, index: Int, date: CalendarDate)?
    var body: Int?
    var index = unit + 1
    while index < tree.nodes[unit].end {
      let node = tree.nodes[index]
      if inner.contains(index) || outline.isHidden[index] {
        index = node.end
        continue
      }
      if !node.isText {
        if let rank = authorRank(index), rank < author?.rank ?? .max,
          let name = name(at: index)
        {
          author = (rank, index, name)
        }
        if let rank = dateRank(index), rank < dated?.rank ?? .max, let date = date(at: index) {
          dated = (rank, index, date)
        }
        if found.answered == nil, let mention = mention(at: index) {
          found.answered = mention
          found.hidden.append(index)
          index = node.end
          continue
        }
        if body == nil, isBody(index), outline.text[index] > 0 { body = index }
      }
      index += 1
    }
    if author == nil, let line = leadLine(of: unit, others: inner) {
      author = (9, line.index, line.name)
      found.hidden.append(line.index)
      if dated == nil, let date = line.date { dated = (9, line.index, date) }
    }
    found.author = author?.name
    found.date =
      dated?.date ?? author.flatMap { dateBeside($0.index, in: unit, body: body) }
    // A body that holds the name, too, is the whole reply once more.
    if let inside = body, let author, author.index > inside, author.index < tree.nodes[inside].end,
      outline.text[author.index] * 2 > outline.text[inside]
    {
      body = nil
    }
    for mark in [author?.index, dated?.index].compactMap({ $0 }) {
      found.hidden.append(line(around: mark, in: body ?? unit))
    }
    found.bodies = [body ?? unit]
    if let parent = Self.parents.lazy.compactMap({ tree.attribute($0, of: unit) }).first {
      found.answered = Mention(name: found.answered?.name, identifier: parent.trimmed)
    }
    return found
  }

  // MARK: Whom it answers

  private static let parents = [
    "data-parent-id", "data-parent", "data-parentid", "data-in-reply-to", "data-reply-to",
  ]
  private static let mentions: Set<String> = [
    "in-reply-to", "inreplyto", "reply-to", "replyto", "reply-to-tab", "parent-link",
    "comment-parent", "parent-comment", "replying-to",
  ]

  /// Whom an element within a reply says that it answers.
  private func mention(at index: Int) -> Mention? {
    guard outline.text[index] > 0, outline.text[index] < 80,
      tree.words(of: index).contains(where: { Self.mentions.contains(String($0)) })
    else { return nil }
    let link = (index..<tree.nodes[index].end).first { tree.nodes[$0].name == "a" }
    let target = link.flatMap { tree.attribute("href", of: $0) } ?? ""
    let text = tree.text(of: link ?? index, limit: 200, without: { outline.isHidden[$0] })
    let name = text.split(separator: " ").count <= 4 ? ReplyLine.name(in: text) : nil
    return Mention(
      name: name, identifier: target.firstIndex(of: "#").map { String(target[$0...].dropFirst()) })
  }

  /// For each reply whom it answers: the one that it names, else the innermost one that it stands in.
  func answered(among replies: [Found]) -> [Answered?] {
    var places: [String: Int] = [:]
    for (place, reply) in replies.enumerated() {
      guard let identifier = tree.attribute("id", of: reply.index) else { continue }
      places[identifier] = place
      // Others may name it by its number alone.
      let number = String(identifier.reversed().prefix { $0.isNumber }.reversed())
      let isOne = !identifier.hasPrefix("comments")
      if isOne, !number.isEmpty, places[number] == nil { places[number] = place }
    }
    var open: [Int] = []
    return replies.enumerated().map { place, reply in
      while let last = open.last, tree.nodes[replies[last].index].end <= reply.index {
        open.removeLast()
      }
      defer { open.append(place) }
      let named = reply.answered?.identifier.flatMap { places[$0] }.flatMap {
        $0 == place ? nil : $0
      }
      if let other = named ?? (reply.answered?.name == nil ? open.last : nil) {
        return Answered(author: replies[other].author, number: other + 1)
      }
      return reply.answered?.name.map { Answered(author: $0, number: nil) }
    }
  }

  private func authorRank(_ index: Int) -> Int? {
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

  private static let bodies: Set<String> = [
    "comment-content", "comment-text", "comment_text", "commenttext", "comment-copy",
    "comment-message", "comment__body", "comment__content", "post-content", "postcontent",
    "post-text", "post_body", "message-body", "message-content", "bbwrapper", "cooked", "s-prose",
    "js-post-body", "answer-body", "reply-content", "reply-body", "bbp-reply-content",
    "content", "postbody-content", "comment-body-text", "entry-content", "post_message",
    "comment-body", "post-body", "postbody", "messagetext", "commentbody",
  ]

  private func isBody(_ index: Int) -> Bool {
    let properties = tree.properties(of: index)
    if properties.contains("text") || properties.contains("commenttext") { return true }
    // `post_message_9001`
    let isNamed = tree.words(of: index).contains { word in
      Self.bodies.contains(String(word))
        || Self.bodies.contains(
          String(word.reversed().drop { $0.isNumber || $0 == "_" || $0 == "-" }.reversed()))
    }
    guard isNamed else { return false }
    // Some call the whole of a reply its body.
    return !tree.descendants(of: index).contains {
      !tree.nodes[$0].isText && (authorRank($0).map { $0 < 5 } ?? false)
    }
  }

  private func dateRank(_ index: Int) -> Int? {
    let properties = tree.properties(of: index)
    if properties.contains("datepublished") || properties.contains("datecreated") { return 1 }
    if tree.nodes[index].name == "time" { return 2 }
    return tree.words(of: index).contains { Self.dates.contains(String($0)) } ? 3 : nil
  }

  private func date(at index: Int) -> CalendarDate? {
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
  private func name(at index: Int) -> String? {
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

  /// The date in the line with the name.
  private func dateBeside(_ author: Int, in unit: Int, body: Int?) -> CalendarDate? {
    let text = tree.text(of: line(around: author, in: unit), limit: 240)
    return CalendarDate.first(in: text) ?? WrittenDate.find(in: text, isMonthFirst: isMonthFirst)
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

  /// The first short line of a reply, if it is `NAME says:`.
  private func leadLine(
    of unit: Int, others: Set<Int>
  ) -> (index: Int, name: String, date: CalendarDate?)? {
    for index in tree.descendants(of: unit).prefix(40) {
      let node = tree.nodes[index]
      guard !node.isText, !others.contains(index), outline.text[index] > 0,
        outline.text[index] < 120,
        HTMLKind.isBlock(node.name) || node.name == "b" || node.name == "strong"
      else { continue }
      let text = tree.text(of: index, limit: 240)
      if let name = ReplyLine.author(in: text) {
        return (index, name, WrittenDate.find(in: text, isMonthFirst: isMonthFirst))
      }
    }
    return nil
  }

  /// The line that a name or a date stands in: the largest element around it that is still short.
  private func line(around index: Int, in unit: Int) -> Int {
    var current = index
    while true {
      let parent = tree.nodes[current].parent
      guard parent > unit, outline.text[parent] <= outline.text[index] + 60,
        !tree.children(of: parent).contains(where: {
          ["p", "pre", "ul", "ol", "blockquote"].contains(tree.nodes[$0].name) && $0 != current
        })
      else { return current }
      current = parent
    }
  }
}
