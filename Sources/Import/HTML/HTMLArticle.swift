internal import Catalogue
internal import Markup

/// Reads a page of HTML as an article.
struct HTMLArticle {
  private var outline: HTMLOutline
  private let head: HTMLHead
  private let locale: LocaleTag?
  private var tree: HTMLTree { outline.tree }

  /// Reads the article of a page in UTF-8; `locale` is the language, if it is known from elsewhere.
  static func read(_ html: [UInt8], locale: LocaleTag?) -> Article {
    let tree = HTMLTree(html)
    let reader = HTMLArticle(
      outline: HTMLOutline(tree), head: HTMLHead(tree, html: html), locale: locale)
    return reader.article()
  }

  private func article() -> Article {
    var article = Article()
    var outline = outline
    guard !tree.nodes.isEmpty else { return article }
    article.facts = head.facts
    let language = locale ?? head.facts.language
    let isMonthFirst = language.map { $0.text == "en" || $0.text == "en-US" } ?? true
    let finder = ReplyFinder(outline, isMonthFirst: isMonthFirst)
    let bylines = BylineMarks(outline, isMonthFirst: isMonthFirst)
    var root = finder.opening?.bodies.first
    if let opening = finder.opening {
      article.facts.author = opening.author ?? article.facts.author
      article.facts.date = article.facts.date ?? opening.date
    }
    // What is said in replies does not tell where the article is, nor belongs to it.
    for reply in finder.replies { outline.hide(reply.index) }
    outline.count()
    root = root ?? outline.article
    guard let root else { return article }

    let title = title(root, in: outline)
    article.facts.title = title.text
    var left = Set(finder.opening?.hidden ?? [])
    if let heading = title.heading { left.insert(heading) }
    let byline = Byline(
      from: min(title.place ?? root, root), to: tree.nodes[root].end, after: title.heading,
      in: outline, isMonthFirst: isMonthFirst)
    left.formUnion(byline.nodes)
    article.facts.date = article.facts.date ?? byline.date
    article.facts.author = article.facts.author ?? byline.author
    if article.facts.date == nil {
      let end = finder.replies.first?.index ?? min(tree.nodes[root].end + 60, tree.nodes.count)
      let start = title.place ?? root
      article.facts.date = bylines.publishingDate(in: start..<max(start, end))
    }
    if article.facts.author == nil {
      let end = finder.replies.first?.index ?? tree.nodes.count
      let start = title.place ?? root
      article.facts.author = bylines.publisher(in: start..<max(start, end))
    }
    if let heading = repliesHeading(of: finder.replies, in: outline) {
      left.insert(heading.index)
      article.repliesTitle = heading.text
    }
    if article.facts.license == nil { article.facts.license = footerLicense() }

    let hasHeadings = tree.descendants(of: root).contains {
      HTMLKind.headingLevel(tree.nodes[$0].name) != nil && !outline.isHidden[$0]
        && !left.contains($0)
    }
    let roles = language ?? LocaleTag(canonical: "en")
    var builder = ArticleBuilder(
      outline,
      links: ArticleLinks(base: head.base, anchors: anchors(root, in: outline, without: left)),
      without: left
    ) { text in
      !hasHeadings || Vocabulary.shared.role(forHeading: text, locale: roles) != nil
    }
    builder.append(root)
    article.body = builder.document
    article.dropped += builder.dropped
    Boilerplate.remove(from: &article.body, into: &article.dropped)
    Byline.take(from: &article.body, into: &article.facts, isMonthFirst: isMonthFirst)
    TypedLists.read(&article.body)
    LocalLinks.check(&article.body)
    HeadingLevels.normalise(&article.body, from: 2)

    let visible = self.outline
    let answered = finder.answered(among: finder.replies)
    article.replies = finder.replies.enumerated().map { place, found in
      var reply = Reply(author: found.author, date: found.date, number: place + 1)
      var builder = ArticleBuilder(
        visible, links: ArticleLinks(base: head.base), without: Set(found.hidden)
      ) { _ in false }
      for body in found.bodies { builder.append(body) }
      reply.answers = answered[place]
      reply.body = builder.document
      article.dropped += builder.dropped
      Boilerplate.remove(from: &reply.body, into: &article.dropped)
      TypedLists.read(&reply.body)
      HeadingLevels.normalise(&reply.body, from: 4)
      return reply
    }.filter { !$0.body.nodes.isEmpty }
    return article
  }

