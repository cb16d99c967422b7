internal import Catalogue
internal import Markup

/// Puts an article together as a page: title, text, replies.
enum PageAssembly {
  /// Fewer items than this are no list of things to try.
  private static let fewestSteps = 3

  /// The document of a page.
  static func document(_ article: Article, title: String, locale: LocaleTag) -> Document {
    var page = Document()
    appendHeading(title, level: 1, anchor: nil, to: &page)
    append(article, locale: locale, to: &page)
    guard !article.replies.isEmpty else { return page }
    let isEnglish = locale.language == "en"
    let word = isEnglish ? "Replies" : article.repliesTitle ?? "Replies"
    appendHeading(word, level: 2, anchor: "replies", to: &page)
    for (place, reply) in article.replies.enumerated() {
      var text = "\(reply.number ?? place + 1)."
      if let author = reply.author { text += " \(author)" }
      if let date = reply.date { text += reply.author == nil ? " \(date)" : " · \(date)" }
      appendHeading(text, level: 3, anchor: nil, to: &page)
      appendAnswered(reply, to: &page)
      page.append(reply.body.indices, of: reply.body)
    }
    return page
  }

  /// Says whom a reply answers, as a quote: it is none of the reply's own words.
  ///
  /// A reply that begins with a quote says so itself.
  private static func appendAnswered(_ reply: Reply, to page: inout Document) {
    guard let answered = reply.answers, reply.body.nodes.first?.kind != .blockQuote else { return }
    let quote = page.open(Document.Node(.blockQuote, line: 1))
    let paragraph = page.open(Document.Node(.paragraph, line: 1))
    page.appendText(Array(answered.text.utf8), line: 1)
    page.close(paragraph)
    page.close(quote)
  }

  private static func appendHeading(
    _ text: String, level: UInt8, anchor: String?, to page: inout Document
  ) {
    guard !text.isEmpty else { return }
    var node = Document.Node(.heading, line: 1)
    node.detail = level
    if let anchor { node.attribute = page.store(anchor.utf8) }
    let made = page.open(node)
    page.appendText(Array(text.utf8), line: 1)
    page.close(made)
  }

  /// Appends the text of an article.
  ///
  /// One that has no headings but one list of steps gets a heading
  /// over these and what leads to them, so that they are found as things to try.
  private static func append(_ article: Article, locale: LocaleTag, to page: inout Document) {
    let body = article.body
    guard let steps = steps(of: body) else { return page.append(body.indices, of: body) }
    page.append(0..<steps, of: body)
    let isEnglish = locale.language == "en"
    let words = InterfaceWords.for(locale)
    appendHeading(
      isEnglish ? "How to fix it" : words[role: .userAction], level: 2,
      anchor: isEnglish ? nil : "user-action", to: &page)
    page.append(steps..<body.nodes.count, of: body)
  }

  /// Where the only list of steps begins, or the paragraph that leads to it.
  private static func steps(of body: Document) -> Int? {
    var list: Int?
    var lead: Int?
    var previous: Int?
    for index in body.roots(in: body.indices) {
      switch body.nodes[index].kind {
      case .heading: return nil
      case .list where body.nodes[index].detail & 1 == 1:
        guard count(of: index, in: body) >= fewestSteps else { break }
        if list != nil { return nil }
        list = index
        lead = previous
      default: break
      }
      previous = body.nodes[index].kind == .paragraph ? index : nil
    }
    return list == nil ? nil : lead ?? list
  }

  private static func count(of list: Int, in body: Document) -> Int {
    var count = 0
    for _ in body.children(of: list) { count += 1 }
    return count
  }
}
