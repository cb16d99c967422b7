import Testing

@testable import Markup

/// Where diagnostics point: `⟦` stands right before the place, and is taken out.
@Suite struct PositionTests {
  static let marked = [
    "⟦[!INCLUDE[x](none.md)]",
    "a é字 ⟦[!INCLUDE[x](none.md)]",
    "---\ntitle: é\n---\n\n字 ⟦[!INCLUDE[x](none.md)]\n",
    "---\r\ntitle: x\r\n---\r\na\r\né ⟦[!INCLUDE[x](none.md)]\r\n",
    "# a\n\n- b\n\n  é ⟦[!INCLUDE[x](none.md)]",
    "> a\n> > 字 ⟦[!INCLUDE[x](none.md)]",
    "|a|\n|-|\n|b|\n|字 ⟦[!INCLUDE[x](none.md)]|",
    "a\nb ⟦[!include x]",
    "a\n\n⟦<script>\nalert\n</script>",
    "a é ⟦<script>b</script>",
    "a\né ⟦<b onclick=\"x\">c</b>",
    "*a* 字 ⟦<iframe src=\"x\">c</iframe>",
    "a\n\n⟦```a b\nc\n```",
    "---\nx: y\n---\n\n⟦```a b\nc\n```",
    "a\n\n> b\n>\n⟦> [!HINT]\n> c",
    "a\n⟦::: moniker range=\"x\"\nb",
    "a ⟦[b](javascript:c)",
    "- a\n- 字 ⟦[b](javascript:c)",
    "|a|\n|-|\n⟦|[b](javascript:c)|",
    "## é ⟦[b](javascript:c)",
  ]

  @Test(arguments: marked)
  func pointsAtTheMark(text: String) throws {
    let mark = try #require(text.firstIndex(of: "⟦"))
    let before = text[..<mark].replacing("\r\n", with: "\n")
    let line = before.utf8.count { $0 == 0x0A } + 1
    let column = before.utf8.reversed().prefix { $0 != 0x0A }.count + 1
    let reading = Reading(text.replacing("⟦", with: ""))
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.allSatisfy { $0.hasPrefix("\(line):\(column): ") })
  }

  static let lines: [(text: String, lines: [Int32])] = [
    ("a\n\n# b\n\n- c\n- d\n\n> e\n\n|f|\n|-|\n|g|\n\n```\nh\n```\n", [1, 3, 5, 5, 6, 8, 10, 10, 12, 14]),
    ("---\nx: y\n---\n\na\n\nb", [5, 7]),
  ]

  /// Of everything but paragraphs in items and quotes, inlines and cells.
  @Test(arguments: lines)
  func givesBlocksTheirLines(text: String, lines: [Int32]) {
    let document = Reading(text).document
    var found: [Int32] = []
    for root in document.roots(in: document.indices) {
      found.append(document.nodes[root].line)
      for child in document.children(of: root) {
        switch document.nodes[child].kind {
        case .item, .tableRow: found.append(document.nodes[child].line)
        default: break
        }
      }
    }
    #expect(found == lines)
  }

  @Test func givesInlinesTheLineTheyStandOn() {
    let document = Reading("a\n*b*\n`c` d\n").document
    let lines = document.nodes.filter { $0.kind == .text || $0.kind == .code }.map(\.line)
    #expect(lines == [1, 2, 3, 3])
  }
}
