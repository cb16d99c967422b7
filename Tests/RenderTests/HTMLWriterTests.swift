import Markup
import Render
import TestSupport
import Testing

struct HTMLWriterTests {
  private func html(
    resolve: @escaping (String) -> String? = { $0 }, _ body: (inout DocumentSketch) -> Void
  ) -> String {
    let document = DocumentSketch(body).document
    var output: [UInt8] = []
    let rewriting = HTMLRewriting(link: resolve, picture: resolve)
    HTMLWriter.append(document, document.indices, rewriting: rewriting, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func escapesTextAndAttributes() {
    let written = html {
      $0.heading(2, "<script>alert('&')</script>", anchor: "\"><img onerror=x>")
      $0.node(.paragraph) {
        $0.node(.code, text: "</code><b>")
        $0.node(.anchor, attribute: "x' onclick='y")
        $0.text("a\u{1B}[31m")
      }
    }
    #expect(
      written == """
        <h2 id="&quot;&gt;&lt;img onerror=x&gt;">&lt;script&gt;alert('&amp;')&lt;/script&gt;</h2>
        <p><code translate="no">&lt;/code&gt;&lt;b&gt;</code>\
        <span id="x&#39; onclick=&#39;y"></span>a\u{FFFD}[31m</p>

        """)
  }

  @Test(arguments: [
    ("javascript:x", "t"), ("java\nscript:x", "t"), ("a.md", "<a href=\"a.md\">t</a>"),
    ("a b\u{1}.md", "<a href=\"a%20b%01.md\">t</a>"),
    ("\"onclick=", "<a href=\"&quot;onclick=\">t</a>"),
    ("https://x/?a&b", "<a href=\"https://x/?a&amp;b\" rel=\"noopener\">t</a>"),
    ("//x", "<a href=\"//x\" rel=\"noopener\">t</a>"),
    ("mailto:a@b", "<a href=\"mailto:a@b\">t</a>"),
  ])
  func linksOnlyWhatIsAllowed(target: String, expected: String) {
    #expect(
      html { $0.node(.paragraph) { $0.node(.link, attribute: target) { $0.text("t") } } }
        == "<p>\(expected)</p>\n")
  }

  @Test func judgesWhatTheCallerResolves() {
    let body = { (sketch: inout DocumentSketch) in
      sketch.node(.link, attribute: "a.md") { $0.text("t") }
    }
    #expect(html(resolve: { _ in "javascript:x" }, body) == "t")
    #expect(html(resolve: { _ in nil }, body) == "t")
    #expect(html(resolve: { _ in "../b/" }, body) == "<a href=\"../b/\">t</a>")
  }

  @Test(arguments: [
    ("i.png", "<img src=\"i.png\" alt=\"a &quot;b&quot;\">"), ("data:image/svg+xml,x", "a \"b\""),
    ("mailto:x", "a \"b\""), ("#x", "a \"b\""), ("", "a \"b\""),
  ])
  func showsPicturesOrTheirText(source: String, expected: String) {
    #expect(html { $0.node(.image, attribute: source) { $0.text("a \"b\"") } } == expected)
  }

  @Test(arguments: [
    ("sql", " class=\"language-sql\""), ("C++", " class=\"language-C++\""), ("", ""),
    ("a b", ""), ("\"><script>", ""), ("é", ""),
  ])
  func takesOnlyPlainLanguagesAsClass(language: String, expected: String) {
    #expect(
      html { $0.node(.codeBlock, text: "<x>\n", attribute: language) }
        == "<pre translate=\"no\"><code\(expected)>&lt;x&gt;\n</code></pre>\n")
  }

  @Test func writesTablesWithHeadingsOrWithout() {
    #expect(
      html { $0.table([["a"], ["b"]], alignment: .right) } == """
        <div class="table">
        <table>
        <thead>
        <tr><th scope="col" class="align-right">a</th></tr>
        </thead>
        <tbody>
        <tr><td class="align-right">b</td></tr>
        </tbody>
        </table>
        </div>

        """)
    #expect(
      html { $0.table([[""], ["b"]]) } == """
        <div class="table">
        <table>
        <tbody>
        <tr><td>b</td></tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func writesTightListsWithoutParagraphs() {
    let written = html {
      $0.node(.list, detail: 3, number: 3) { $0.item("a") }
      $0.node(.list, detail: 0) { $0.item("b") }
    }
    #expect(
      written == """
        <ol start="3">
        <li>a</li>
        </ol>
        <ul>
        <li><p>b</p>
        </li>
        </ul>

        """)
  }

  @Test func titlesAlerts() {
    #expect(
      html { $0.node(.alert, detail: Document.Alert.tip.rawValue) { $0.paragraph("a") } } == """
        <div class="alert alert-tip">
        <p class="alert-title">Tip</p>
        <p>a</p>
        </div>

        """)
  }

  @Test func leavesOutALinkWithinALinkAndSurplusCells() {
    let written = html {
      $0.node(.link, attribute: "x") {
        $0.node(.link, attribute: "y") { $0.text("b") }
      }
      $0.node(.tableSurplus) { $0.text("c") }
    }
    #expect(written == "<a href=\"x\">b</a>")
  }

  @Test(
    .enabled(if: Program("xmllint", "--version").isThere(), "xmllint is not installed"),
    arguments: 0..<40)
  func closesEveryTagItOpens(seed: UInt64) throws {
    let document = MarkdownGenerator.document(seed: seed)
    var output = Array("<article>".utf8)
    HTMLWriter.append(document, document.indices, to: &output)
    output.append(contentsOf: "</article>".utf8)
    // As XML once void elements are closed: stricter about nesting than any HTML reader.
    let text = String(decoding: output, as: UTF8.self).replacing("<br>", with: "<br/>")
      .replacing("<hr>", with: "<hr/>")
    let closed = text.split(separator: "<img ", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        guard index > 0, let end = part.firstIndex(of: ">") else { return String(part) }
        return "<img " + part[..<end] + "/" + part[end...]
      }.joined()
    let result = try Self.xmllint.run(Array(closed.utf8))
    #expect(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))\n\(closed)")
  }

  private static let xmllint = Program("xmllint", "--noout", "-")
}
