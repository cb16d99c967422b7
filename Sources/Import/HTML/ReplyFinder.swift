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
  private var tree: HTMLTree { outline.tree }

  /// The replies in the order of the page; those within others follow them.
  private(set) var replies: [Found] = []
  /// The post that a thread begins with.
  private(set) var opening: Found?

  init(_ outline: HTMLOutline, isMonthFirst: Bool) {
    self.outline = outline
    let reader = ReplyReader(outline, isMonthFirst: isMonthFirst)
    let certain = units(isCertain: true)
    // What is called a post within a reply is its text.
    let posts = Self.outermost(units(isCertain: false), outside: certain, in: outline.tree)
    if posts.count > 1 {
      var all = (certain + posts.dropFirst()).sorted()
      // A reply that a post only wraps is counted once.
      all = all.enumerated().filter { place, unit in
        !(all.at(place + 1).map { isWrapper(unit, of: $0) } ?? false)
      }.map(\.element)
      opening = reader.read(posts[0], others: all)
      replies = all.filter { $0 != posts[0] }.map { reader.read($0, others: all) }
    } else {
      replies = certain.map { reader.read($0, others: certain) }
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

// MARK: - Whom they answer

extension ReplyFinder {
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
}