  // MARK: The title

  /// The title, and the heading that shows it.
  ///
  /// It is the first heading of level 1 in the article, else
  /// before it, else what the head says. `heading` is what is shown a second time in the article,
  /// `place` where the title stands.
  private func title(
    _ root: Int, in outline: HTMLOutline
  ) -> (text: String, heading: Int?, place: Int?) {
    func headings(_ range: Range<Int>) -> [Int] {
      range.filter { tree.nodes[$0].name == "h1" && outline.text[$0] > 0 }
    }
    let named =
      head.sharedTitle.map(head.withoutSiteName)
      ?? head.windowTitle.nonEmpty.map(head.withoutSiteName)
    func text(_ heading: Int) -> String {
      tree.text(of: heading, without: { outline.isHidden[$0] })
    }
    let inside = headings(root..<tree.nodes[root].end)
    let before = headings(0..<root)
    if let heading = inside.first { return (text(heading), heading, heading) }
    // The name of the site is a heading, too, on many pages.
    if let named,
      let heading = before.last(where: { named.contains(text($0)) || text($0).contains(named) })
    {
      return (text(heading), nil, heading)
    }
    let first = (root..<tree.nodes[root].end).first {
      HTMLKind.headingLevel(tree.nodes[$0].name) != nil && outline.text[$0] > 0
        && !outline.isHidden[$0]
    }
    if let named {
      // The first heading may say the same again, or more.
      if let first, text(first).wordKey.contains(named.wordKey) {
        return (text(first), first, first)
      }
      return (named, nil, nil)
    }
    if let heading = before.last { return (text(heading), nil, heading) }
    if let first { return (text(first), first, first) }
    return ("", nil, nil)
  }

  /// The slugs of the headings that are kept, by the identifiers on them or in them.
  private func anchors(
    _ root: Int, in outline: HTMLOutline, without left: Set<Int>
  ) -> [String: String] {
    var anchors: [String: String] = [:]
    var used: [String: Int] = [:]
    var waiting: [String] = []
    for index in tree.descendants(of: root) where !tree.nodes[index].isText {
      let name = tree.nodes[index].name
      let identifiers = [tree.attribute("id", of: index), tree.attribute("name", of: index)]
        .compactMap { $0 }
      guard HTMLKind.headingLevel(name) != nil, !left.contains(index), !outline.isHidden[index]
      else {
        // An empty anchor or a section right before a heading means the heading.
        if name == "a" || name == "section" || name == "div" { waiting += identifiers }
        if outline.text[index] > 0, name != "section", name != "div" { waiting = [] }
        continue
      }
      let slug = Slug.of(tree.text(of: index, without: { outline.isHidden[$0] }))
      used[slug, default: 0] += 1
      let inner = tree.descendants(of: index).compactMap {
        tree.attribute("id", of: $0) ?? tree.attribute("name", of: $0)
      }
      // Only the first of several headings with one text is sure to have that slug.
      if used[slug] == 1, !slug.isEmpty {
        for identifier in identifiers + inner + waiting { anchors[identifier] = slug }
      }
      waiting = []
    }
    return anchors
  }

  // MARK: Around the article

  /// The heading of the replies, `Comments (26)`, which is not the article's.
  private func repliesHeading(
    of replies: [ReplyFinder.Found], in outline: HTMLOutline
  ) -> (index: Int, text: String)? {
    guard let first = replies.first else { return nil }
    for index in tree.nodes.indices.prefix(first.index).reversed().prefix(400)
    where HTMLKind.headingLevel(tree.nodes[index].name) != nil || tree.nodes[index].name == "p"
      || tree.nodes[index].name == "div"
    {
      guard outline.text[index] > 0, outline.text[index] < 80 else { continue }
      if let title = RepliesTitle.title(in: tree.text(of: index, limit: 200)) {
        return (index, title)
      }
    }
    return nil
  }

  /// The licence that the foot of the page names.
  private func footerLicense() -> String? {
    for index in tree.nodes.indices.reversed().prefix(600) where tree.nodes[index].isText {
      let text = String(decoding: tree.pool[tree.nodes[index].text].prefix(600), as: UTF8.self)
      if let name = License.name(in: text) { return name }
    }
    return nil
  }
}
