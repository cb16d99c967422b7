import Testing

@testable import Markup

@Suite struct TableTests {
  /// Every way in which the pages write tables, and some in which they could.
  static let texts = [
    "|a|b|\n|-|-|\n|c|d|",
    "| a | b |\n| --- | :-: |\n| c | d |\n",
    "a|b\n-|-\nc|d",
    "a | b\n:- | -:\nc | d\n\ne",
    // Header and delimiter row must agree.
    "|a|b|\n|-|\n|c|d|",
    "|a|\n|-|-|\n|c|",
    "|a|b|\n|-|-|-|",
    // The empty header and the spacer row of the Details tables.
    "|||\n|-|-|\n|Product|SQL Server|\n",
    "| a | b |\n| - | - |\n| c | d |\n||\n",
    "|a|\n|-|\n||\n|b|",
    // One column.
    "|a|\n|-|\n|b|",
    "a\n:-\nb",
    "|a|\n-",
    // Escaped pipes, in code too.
    "|a\\|b|c|\n|-|-|\n|`d\\|e`|f|",
    "|a|b|\n|-|-|\n|\\\\|c|",
    // Too few cells.
    "|a|b|c|\n|-|-|-|\n|d|\n|e|f|\n",
    // No closing pipe, blanks around.
    "|a|b\n|-|-\n|c|d",
    "  |a|b|  \n  |-|-|  \n  |c|d|  \n",
    "|a|b|\n|-|-|\n| c d |  e  |",
    // Right after a paragraph's line.
    "Text\n|a|b|\n|-|-|\n|c|d|",
    "One\ntwo\n|a|b|\n|-|-|\n|c|d|\n",
    "[a](b.md)|c\n-|-\n[d](e.md)|f",
    ":a|b\n-|-",
    // What ends a table.
    "|a|\n|-|\n|b|\n\ntext",
    "|a|\n|-|\n|b|\n# c",
    "|a|\n|-|\n|b|\n- c",
    "|a|\n|-|\n|b|\n1. c", "|a|\n|-|\n|b|\n20) c", "|a|\n|-|\n|b|\n1.c",
    "|a|\n|-|\n|b|\n> c",
    "|a|\n|-|\n|b|\n```\nc\n```",
    "|a|\n|-|\n|b|\n***",
    "|a|\n|-|\n|b|\nc",
    "|a|\n|-|\n|b|\n    c",
    // Inside a list item and a quote.
    "- |a|b|\n  |-|-|\n  |c|d|",
    "- x\n\n  |a|b|\n  |-|-|\n  |c|d|\n\n- y",
    "1.  x\n\n    |a|\n    |-|\n    |b|\n\n    z",
    "> |a|b|\n> |-|-|\n> |c|d|",
    "> |a|\n> |-|\n|b|",
    "- |a|\n  |-|\n|b|", "- |a|\n  |-|\n  |b|\nc\n\nd", "> |a|\n> |-|\nb\n> c",
    "> - |a|\n>   |-|\n>   |b|\n> c",
    // Code stays code.
    "```\n|a|b|\n|-|-|\n|c|d|\n```",
    "    |a|b|\n    |-|-|\n    |c|d|",
    "- ```\n  |a|\n  |-|\n  ```",
    "~~~ sql\n|a|\n|-|\n~~~",
    // A first cell that looks like something else.
    "|# a|- b|\n|-|-|\n|# c|1. d|\n|> e|```f|",
    "- a | b\n-|-\nc|d",
    // Inlines in cells.
    "|*a*|**b**|\n|-|-|\n|[c](d.md)|`e`|",
    "|a|b|\n|-|-|\n|*c|d*|",
    "|a|b|\n|-|-|\n|&amp;|\\*|",
    "|a|b|\n|-|-|\n|![x](y.png)|z_y_z|",
    // No tables.
    "|a|b|\n\n|-|-|",
    "|a|b|",
    "|-|-|",
    "a|b\n= | =",
    "\\|a\\|\n|-|",
    "|a|b|\n|--|--|--\n",
    "|a|\n|--a|\n",
    "|a|b|\n|:-:|::|\n",
    // Two in a row.
    "|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|",
    "## h\n|a|\n|-|\n|b|\n## i\n|c|\n|-|",
    // A setext heading is none.
    "a\n---\n|b|\n|-|",
    "a|b\n---\n",
  ]

