import Testing

@testable import Markup

/// Text that nests deeper than any page: it must be read, quickly, and nothing of it lost.
@Suite struct NestingTests {
  private static func list(_ depth: Int) -> String {
    (0..<depth).map { String(repeating: "  ", count: $0) + "- \($0)" }.joined(separator: "\n")
  }

  @Test(.timeLimit(.minutes(1))) func readsListsAThousandDeep() {
    let reading = Reading(Self.list(1_000))
    #expect(reading.plainText == (0..<1_000).map(String.init).joined(separator: " "))
    #expect(reading.document.nodes.count { $0.kind == .list } <= MarkdownParser.depthLimit)
    #expect(
      reading.diagnostics == [
        "51:1: the text nests deeper than 100 levels; what lies deeper is kept without its nesting "
          + "[nesting-depth]"
      ])
  }

  static let repeated: [(text: String, count: Int)] = [
    ("> ", 10_000), ("- ", 10_000), ("1. ", 10_000), ("> - ", 5_000), ("*", 50_000), ("_", 50_000),
    ("**a ", 50_000), ("*a_b", 50_000), ("[", 50_000), ("![", 50_000), ("[a](", 50_000),
    ("[a](b", 50_000), ("`", 50_000), ("``a`", 50_000), ("<", 50_000), ("<a ", 20_000), ("&", 50_000),
    ("&#", 50_000), ("\\", 50_000), ("%*", 50_000), ("%.", 50_000), ("[!INCLUDE", 20_000),
    ("[!INCLUDE[", 20_000), ("[!INCLUDE[a](", 20_000), ("[!code[", 20_000), ("[!VIDEO ", 20_000),
    (":::image ", 20_000), (":::image source=\"", 20_000), (":::no-loc text=", 20_000),
    ("|a", 50_000), ("> [!NOTE]\n", 20_000), ("> [!NOTE]\n>\n", 20_000), ("|a|\n|-|\n", 20_000),
    ("|a|\n", 50_000), ("- |a|\n  |-|\n", 10_000), ("- a\n", 50_000), ("# a\n", 50_000),
    ("::: moniker range=\"a\"\n", 20_000), ("```\n", 50_000), ("> ```\n", 20_000),
    ("~~~a b\n", 20_000), ("<b>", 50_000), ("<b></b>", 50_000), ("<table>", 20_000),
    ("a\n", 100_000), ("[a]: b\n", 20_000), ("[a]", 50_000), ("\t", 50_000), ("字", 50_000),
    ("<!--", 20_000), ("<a name=\"b\"></a>", 20_000), ("# <a name=\"b\"></a>c\n", 20_000),
    ("*a* ", 50_000), ("a<br>", 50_000), ("1) a\n2. b\n", 20_000), ("    a\n", 50_000),
    ("a  \n", 50_000), ("a|", 50_000), ("-|", 50_000), ("&#2;", 50_000), ("%.*ls ", 50_000),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: repeated)
  func readsWhatIsRepeatedTensOfThousandsOfTimes(text: String, count: Int) {
    let whole = String(repeating: text, count: count)
    _ = Reading(whole)
    _ = Reading("a|b\n-|-\n" + whole)
  }

  @Test(.timeLimit(.minutes(1))) func keepsTheTextOfSpansThatNestTooDeep() {
    let depth = 1_000
    let text = (0..<depth).map { "*a\($0) _b " }.joined() + String(repeating: "c_ d* ", count: depth)
    let document = Reading(text).document
    let words = document.plainText(of: document.indices).split(separator: " ")
    #expect(words.count == 4 * depth)
  }
}
