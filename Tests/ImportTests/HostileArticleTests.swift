import TestSupport
import Testing

struct HostileArticleTests {
  @Test func nothingThatRunsIsLeft() {
    let page = Sample.page(
      """
      <h1>error 10061<script>alert(1)</script></h1>
      <p onclick="a()"><a href="java\tscript:a()">x</a> <a href="&#106;avascript:a()">y</a>
      <img src="javascript:a()" alt="z"> &lt;img src=x onerror=a()&gt; [!INCLUDE [q](../../etc/passwd)]</p>
      <iframe src="https://evil.example"></iframe><style>p{}</style><object data="x"></object>
      <p>---</p><p># h</p><p>:::zone</p>
      """.utf8)
    #expect(!page.contains("<script") && !page.contains("javascript") && !page.contains("evil"))
    #expect(page.contains("x y z \\<img src=x onerror=a()> \\[!INCLUDE"))
    #expect(page.contains("\n\\---\n\n\\# h\n\n\\:::zone\n"))
  }

  @Test func whatHostileArticlesComeToBuilds() throws {
    let articles = [
      "<h1>t: # [x]</h1>" + String(repeating: "<ul><li>x", count: 500),
      "<h1>\"quoted\" \\ 'title'</h1>" + String(repeating: "<blockquote>q", count: 500),
      "<title>- a</title><p>b &#0; &#27;[31m c &#x202e; d",
      String(repeating: "<table><tr><td>q", count: 200),
      "<h1>a</h1>" + String(repeating: "<b>", count: 3000) + "x"
        + String(repeating: "</i>", count: 3000),
    ]
    let files = articles.enumerated().map {
      File("p/\($0).md", Sample.page($1.utf8, fileName: "x.html"))
    }
    let built = try Sample.built(files)
    #expect(built.diagnostics == [])
    #expect(built.pages.count == articles.count)
  }

  @Test func elementsThatEndOutOfTurnLeaveNoHole() {
    let body = Sample.body(
      "<h1>t</h1><a href=x><b><div><i><div class=note><p>one</p></div></i></div></b></a>"
        + "<ul><li></li><ul><li>two</li></ul></ul><b><p><i></i></p><ul><li>three</b></ul>",
      fileName: "x.html")
    #expect(body.contains("> one") && body.contains("two") && body.contains("three"))
  }

  @Test func whatFollowsDeepNestingIsKept() {
    let depth = 10_000
    let page = Sample.page(
      ("<h1>t</h1>" + String(repeating: "<div>", count: depth) + "<p>within</p>"
        + String(repeating: "</div>", count: depth) + "<p>after</p>").utf8)
    #expect(page.hasSuffix("within\n\nafter\n"))
  }

  @Test func picturesWithoutTextAreKeptByTheirNames() {
    let body = Sample.body(
      """
      <head><base href="https://a.example/b/"></head><h1>t</h1><p>one
      <img src="c/dialog.png?x=1"> <img src="d.gif" class="smilies" alt=":)"> <img src="e.gif" width=1>
      <a href="f.png"><img src="g.jpg" alt=""></a> <img src="data:image/png;base64,AAAA">
      <img src="javascript:a()"> two</p>
      """, fileName: "x.html")
    #expect(
      body
        == """
        one [dialog.png](https://a.example/b/c/dialog.png?x=1) :) \
        [g.jpg](https://a.example/b/f.png) two

        """.replacing("\\\n", with: ""))
  }

  @Test func entitiesAreNotExpandedWithoutEnd() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><html><body><h1>t</h1><p>x &c;&c;&c; y</p></body></html>
      """
    let page = Sample.page(bomb.utf8, fileName: "x.html")
    #expect(page.utf8.count < 1_000 && page.contains("y"))
  }

  @Test func hugeAttributesDataAddressesAndZerosDoNoHarm() throws {
    let long = String(repeating: "A", count: 1 << 20)
    let page = Sample.page(
      ("<h1>t\u{0}</h1><p class=\"\(long)\" title='\(long)'>x\u{0}y "
        + "<a href=\"data:text/html,<script>\">z</a> <img src=\"data:image/png;base64,\(long)\">"
        + "<a href=' javascript:a()'>w</a></p>").utf8, fileName: "x.html")
    #expect(page.utf8.count < 600)
    #expect(!page.contains("data:") && !page.contains("javascript"))
    #expect(try Sample.built([File("p/a.md", page)]).diagnostics == [])
  }

  @Test func depthHasNoEnd() {
    for tag in ["div", "ul><li", "blockquote", "table><tr><td", "b", "span class=comment"] {
      let depth = tag == "div" ? 100_000 : 10_000
      let page = Sample.page(
        ("<h1>t</h1>" + String(repeating: "<\(tag)>", count: depth) + "within").utf8,
        fileName: "x.html")
      #expect(page.contains("within"), "\(tag)")
    }
  }

  @Test(arguments: ["", " \n\u{A0}\n", "<html><script>x</script></html>", "<!--", "<", "<a "])
  func withoutTextThereIsNoPage(article: String) {
    #expect(Sample.page(article.utf8, fileName: "x.html") == "")
    #expect(article.hasPrefix("<") || Sample.page(article.utf8) == "")
  }
}
