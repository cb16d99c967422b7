internal import Catalogue
internal import Markup
internal import Render

/// A document of a docset: a page or messages in a small frame, without scripts and without anything
/// from elsewhere.
struct DocsetPage {
  private let path: String
  private let locale: LocaleTag
  private let words: InterfaceWords
  private var output: [UInt8] = []

  /// Begins a document; its title is what a reader's tab shows.
  init(_ path: String, title: String, locale: LocaleTag) {
    self.path = path
    self.locale = locale
    words = InterfaceWords.for(locale)
    put("<!DOCTYPE html>\n<html lang=\"")
    HTMLEscaping.appendAttribute(locale.text.utf8, to: &output)
    put("\" dir=\"\(locale.isRightToLeft ? "rtl" : "ltr")\">\n<head>\n<meta charset=\"utf-8\">\n")
    put("<title>")
    HTMLEscaping.appendText(title.utf8, to: &output)
    put("</title>\n<link rel=\"stylesheet\" href=\"")
    put("\(DocsetPlan.root(from: path))\(DocsetPlan.style)\">\n</head>\n<body>\n")
  }

  /// The whole document.
  consuming func finished() -> [UInt8] {
    put("</body>\n</html>\n")
    return output
  }

  private mutating func put(_ text: String) { output += text.utf8 }

  /// Adds a page of the catalogue; what its links name leads to where events stand.
  mutating func append(_ page: Page, in plan: DocsetPlan) {
    var events: [String: String] = [:]
    for link in page.links { events[link.target] = link.event }
    let places = plan.placesByName
    let root = DocsetPlan.root(from: path)
    let rewriting = HTMLRewriting(
      link: { target in
        if let event = events[target], let place = places[event] { return root + place }
        // What lies beside the page's file does not come along.
        let isElsewhere = LinkTarget(target.utf8) == .external
        let isHere = target.utf8.first == UInt8(ascii: "#")
        return isElsewhere || isHere ? target : nil
      },
      // Nothing is asked of the network, and no picture comes along.
      picture: { _ in nil })
    let placeholders = page.message.map { Placeholders.ranges(in: Array($0.utf8)) } ?? []
    PageFragment.append(
      page, placeholders: placeholders, words: words, rewriting: rewriting, to: &output)
    var notes = ["\(words[.sourceFile]) \(page.path)"]
    if let translation = page.translation {
      if translation.isMachineMade { notes.append(words[.machineTranslation]) }
      if !translation.drift.isEmpty { notes.append(words[.behindSource]) }
    }
    put("<footer><p>")
    HTMLEscaping.appendText(notes.joined(separator: " · ").utf8, to: &output)
    put("</p></footer>\n")
  }

  /// Adds the messages of an event under an anchor.
  mutating func append(_ messages: [Message], anchor: String) {
    put("<section id=\"")
    HTMLEscaping.appendAttribute(anchor.utf8, to: &output)
    put("\">\n")
    for message in messages { MessageFragment.append(message, words: words, to: &output) }
    put("</section>\n")
  }

  /// Adds a list of links under a heading.
  mutating func append(heading: String, links: [(text: String, path: String)]) {
    put("<h2>")
    HTMLEscaping.appendText(heading.utf8, to: &output)
    put("</h2>\n<ul>\n")
    for (text, path) in links {
      put("<li><a href=\"")
      HTMLEscaping.appendAttribute(path.utf8, to: &output)
      put("\">")
      HTMLEscaping.appendText(text.utf8, to: &output)
      put("</a></li>\n")
    }
    put("</ul>\n")
  }

  /// Adds a heading of the first level.
  mutating func append(title: String) {
    put("<h1>")
    HTMLEscaping.appendText(title.utf8, to: &output)
    put("</h1>\n")
  }
}
