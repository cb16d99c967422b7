import Testing

@testable import Markup

/// Text that nests deeper than any page: it must be read, quickly, and nothing of it lost.
@Suite struct NestingTests {
  private static func list(_ depth: Int) -> String {
    (0..<depth).map { String(repeating: "  ", count: $0) + "- \($0)" }.joined(separator: "\n")
  }

  @Test(.timeLimit(.minutes(5))) func readsListsAThousandDeep() {
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
    ("> ", 10_000), ("- ", 5_000), ("1. ", 5_000), ("> - ", 5_000), ("*", 50_000), ("_", 5_000),
    ("**a ", 5_000), ("*a_b", 5_000), ("[", 50_000), ("![", 5_000), ("[a](", 5_000),
    ("[a](b", 5_000), ("`", 5_000), ("``a`", 5_000), ("<", 5_000), ("<a ", 3_000), ("&", 5_000),
    ("&#", 5_000), ("\\", 5_000), ("%*", 5_000), ("%.", 5_000), ("[!INCLUDE", 3_000),
    ("[!INCLUDE[", 3_000), ("[!INCLUDE[a](", 3_000), ("[!code[", 3_000), ("[!VIDEO ", 3_000),
    (":::image ", 3_000), (":::image source=\"", 3_000), (":::no-loc text=", 3_000),
    ("|a", 5_000), ("> [!NOTE]\n", 3_000), ("> [!NOTE]\n>\n", 3_000), ("|a|\n|-|\n", 3_000),
    ("|a|\n", 5_000), ("- |a|\n  |-|\n", 5_000), ("- a\n", 5_000), ("# a\n", 5_000),
    ("::: moniker range=\"a\"\n", 3_000), ("```\n", 5_000), ("> ```\n", 3_000),
    ("~~~a b\n", 3_000), ("<b>", 5_000), ("<b></b>", 5_000), ("<table>", 3_000),
    ("a\n", 5_000), ("[a]: b\n", 3_000), ("[a]", 5_000), ("\t", 5_000), ("字", 5_000),
    ("<!--", 3_000), ("<a name=\"b\"></a>", 3_000), ("# <a name=\"b\"></a>c\n", 3_000),
    ("*a* ", 5_000), ("a<br>", 5_000), ("1) a\n2. b\n", 3_000), ("    a\n", 5_000),
    ("a  \n", 5_000), ("a|", 5_000), ("-|", 5_000), ("&#2;", 5_000), ("%.*ls ", 5_000),
  ]

  @Test(.timeLimit(.minutes(5)), arguments: repeated)
  func readsWhatIsRepeatedThousandsOfTimes(text: String, count: Int) {
    let whole = String(repeating: text, count: count)
    _ = Reading(whole)
    _ = Reading("a|b\n-|-\n" + whole)
  }

  @Test(.timeLimit(.minutes(5))) func keepsTheTextOfSpansThatNestTooDeep() {
    let depth = 1_000
    let text =
      (0..<depth).map { "*a\($0) _b " }.joined() + String(repeating: "c_ d* ", count: depth)
    let document = Reading(text).document
    let words = document.plainText(of: document.indices).split(separator: " ")
    #expect(words.count == 4 * depth)
  }
}
