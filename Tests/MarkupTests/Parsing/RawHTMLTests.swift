import Testing

@testable import Markup

@Suite struct RawHTMLTests {
  static let allowed: [(text: String, outline: String)] = [
    (
      "a<br/>b<br />c<BR>d",
      """
      paragraph
        text "a"
        hardBreak
        text "b"
        hardBreak
        text "c"
        hardBreak
        text "d"
      """
    ),
    (
      "## <a name=\"user-action\"></a>Action",
      """
      heading 2 #user-action
        text "Action"
      """
    ),
    (
      "## Action <a id=\"x\"></a>",
      """
      heading 2
        text "Action "
        anchor #x
      """
    ),
    (
      "a <a name='b'></a>c",
      """
      paragraph
        text "a "
        anchor #b
        text "c"
      """
    ),
    (
      "<a href=\"https://a.b\">c</a> d",
      """
      paragraph
        link https://a.b
          text "c"
        text " d"
      """
    ),
    (
      "a <b>b</b> c <sup>2</sup> d<sub>3</sub>.",
      """
      paragraph
        text "a "
        strong
          text "b"
        text " c "
        superscript
          text "2"
        text " d"
        subscript
          text "3"
        text "."
      """
    ),
    (
      "<em>a *b*</em> <code>c</code> <kbd>Ctrl</kbd>",
      """
      paragraph
        emphasis
          text "a "
          emphasis
            text "b"
        text " "
        code "c"
        text " "
        code "Ctrl"
      """
    ),
    (
      "<span style=\"x\">a</span> <u>b</u> <Token>c</Token>",
      """
      paragraph
        text "a b c"
      """
    ),
    (
      "a <!-- hidden --> b",
      """
      paragraph
        text "a  b"
      """
    ),
    (
      "<!-- hidden\n\n# no -->\n\na",
      """
      paragraph
        text "a"
      """
    ),
    (
      "<pre>one  \ntwo  </pre>",
      """
      codeBlock "one  \\ntwo  \\n"
      """
    ),
    (
      "<pre>a <b>bold</b> <code>c</code><br>d\n<a href=\"f\">g</a></pre>",
      """
      codeBlock "a bold c\\nd\\ng\\n"
      """
    ),
    (
      "<div><code>a <b>b</b> <code>c</code></code> d</div>",
      """
      paragraph
        code "a b c"
        text " d"
      """
    ),
    (
      "x <code>a <b>b</b> <code>c</code></code> d",
      """
      paragraph
        text "x "
        code "a b c"
        text " d"
      """
    ),
    (
      "<pre>\na &lt;b&gt; %.*ls <Datetime>\n</pre>\n",
      """
      codeBlock "a <b> %.*ls <Datetime>\\n"
      """
    ),
    (
      "<table>\n<tr><th>a</th></tr>\n<tr><td>b <b>c</b> d</td></tr>\n</table>",
      """
      table
        row
          cell
            text "a"
        row
          cell
            text "b "
            strong
              text "c"
            text " d"
      """
    ),
    (
      "<div>a <b>b</b> c</div>",
      """
      paragraph
        text "a "
        strong
          text "b"
        text " c"
      """
    ),
    (
      "<ul><li>a</li><li>b</li></ul>",
      """
      list
        item
          paragraph
            text "a"
        item
          paragraph
            text "b"
      """
    ),
    (
      "<details>\n<summary>a</summary>\n\nb *c*\n\n</details>",
      """
      paragraph
        text "a"
      paragraph
        text "b "
        emphasis
          text "c"
      """
    ),
    (
      "<div>\n|a|b|\n|-|-|\n</div>",
      """
      paragraph
        text "|a|b| |-|-|"
      """
    ),
    (
      "<div>\n> [!NOTE]\n> a\n</div>\n",
      """
      paragraph
        text "> [!NOTE] > a"
      """
    ),
    (
      "<h2 id=\"x\">a</h2>",
      """
      heading 2
        text "a"
      """
    ),
    (
      "<img src=\"a.png\" alt=\"b\">",
      """
      paragraph
        image a.png
          text "b"
      """
    ),
    (
      "<p>a</p><p>b</p>",
      """
      paragraph
        text "a"
      paragraph
        text "b"
      """
    ),
    (
      "a <b>unclosed",
      """
      paragraph
        text "a "
        strong
          text "unclosed"
      """
    ),
    (
      "*a <b>b* c</b> d",
      """
      paragraph
        emphasis
          text "a "
          strong
            text "b"
        text " c d"
      """
    ),
    (
      "a</b></i> b",
      """
      paragraph
        text "a b"
      """
    ),
  ]

  @Test(arguments: allowed)
  func makesNodesOfWhatHTMLShows(text: String, outline: String) {
    let reading = Reading(text)
    #expect(reading.outline == outline)
    #expect(reading.diagnostics == [])
  }

