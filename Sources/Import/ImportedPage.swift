package import Catalogue
internal import Markup
internal import Render

/// An article from elsewhere on its way to a page of Markdown.
package struct ImportedPage: Sendable {
  /// What kind of page it is to be.
  package enum Kind: String, Sendable, CaseIterable { case guide, thread }

  /// What the person who imports it says of it.
  package struct Wishes: Sendable {
    /// Nil: a thread where there are replies.
    package var kind: Kind?
    /// Nil: as the article says, else as its words tell.
    package var locale: LocaleTag?
    /// The day on which it was fetched.
    package var retrieved: CalendarDate?
    /// The file's name, whose ending may tell HTML from plain text.
    package var fileName = ""

    package init() {}
  }

  /// The events that the text names, the weightiest first.
  package let mentions: [EventMention]
  /// Lines that were left out, since pages carry them around an article.
  package let dropped: [String]
  /// Whether the article has a title of its own.
  package let hasTitle: Bool
  /// The language of the page, and whether it had to be guessed in vain.
  package let locale: LocaleTag
  package let isLocaleKnown: Bool

  private let article: Article
  private let kind: Kind
  private let retrieved: CalendarDate?

  /// The locale of a text that tells none.
  private static let defaultLocale = LocaleTag(canonical: "en-US")

  /// Reads a file; nil where there is no text in it.
  package init?(_ raw: [UInt8], wishes: Wishes = Wishes()) {
    let fallback = wishes.locale.flatMap { LegacyEncoding.name(for: $0) }
    let isHTML = FileForm.isHTML(raw, fileName: wishes.fileName)
    let text = TextDecoding.text(
      raw, declared: isHTML ? FileForm.declaredEncoding(raw) : nil, fallback: fallback)
    var article: Article
    var guessed: LocaleTag?
    if isHTML {
      article = HTMLArticle.read(text, locale: wishes.locale)
      guessed =
        article.facts.language.map(LanguageGuess.withRegion)
        ?? LanguageGuess.locale(of: article.facts.title + " " + article.text)
    } else {
      guessed =
        wishes.locale == nil
        ? LanguageGuess.locale(of: String(decoding: text.prefix(1 << 18), as: UTF8.self)) : nil
      article = PlainTextArticle.read(
        text, locale: wishes.locale ?? guessed ?? Self.defaultLocale)
    }
    guard !article.body.nodes.isEmpty || !article.replies.isEmpty else { return nil }
    locale = wishes.locale ?? guessed ?? Self.defaultLocale
    isLocaleKnown = wishes.locale != nil || guessed != nil
    kind = wishes.kind ?? (article.replies.isEmpty ? .guide : .thread)
    retrieved = wishes.retrieved
    mentions = MentionFinder.mentions(in: article)
    dropped = article.dropped
    hasTitle = !article.facts.title.isEmpty
    self.article = article
  }

  /// The text in which sources may be named.
  package var text: String { article.facts.title + "\n" + article.text }

  /// The page as Markdown with its front matter, about events as front matter names them.
  package func markdown(events: [String]) -> [UInt8] {
    let title = title(events)
    var output = frontMatter(title: title, events: events)
    output += "\n".utf8
    let document = PageAssembly.document(article, title: title, locale: locale)
    MarkdownWriter.append(document, document.indices, to: &output)
    return output
  }

  private func title(_ events: [String]) -> String {
    if hasTitle { return article.facts.title }
    guard let event = events.first else { return "" }
    let id = event.split(separator: "_").last.map(String.init) ?? event
    return locale.language == "en" ? "Error \(id)" : event
  }

  private func frontMatter(title: String, events: [String]) -> [UInt8] {
    var yaml = YAMLText()
    yaml.add("title", title)
    yaml.add("description", description)
    yaml.add("kind", kind.rawValue)
    yaml.add("events", list: events)
    yaml.add("locale", locale.text)
    yaml.add("author", article.facts.author)
    yaml.add("date", article.facts.date?.description)
    yaml.add("address", article.facts.address)
    yaml.add("license", article.facts.license)
    yaml.add("retrieved", retrieved?.description)
    return yaml.block
  }

  /// What the article says it is about, else its first sentence.
  private var description: String? {
    let limit = 200
    if let given = article.facts.description, !given.isEmpty { return given.shortened(to: limit) }
    let document = article.body
    for index in document.roots(in: document.indices)
    where document.nodes[index].kind == .paragraph {
      // More than what is shown of it does not matter.
      let text = String(document.plainText(at: index).prefix(limit * 2))
      if text.count > 20 { return text.firstSentence.shortened(to: limit) }
    }
    return nil
  }
}