  @Test(.enabled(if: GFMOutline.isAvailable), arguments: texts)
  func readsTablesAsGFMDoes(text: String) throws {
    let reading = Reading(text)
    let expected = try GFMOutline(of: text).outline
    #expect(reading.outline == expected)
    #expect(reading.diagnostics == [])
  }

  @Test func endsATableBeforeHTML() {
    let reading = Reading("|a|\n|-|\n<div>\nb\n</div>")
    #expect(
      reading.outline == """
        table
          row
            cell
              text "a"
        paragraph
          text "b"
        """)
  }

  @Test func keepsTheCellsThatGFMDropsAsSurplus() {
    let reading = Reading("|a|b|\n|-|-|\n|1|x *y | z* | w|\n|2|x||\n")
    #expect(
      reading.outline == """
        table
          row
            cell
              text "a"
            cell
              text "b"
          row
            cell
              text "1"
            cell
              text "x *y"
            surplus
              text " | z* | w"
          row
            cell
              text "2"
            cell
              text "x"
        """)
  }

  /// GFM knows none of what stands in these cells.
  static let additions: [(row: String, cells: String)] = [
    ("|'%.*ls' and '%.* ls'|", "text \"'%.*ls' and '%.* ls'\""),
    ("|[!INCLUDE[x](x.md)] y|", "text \"X y\""),
    ("|<Datetime> a|", "text \"<Datetime> a\""),
    ("|`<b>` [!NOTE]|", "code \"<b>\"\ntext \" [!NOTE]\""),
    ("|a<br/>b|", "text \"a\"\nhardBreak\ntext \"b\""),
    ("|(`[!INCLUDE[x](x.md)]`)|", "text \"(\"\ncode \"[!INCLUDE[x](x.md)]\"\ntext \")\""),
    ("|`a\\|b` c|", "code \"a|b\"\ntext \" c\""),
    ("|\\| c|", "text \"| c\""),
    ("|*|", "text \"*\""),
    ("|**%d**|", "strong\n  text \"%d\""),
    ("|[|", "text \"[\""),
    ("|a `b|", "text \"a `b\""),
    ("|    indented|", "text \"indented\""),
    ("|[a]: b|", "text \"[a]: b\""),
    ("|&#124;|", "text \"|\""),
  ]

  @Test(arguments: additions)
  func readsTheAdditionsInCells(row: String, cells: String) {
    let reading = Reading("|h|\n|-|\n\(row)\n", files: ["docs/x.md": "X"])
    let expected = """
      table
        row
          cell
            text "h"
        row
          cell
            \(cells.replacing("\n", with: "\n      "))
      """
    #expect(reading.outline == expected)
    #expect(reading.diagnostics == [])
  }

  /// One cell's lone mark must not reach into the next.
  @Test func keepsCellsApart() {
    let reading = Reading("|a|\n|-|\n|`b|\n|c`|\n|*d|\n|e*|\n|<f|\n|g>|\n|[h|\n|i](j)|\n")
    let texts = reading.document.nodes.filter { $0.kind == .text }
      .map { reading.document.string($0.text) }
    #expect(texts == ["a", "`b", "c`", "*d", "e*", "<f", "g>", "[h", "i](j)"])
  }

  @Test(.timeLimit(.minutes(5))) func readsATableOfAMillionCells() {
    // A debug build is some twenty times slower.
    #if DEBUG
      let count = 10_000
    #else
      let count = 100_000
    #endif
    let row = "|a1|*b*|c|d|e|f|g|h|%.*ls|j|\n"
    let text =
      "|1|2|3|4|5|6|7|8|9|10|\n|-|-|-|-|-|-|-|-|-|-|\n"
      + String(repeating: row, count: count)
    let document = Reading(text).document
    #expect(document.nodes.count { $0.kind == .tableCell } == 10 * count + 10)
    #expect(document.nodes.count { $0.kind == .tableRow } == count + 1)
  }

  /// A row with fewer cells than the header gets the rest: a short text must not become a long one.
  @Test(.timeLimit(.minutes(5))) func doesNotFillUpMillionsOfCells() {
    let columns = 1_000
    let text =
      String(repeating: "|a", count: columns) + "|\n"
      + String(repeating: "|-", count: columns) + "|\n" + String(repeating: "|b|\n", count: 20_000)
    let reading = Reading(text)
    #expect(reading.document.nodes.count { $0.kind == .tableCell } < 600_000)
  }
}
