/// What of a page of HTML is the article: the rest, navigation, forms and advice to share, is marked
/// as hidden.
///
/// The article is `main`, `role=main` or the only `article` where the page has them. Else it is the
/// smallest element with most of the text that is not links: from the body, each step goes to the
/// child that holds `share` of it, until none does.
struct HTMLOutline {
  let tree: HTMLTree
  /// Whether a node with all that is in it is left out.
  private(set) var isHidden: [Bool]
  /// How many bytes of text a node holds, blanks and what is hidden not counted.
  private(set) var text: [Int]
  /// The names of tabs, which the page shows apart from what they open.
  let tabs: TabNames
  /// How many of them are links'.
  private(set) var linkText: [Int]

  /// Which part, in percent, of the text a child must hold for the article to be within it.
  private static let share = 65
  /// What holds more of the page's text than this, in percent, is no mere addition to it.
  private static let additionLimit = 40

  init(_ tree: HTMLTree) {
    self.tree = tree
    tabs = TabNames(tree)
    isHidden = Array(repeating: false, count: tree.nodes.count)
    text = Array(repeating: 0, count: tree.nodes.count)
    linkText = text
    count()
    hideAdditions()
    count()
  }

  /// Leaves a node out.
  mutating func hide(_ index: Int) { isHidden[index] = true }

  /// Counts text anew; what is hidden does not count.
  mutating func count() {
    for index in tree.nodes.indices {
      text[index] = 0
      linkText[index] = 0
    }
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if isHidden[index] || HTMLKind.isUnseen(node.name) {
        index = node.end
        continue
      }
      if node.isText { text[index] = tree.pool[node.text].count { $0 > 0x20 } }
      index += 1
    }
    index = tree.nodes.count - 1
    while index > 0 {
      let node = tree.nodes[index]
      if node.name == "a" { linkText[index] = text[index] }
      if node.parent >= 0 {
        text[node.parent] += text[index]
        linkText[node.parent] += linkText[index]
      }
      index -= 1
    }
  }
}

// MARK: - What is no article

extension HTMLOutline {
  private mutating func hideAdditions() {
    let total = text.first ?? 0
    /// Where the article that is open ends: its own header and footer belong to it.
    var articleEnd = 0
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      guard !node.isText else {
        index += 1
        continue
      }
      if node.name == "main" || node.name == "article" { articleEnd = max(articleEnd, node.end) }
      let isAddition =
        (HTMLKind.isUnseen(node.name) && node.name != "head")
        || (HTMLKind.isMostlyUnseen(node.name) && !holdsBlocks(index))
        || isInvisible(index)
        || (isAdditionByName(index, isInArticle: index < articleEnd)
          && text[index] * 100 <= total * Self.additionLimit && !holdsArticle(index))
      if isAddition {
        isHidden[index] = true
        index = node.end
      } else {
        index += 1
      }
    }
  }

  private func isInvisible(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    for attribute in tree.attributes[node.attributes] {
      switch attribute.name {
      case "style":
        let style = attribute.value.lowercased().filter { $0 != " " }
        if style.contains("display:none") { return true }
      case "hidden":
        return attribute.value.lowercased() != "until-found"
      case "aria-hidden":
        // Pictures and marks; whole texts are hidden from a screen reader while a dialog is open.
        if attribute.value == "true", text[index] < 40 { return true }
      default: break
      }
    }
    return false
  }

  private func isAdditionByName(_ index: Int, isInArticle: Bool) -> Bool {
    let name = tree.nodes[index].name
    switch name {
    case "nav", "search", "dialog", "menu": return true
    case "form", "fieldset": return true
    case "aside": return alert(at: index) == nil && !tree.words(of: index).contains("quote")
    case "footer":
      // Blogs put the name over a comment into one.
      return !isInArticle
        || !tree.words(of: index).contains { $0.contains("comment") || $0.contains("author") }
    case "header": return !isInArticle
    case "html", "body", "main", "article": return false
    default: break
    }
    if let role = tree.attribute("role", of: index)?.lowercased(),
      Self.roles.contains(role)
    {
      return true
    }
    guard alert(at: index) == nil else { return false }
    if name == "span" || name == "td", tree.words(of: index).contains("line-numbers") {
      return true
    }
    return tree.words(of: index).contains { word in
      Self.words.contains(String(word))
        || word.split { $0 == "-" || $0 == "_" }.contains { Self.parts.contains(String($0)) }
    }
  }

  /// Whether an element that is not read holds what is: it was never closed.
  private func holdsBlocks(_ index: Int) -> Bool {
    tree.descendants(of: index).contains {
      ["p", "pre", "table", "ul", "ol", "h1", "h2", "h3"].contains(tree.nodes[$0].name)
    }
  }

  /// Whether an element holds what only the article has.
  private func holdsArticle(_ index: Int) -> Bool {
    tree.descendants(of: index).contains {
      let name = tree.nodes[$0].name
      return name == "main" || name == "article"
    }
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tablist", "tooltip",
  ]
  /// Parts of class names and identifiers that only additions have.
  private static let parts: Set<String> = [
    "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "crumbs", "sidebar", "share",
    "sharing", "sharedaddy", "social", "cookie", "cookies", "consent", "gdpr", "newsletter",
    "subscribe", "advert", "advertisement", "adsbygoogle", "sponsor", "sponsored", "promo",
    "feedback", "helpful", "toc", "pagination", "pager", "masthead", "skiplink", "jetpack",
    "popup", "modal", "clipboard", "lineno", "linenos", "linenumbers", "gutter", "toolbar",
  ]
  /// Whole class names and identifiers that only additions have.
  private static let words: Set<String> = [
    "menu", "footer", "site-footer", "page-footer", "header", "site-header", "page-header-top",
    "topbar", "top-bar", "banner", "related", "related-posts", "relatedposts", "related-articles",
    "see-more-posts", "ad", "ads", "skip", "skip-link", "skip-to-content", "screen-reader-text",
    "sr-only", "visually-hidden", "visuallyhidden", "noprint", "no-print", "rating", "ratings",
    "votes", "vote", "votecell", "js-voting-container", "post-menu", "js-post-menu", "actions",
    "post-actions", "reply-link", "comment-reply-link", "comment-actions", "signature",
    "tags", "tag-list", "post-tags", "entry-footer", "post-footer", "copy-button", "btn-copy",
    "copybtn", "code-header", "codeheader", "headerlink", "anchor-link", "anchorjs-link",
    "edit-link", "mw-editsection", "printfooter", "respond", "comment-respond", "reading-time",
    "alert-dismiss", "avatar", "postprofile", "profile", "search", "searchbox", "search-form",
    "line-number", "linenumber", "line-num", "line-numbers-rows", "blob-num", "hljs-ln-numbers",
    "bbcodeblock-expandlink", "postnav", "post-navigation", "prevnext", "quicklinks",
  ]
}

