internal import Catalogue

/// Reads what a reply says of itself: who wrote it and when, whom it answers, and what it has to say.
struct ReplyReader {
  private let outline: HTMLOutline
  private let bylines: BylineMarks
  private let isMonthFirst: Bool
  private var tree: HTMLTree { outline.tree }

  init(_ outline: HTMLOutline, isMonthFirst: Bool) {
    self.outline = outline
    self.isMonthFirst = isMonthFirst
    bylines = BylineMarks(outline, isMonthFirst: isMonthFirst)
  }

  /// The reply in an element; the others are where other replies are, in the order of the page.
  func read(_ unit: Int, others: [Int]) -> ReplyFinder.Found {
    var found = ReplyFinder.Found(index: unit)
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
        if let rank = bylines.authorRank(index), rank < author?.rank ?? .max,
          let name = bylines.name(at: index)
        {
          author = (rank, index, name)
        }
        if let rank = bylines.dateRank(index), rank < dated?.rank ?? .max,
          let date = bylines.date(at: index)
        {
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
      found.answered = ReplyFinder.Mention(name: found.answered?.name, identifier: parent.trimmed)
    }
    return found
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

  // MARK: Whom it answers

  private static let parents = [
    "data-parent-id", "data-parent", "data-parentid", "data-in-reply-to", "data-reply-to",
  ]
  private static let mentions: Set<String> = [
    "in-reply-to", "inreplyto", "reply-to", "replyto", "reply-to-tab", "parent-link",
    "comment-parent", "parent-comment", "replying-to",
  ]

  /// Whom an element within a reply says that it answers.
  private func mention(at index: Int) -> ReplyFinder.Mention? {
    guard outline.text[index] > 0, outline.text[index] < 80,
      tree.words(of: index).contains(where: { Self.mentions.contains(String($0)) })
    else { return nil }
    let link = (index..<tree.nodes[index].end).first { tree.nodes[$0].name == "a" }
    let target = link.flatMap { tree.attribute("href", of: $0) } ?? ""
    let text = tree.text(of: link ?? index, limit: 200, without: { outline.isHidden[$0] })
    let name = text.split(separator: " ").count <= 4 ? ReplyLine.name(in: text) : nil
    return ReplyFinder.Mention(
      name: name, identifier: target.firstIndex(of: "#").map { String(target[$0...].dropFirst()) })
  }

  // MARK: What it says

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
      !tree.nodes[$0].isText && (bylines.authorRank($0).map { $0 < 5 } ?? false)
    }
  }

  // MARK: The line with its author

  /// The date in the line with the name.
  private func dateBeside(_ author: Int, in unit: Int, body: Int?) -> CalendarDate? {
    let text = tree.text(of: line(around: author, in: unit), limit: 240)
    return CalendarDate.first(in: text) ?? WrittenDate.find(in: text, isMonthFirst: isMonthFirst)
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
