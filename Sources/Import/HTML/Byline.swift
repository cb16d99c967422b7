internal import Catalogue
internal import Markup

/// The line under a title with author and date: facts of the article, not its text.
struct Byline {
  /// The elements that make up the line.
  private(set) var nodes: Set<Int> = []
  private(set) var author: String?
  private(set) var date: CalendarDate?

  /// Longer texts say more than that.
  private static let limit = 90
  private static let words: Set<String> = [
    "byline", "author", "post-meta", "entry-meta", "meta", "date", "published", "posted-on",
    "entry-date", "post-date", "post-info", "article-meta", "article-info", "timestamp", "dateline",
    "metadata", "page-metadata", "article-metadata", "article-date", "post-byline",
    "article-byline", "updated", "last-updated", "page-meta",
  ]

  /// Looks among the first elements from a place on, the title left out.
  init(
    from start: Int, to end: Int, after title: Int?, in outline: HTMLOutline, isMonthFirst: Bool
  ) {
    let tree = outline.tree
    var seen = 0
    var index = start
    while index < end, seen < 60 {
      let node = tree.nodes[index]
      if outline.isHidden[index] || index == title {
        index = node.end
        continue
      }
      if !node.isText {
        seen += 1
        let isShort = outline.text[index] > 0 && outline.text[index] < Self.limit
        let isNamed =
          node.name == "time"
          || tree.words(of: index).contains { Self.words.contains(String($0)) }
          || tree.properties(of: index).contains { $0 == "author" || $0 == "datepublished" }
        let text =
          isShort ? tree.text(of: index, limit: 200, without: { outline.isHidden[$0] }) : ""
        if isShort, isNamed || Self.isLine(text) {
          read(index, text, in: tree, isMonthFirst: isMonthFirst)
          nodes.insert(index)
          index = node.end
          continue
        }
      }
      index += 1
    }
  }

  /// Whether a text says who published, or when: `Published on …`, `By …`.
  private static func isLine(_ text: String) -> Bool {
    let lowered = text.lowercased()
    let begins = WordLists.shared["dated"]
    return begins.contains { lowered.hasPrefix($0) }
      && (WrittenDate.find(in: text, isMonthFirst: true) != nil
        || CalendarDate.first(in: text) != nil)
  }

  /// Takes such a line, where it is a paragraph of its own, off the beginning of a document.
  static func take(
    from document: inout Document, into facts: inout ArticleFacts, isMonthFirst: Bool
  ) {
    guard let first = document.nodes.first, first.kind == .paragraph else { return }
    let range = 0..<Int(first.end)
    let text = document.plainText(of: range)
    guard text.count <= limit, isLine(text) else { return }
    facts.date =
      facts.date ?? CalendarDate.first(in: text)
      ?? WrittenDate.find(in: text, isMonthFirst: isMonthFirst)
    var rest = Document()
    rest.append(range.upperBound..<document.nodes.count, of: document)
    document = rest
  }

  private mutating func read(
    _ index: Int, _ text: String, in tree: HTMLTree, isMonthFirst: Bool
  ) {
    if date == nil {
      let machine = (index..<tree.nodes[index].end).lazy
        .compactMap { tree.attribute("datetime", of: $0) ?? tree.attribute("content", of: $0) }
        .compactMap { CalendarDate($0.trimmed) }.first
      date =
        machine ?? CalendarDate.first(in: text)
        ?? WrittenDate.find(in: text, isMonthFirst: isMonthFirst)
    }
    guard author == nil else { return }
    let named = (index..<tree.nodes[index].end).first {
      tree.properties(of: $0).contains("author") || tree.attribute("rel", of: $0) == "author"
        || tree.words(of: $0).contains { $0 == "author" || $0 == "fn" || $0 == "author-name" }
    }
    if let named {
      author = ReplyLine.name(in: tree.text(of: named, limit: 200))
    } else if text.hasPrefix("By ") {
      author = ReplyLine.name(in: String(text.prefix { !"|·•,0123456789".contains($0) }))
    }
  }
}

extension CalendarDate {
  /// The first date of ISO 8601 in a text.
  static func first(in text: String) -> CalendarDate? {
    text.split { !($0.isNumber || $0 == "-") }.lazy.filter { $0.count == 10 }
      .compactMap { CalendarDate(String($0)) }.first
  }
}