// MARK: - The article

extension HTMLOutline {
  /// The element that holds the article.
  var article: Int? {
    guard let body = tree.first("body") ?? tree.nodes.indices.first else { return nil }
    let start = marked(in: body) ?? body
    return densest(from: start)
  }

  /// What the page says is its article.
  private func marked(in body: Int) -> Int? {
    let total = text[body]
    let range = body..<tree.nodes[body].end
    func holdsEnough(_ index: Int) -> Bool {
      !isHidden[index] && text[index] * 100 >= total * 20 && text[index] > 0
    }
    let properties = range.first {
      tree.properties(of: $0).contains("articlebody") && holdsEnough($0)
    }
    if let properties { return properties }
    let main = range.first {
      (tree.nodes[$0].name == "main" || tree.attribute("role", of: $0)?.lowercased() == "main")
        && holdsEnough($0)
    }
    let outer = main ?? body
    // Those of replies are hidden and have no text.
    let articles = (outer..<tree.nodes[outer].end).filter {
      tree.nodes[$0].name == "article" && text[$0] > 0
    }
    if let only = articles.first, holdsEnough(only),
      articles.allSatisfy({ $0 < tree.nodes[only].end })
    {
      return only
    }
    return main
  }

  private func densest(from start: Int) -> Int {
    var current = start
    while true {
      let own = text[current] - linkText[current]
      let next = tree.children(of: current).first {
        HTMLKind.isContainer(tree.nodes[$0].name) && !isHidden[$0] && own > 0
          && (text[$0] - linkText[$0]) * 100 >= own * Self.share && !isShown($0)
      }
      guard let next else { return current }
      // A heading beside it belongs to it: it would be lost.
      let isHeadingBeside = tree.children(of: current).contains {
        HTMLKind.headingLevel(tree.nodes[$0].name) ?? 1 > 1 && !isHidden[$0]
      }
      if isHeadingBeside { return current }
      current = next
    }
  }

  /// Whether an element means something to the reader, so that what it holds is not all there is.
  private func isShown(_ index: Int) -> Bool {
    tree.nodes[index].name == "b" || alert(at: index) != nil
      || (tree.nodes[index].name == "table" && !HTMLTable.isLayout(index, in: self))
  }

  /// Whether an element is a block of links, such as a list of other articles, and nothing else.
  func isLinkBlock(_ index: Int) -> Bool {
    guard ["div", "ul", "section", "td", "ol"].contains(tree.nodes[index].name) else {
      return false
    }
    return text[index] > 0 && linkText[index] * 100 >= text[index] * 90
      && tree.descendants(of: index).count { tree.nodes[$0].name == "a" } >= 4
  }
}