  static let removed: [(text: String, plain: String, diagnostics: [String])] = [
    (
      "a <script>alert(1)</script> b", "a b",
      ["1:3: the element 'script' is removed [html-removed]"]
    ),
    (
      "<script>\nalert(1)\n</script>\n\nb", "b",
      ["1:1: the element 'script' is removed [html-removed]"]
    ),
    (
      "a <SCRIPT src=x>*b*</SCRIPT> c", "a c",
      ["1:3: the element 'script' is removed [html-removed]"]
    ),
    (
      "x\n\n<div>a<script>b</script>c</div>", "x ac",
      ["3:1: the element 'script' is removed [html-removed]"]
    ),
    (
      "a <img src=\"x.png\" onerror=\"alert(1)\" alt=\"b\"> c", "a b c",
      ["1:3: the attribute 'onerror' of 'img' is removed [html-removed]"]
    ),
    (
      "<div onclick=\"alert(1)\">a</div>", "a",
      ["1:1: the attribute 'onclick' of 'div' is removed [html-removed]"]
    ),
    (
      "a <a href=\"javascript:alert(1)\">b</a>", "a b",
      ["1:3: the address 'javascript:alert(1)' of 'a' is removed [html-removed]"]
    ),
    (
      "a <a href=\"java\tscript:alert(1)\">b</a>", "a b",
      ["1:3: the address 'java\tscript:alert(1)' of 'a' is removed [html-removed]"]
    ),
    (
      "<iframe src=\"https://a.b\"></iframe>\n\na", "a",
      ["1:1: the element 'iframe' is removed [html-removed]"]
    ),
    ("a <style>b{}</style> c", "a c", ["1:3: the element 'style' is removed [html-removed]"]),
    ("a <object data=x> b", "a", ["1:3: the element 'object' is removed [html-removed]"]),
    ("a <input type=text> b", "a b", ["1:3: the element 'input' is removed [html-removed]"]),
  ]

  @Test(arguments: removed)
  func removesWhatRunsOrLoads(text: String, plain: String, diagnostics: [String]) {
    let reading = Reading(text)
    #expect(reading.plainText == plain)
    #expect(reading.diagnostics == diagnostics)
    let written = reading.document.pool
    #expect(!String(decoding: written, as: UTF8.self).contains("alert("))
  }

  @Test(arguments: [
    "[a](javascript:alert)", "[a](JaVaScRiPt:alert)", "![a](javascript:alert)",
    "<javascript:alert>",
    "[a](data:text/html,x)", "[a](vbscript:x)", "[a]\n\n[a]: javascript:alert",
    "[a](&#106;avascript:alert)",
  ])
  func removesAddressesThatRun(text: String) {
    let reading = Reading(text)
    let targets = reading.document.nodes.filter { $0.kind == .link || $0.kind == .image }
      .map { reading.document.string($0.attribute) }
    #expect(targets.allSatisfy { LinkTarget.isAllowed($0) })
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.allSatisfy { $0.hasSuffix("[link-scheme]") })
  }

  /// Tags without an end, in numbers.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "<b>", "<a href=x>", "<div>", "<table>", "<pre>", "<script>", "</b>", "<!--", "<b",
      "<a name=\"",
      "<ul><li>", "<table><tr><td>", "<details>", "<![CDATA[", "<?x", "<select>", "<p><b>", "&lt;",
    ])
  func readsThousandsOfTags(tag: String) {
    let count = 3_000
    _ = Reading(String(repeating: tag, count: count))
    _ = Reading("x " + String(repeating: tag, count: count))
    _ = Reading("<div>\n" + String(repeating: tag, count: count))
  }

  /// Text within tags within tags must not be kept once for each of them.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "<pre>" + String(repeating: "a<b></b>", count: 50_000) + "</pre>",
      "x " + String(repeating: "<code>", count: 90) + String(repeating: "a ", count: 50_000)
        + String(repeating: "</code>", count: 90),
    ])
  func keepsTextOnce(text: String) {
    #expect(Reading(text).document.pool.count <= text.utf8.count)
  }

  /// Tags in any order and nesting come to a tree.
  @Test func keepsDocumentsSoundWhateverTheTags() {
    let parts = [
      "<p>", "</p>", "<b>", "</b>", "<code>", "</code>", "<pre>", "</pre>", "<div>", "</div>",
      "<ul>",
      "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<a href='x'>",
      "<a name='y'>", "</a>", "<blockquote>", "</blockquote>", "<br>", "<img src='z'>", "<x>", "a",
      " ", "b\n", "*c*", "`d`", "<script>", "</script>", "<hr>", "<sup>", "</sup>",
    ]
    var state: UInt64 = 1
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      #expect(
        [text, "<div>" + text].allSatisfy { Reading($0).document.isSound },
        "\(text.debugDescription)")
    }
  }
}
