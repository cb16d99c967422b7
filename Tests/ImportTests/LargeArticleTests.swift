import Markup
import Testing

/// Large articles take room and work in proportion to their size.
struct LargeArticleTests {
  @Test func foldedTextIsCopiedAFewTimesOnly() {
    var folder = WhitespaceFolder()
    var capacities: Set<Int> = []
    for _ in 0..<50_000 {
      folder.append("a few words ")
      capacities.insert(folder.bytes.capacity)
    }
    // Each capacity is a copy of all that was there.
    #expect(capacities.count < 40)
  }

  @Test func onlySoManyAttributesAreComparedWithOneAnother() {
    let many = (0..<5_000).map { "a\($0)=b/c\($0)" }
    for separator in [" ", "\n", "/ "] {
      let html = "<h1>t</h1><p \(many.joined(separator: separator))>text</p><p x='>'>more</p>"
      let limited = HTMLDepth.limited(Array(html.utf8))
      #expect(limited.count < 1_000)
      #expect(String(decoding: limited, as: UTF8.self).hasSuffix(">text</p><p x='>'>more</p>"))
    }
    let bare = "<p " + String(repeating: "a/", count: 5_000)
    #expect(HTMLDepth.limited(Array(bare.utf8)).count < 1_000)
    let deep = String(repeating: "<div \(many.joined(separator: " "))>", count: 100) + "x"
    #expect(HTMLDepth.limited(Array(deep.utf8)).count < 200_000)
  }

  @Test func aTableOfHolesDoesNotGrow() {
    let wide = "<tr>" + String(repeating: "<td>w", count: 199) + "</tr>"
    let html =
      "<h1>t</h1><table>\(wide)" + String(repeating: "<tr><td>x</td></tr>", count: 2_000)
      + "</table>"
    let body = Sample.body(html, fileName: "x.html")
    #expect(body.utf8.count < html.utf8.count)
    #expect(body.count { $0 == "x" } == 2_000)
    let spans = String(repeating: "<tr><td colspan=200>x</td></tr>", count: 2_000)
    #expect(
      Sample.body("<h1>t</h1><table>\(spans)</table>", fileName: "x.html").utf8.count < 20_000)
  }

  @Test func commandsThatEmptyLinesPartAreOneBlock() {
    let count = 5_000
    let text =
      "Title here\n\nSome words of it.\n\n"
      + String(repeating: "SELECT a FROM b;\n\n", count: count)
    let body = Sample.body(text)
    #expect(body.hasPrefix("Some words of it.\n\n```sql\nSELECT a FROM b;\n"))
    #expect(body.split(separator: "\n").count { $0 == "SELECT a FROM b;" } == count)
    #expect(body.hasSuffix("b;\n```\n"))
  }

  /// libxml2 ends at ten million bytes in one element unless it is told not to.
  @Test func noTextOfOneElementIsTooLong() {
    let line = String(repeating: "x", count: 99) + "\n"
    let html = "<p>before</p><pre>" + String(repeating: line, count: 110_000) + "last</pre><p>after"
    var texts: [Int] = []
    HTMLParser.walk(Array(html.utf8)) { event in
      if case .text(let bytes) = event { texts.append(bytes.count) }
    }
    #expect(texts == [6, 11_000_004, 5])
  }

  @Test(arguments: [1_000, 5_000])
  func everyReplyIsThere(count: Int) {
    let html =
      "<h1>t</h1><p>Some words of it.</p>"
      + (0..<count).map {
        "<div class=comment id=comment-\($0)><b class=fn>N\($0)</b><p>I tried it.</p></div>"
      }.joined()
    let body = Sample.body(html, fileName: "x.html")
    #expect(body.split(separator: "\n").count { $0.hasPrefix("### ") } == count)
    #expect(body.hasSuffix("### \(count). N\(count - 1)\n\nI tried it.\n"))
  }
}
