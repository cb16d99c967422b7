import Catalogue
import Markup
import TestSupport
import Testing

/// What an article says is what its page says: nothing in a text acts as Markdown.
struct RoundTripTests {
  @Test(arguments: 0..<12)
  func theTextOfAnArticleComesBack(seed: UInt64) throws {
    var random = Random(seed: seed)
    var files: [File] = []
    var wanted: [[Substring]] = []
    for number in 0..<40 {
      let (html, text) = Self.article(&random)
      let page = Sample.page(html.utf8, fileName: "x.html", locale: "en-US")
      files.append(File("p/\(number + 100).md", page))
      wanted.append(Self.words("Title of it " + text))
    }
    let built = try Sample.built(files)
    #expect(built.diagnostics == [])
    try #require(built.pages.count == files.count)
    for (page, words) in zip(built.pages, wanted) {
      let document = page.document
      #expect(Self.words(document.plainText(of: document.indices)) == words)
    }
  }

  @Test(arguments: 0..<4)
  func theTextOfAPlainArticleComesBack(seed: UInt64) throws {
    var random = Random(seed: seed)
    var files: [File] = []
    var wanted: [[Substring]] = []
    for number in 0..<40 {
      let lines = (0..<6).map { _ in "Word " + Self.line(&random) + " end of it here." }
      let text = "Title of it\n\n" + lines.joined(separator: "\n\n") + "\n"
      files.append(File("p/\(number + 100).md", Sample.page(text.utf8, locale: "en-US")))
      wanted.append(Self.words(text))
    }
    let built = try Sample.built(files)
    #expect(built.diagnostics == [])
    try #require(built.pages.count == files.count)
    for (page, words) in zip(built.pages, wanted) {
      #expect(Self.words(page.document.plainText(of: page.document.indices)) == words)
    }
  }

  @Test func anArticleThatLooksLikeFrontMatterIsText() throws {
    let html = "<h1>t</h1><p>---</p><p>title: x<br>events: [y]</p><p>---</p><p># no heading</p>"
    let built = try Sample.built([File("p/a.md", Sample.page(html.utf8, fileName: "x.html"))])
    #expect(built.diagnostics == [])
    let page = try #require(built.pages.first)
    #expect(page.ids.map(\.text) == ["10061"])
    #expect(
      page.document.plainText(of: page.document.indices)
        == "t --- title: x events: [y] --- # no heading")
  }

  // MARK: Articles

  private static let pieces = [
    "---", "***", "___", "===", "# a", "###", "- b", "+ c", "* d", "1. e", "2) f", "> g", "```",
    "~~~", "`h`", "``", ":::zone", ":::", "[!NOTE]", "[!INCLUDE [x](../y.md)]", "[k](l)", "[m]: n",
    "![o](p)", "<div>", "</p>", "<!--", "-->", "&amp;", "&#35;", "&copy", "|q|r|", "| --- |",
    "*s*", "_t_", "__u__", "~~v~~", "\\", "\\*", "{#w}", "$x$", "https://y.example/z_a", "<b@c.d>",
    "<https://e.example>", "f\\|g", "**", "a*b*c", "snake_case_name", "\"q\"", "'r'", "—", "é", "字",
    "שלום", "%1", "%s!", "[", "]", "(", ")", "!", "![", "](", "^up^", "==mark==", ":smile:",
    "@user",
    "#123", "\u{A0}", "1.", "2)", "a.", "-", "+", ">", "<", "&", "=",
  ]

  private static func line(_ random: inout Random) -> String {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// An article, and its text.
  private static func article(_ random: inout Random) -> (html: String, text: String) {
    var html = "<html><body><h1>Title of it</h1>"
    var text = ""
    for number in 0..<Int.random(in: 1...6, using: &random) {
      let line = line(&random)
      let inner = escaped(line)
      switch Int.random(in: 0..<7, using: &random) {
      case 0:
        html += "<h2>Head\(number) \(inner)</h2>"
        text += " Head\(number)"
      case 1: html += "<ul><li>\(inner) x</li></ul>"
      case 2:
        html += "<table><tr><th>h1</th><th>h2</th></tr><tr><td>\(inner)</td><td>y</td></tr></table>"
        text += " h1 h2"
      case 3: html += "<blockquote><p>\(inner) x</p></blockquote>"
      case 4: html += "<pre>\(inner) x</pre>"
      case 5:
        html += "<p>so <code>\(inner) x</code></p>"
        text += " so"
      default: html += "<p>\(inner) x</p>"
      }
      text +=
        " " + line
        + (html.hasSuffix("y</td></tr></table>") ? " y" : html.hasSuffix("</h2>") ? "" : " x")
    }
    return (html + "</body></html>", text)
  }

  private static func words(_ text: String) -> [Substring] {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { Substring($0) }
  }
}

/// Numbers that are the same in each run.
private struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
