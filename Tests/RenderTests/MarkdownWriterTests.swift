import Markup
import Render
import Testing

struct MarkdownWriterTests {
  private func markdown(_ body: (inout DocumentSketch) -> Void) -> String {
    let document = DocumentSketch(body).document
    return String(decoding: document.markdown(of: document.indices), as: UTF8.self)
  }

  @Test(arguments: [
    ("LOGON_FAILED", "LOGON_FAILED"),
    ("C:\\Program Files\\x_", "C:\\Program Files\\x\\_"),
    ("'%.*ls' a * b", "'%.\\*ls' a * b"),
    ("[dbo].[t]", "\\[dbo].\\[t]"),
    ("<user> a < b <3", "\\<user> a < b <3"),
    ("AT&T &amp; R&D", "AT&T \\&amp; R\\&D"),
    ("1. one", "1\\. one"),
    ("10061 is", "10061 is"),
    ("-2", "-2"),
    ("- a", "\\- a"),
    ("--- a", "\\--- a"),
    ("+ a", "\\+ a"),
    ("+++", "\\+++"),
    ("# a", "\\# a"),
    ("#temp", "#temp"),
    ("a___b", "a___b"),
    ("a_ b", "a\\_ b"),
    ("> a", "\\> a"),
    ("===", "\\==="),
    ("~~~", "\\~\\~\\~"),
    ("| a |", "\\| a |"),
    ("::: zone", "\\::: zone"),
    ("  a  ", "a"),
    ("a\\", "a\\\\"),
  ])
  func escapesOnlyWhatWouldBeMarkup(text: String, expected: String) {
    #expect(markdown { $0.paragraph(text) } == expected + "\n")
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), (" a ", "`  a  `"), ("  ", "`  `"),
    ("a\nb", "`a b`"),
  ])
  func fencesCodeSpansBeyondTheirContent(code: String, expected: String) {
    #expect(markdown { $0.node(.paragraph) { $0.node(.code, text: code) } } == expected + "\n")
  }

  @Test(arguments: [
    ("a.md", "a.md"), ("", "<>"), ("a b", "<a b>"), ("(v=1)", "(v=1)"), ("(v", "<(v>"),
    ("<x>", "<\\<x\\>>"), (" a", "<%20a>"), ("a\nb", "<a%0Ab>"), ("a&b", "a&amp;b"),
    ("a?x=1&y=2", "a?x=1&y=2"),
  ])
  func bracketsDestinationsWhereNeeded(target: String, expected: String) {
    let written = markdown {
      $0.node(.paragraph) { $0.node(.link, attribute: target) { $0.text("t") } }
    }
    #expect(written == "[t](\(expected))\n")
  }

  @Test func keepsAnExclamationMarkAwayFromALink() {
    let written = markdown {
      $0.node(.paragraph) {
        $0.text("Stop!")
        $0.node(.link, attribute: "x") { $0.text("t") }
      }
    }
    #expect(written == "Stop\\![t](x)\n")
  }

  @Test func writesOnlyTheTextOfALinkWithinALink() {
    let written = markdown {
      $0.node(.paragraph) {
        $0.node(.link, attribute: "x") {
          $0.text("a")
          $0.node(.link, attribute: "y") { $0.text("b") }
        }
      }
    }
    #expect(written == "[ab](x)\n")
  }

  @Test func fallsBackOnTagsWhereStarsWouldNotBeEmphasis() {
    let written = markdown {
      $0.node(.paragraph) {
        $0.text("a")
        $0.node(.strong) { $0.text("\"b\"") }
        $0.text("c ")
        $0.node(.strong) { $0.node(.emphasis) { $0.text("d") } }
      }
    }
    #expect(written == "a<strong>\"b\"</strong>c **_d_**\n")
  }

  @Test func dropsBreaksThatPartNothing() {
    let written = markdown {
      $0.node(.paragraph) {
        $0.node(.hardBreak)
        $0.text("a ")
        $0.node(.softBreak)
        $0.node(.hardBreak)
        $0.text(" b")
        $0.node(.softBreak)
      }
      $0.node(.paragraph) { $0.node(.softBreak) }
    }
    #expect(written == "a\\\nb\n")
  }

  @Test func namesTheAnchorWhereTheTextDoesNot() {
    let written = markdown {
      $0.heading(2, "User Action", anchor: "user-action")
      $0.heading(2, "Action de l'utilisateur", anchor: "user-action")
      $0.heading(3, "C#")
      $0.heading(4, "a ## ")
    }
    #expect(
      written == """
        ## User Action

        ## <a name="user-action"></a>Action de l'utilisateur

        ### C\\#

        #### a #\\#

        """)
  }

  @Test func nestsListsByTheWidthOfTheirMarkers() {
    let written = markdown {
      $0.node(.list, detail: 3, number: 9) {
        $0.item("a")
        $0.node(.item) {
          $0.paragraph("b")
          $0.node(.list, detail: 2) { $0.item("c") }
          $0.node(.codeBlock, text: "x\n\ny\n", attribute: "sql")
        }
      }
      $0.node(.list, detail: 1, number: 1) {
        $0.item("d")
        $0.node(.item)
      }
    }
    #expect(
      written == """
        9. a
        10. b
            - c
            ```sql
            x

            y
            ```

        1) d

        2)

        """)
  }

  @Test func writesDeepEmptyItemsAsNoThematicBreak() {
    let written = markdown {
      $0.node(.list) {
        $0.node(.item) {
          $0.node(.list) { $0.node(.item) { $0.node(.list) { $0.node(.item) } } }
        }
      }
    }
    #expect(written == "- * -\n")
  }

  @Test func fencesCodeBeyondItsContent() {
    let written = markdown {
      $0.node(.codeBlock, text: "````\n", attribute: "a`b")
      $0.node(.codeBlock, text: "````", attribute: "c")
    }
    #expect(written == "~~~a`b\n````\n~~~\n\n`````c\n````\n`````\n")
  }

  @Test func escapesPipesInCellsAndKeepsToOneLine() {
    let written = markdown {
      $0.node(.table) {
        $0.node(.tableRow) {
          $0.node(.tableCell, detail: 3) { $0.text("n") }
          $0.node(.tableCell, detail: 2)
        }
        $0.node(.tableRow) {
          $0.node(.tableCell) {
            $0.text("a|b")
            $0.node(.hardBreak)
            $0.node(.code, text: "c|d")
          }
          $0.node(.tableCell) {
            $0.paragraph("p")
            $0.node(.list) { $0.item("i") }
          }
          $0.node(.tableSurplus) { $0.text("cut off") }
        }
      }
    }
    #expect(written == "| n |  |\n| --: | :-: |\n| a\\|b<br>`c\\|d` | p<br>i |\n")
  }

  @Test func writesAlertsAsDocsDoes() {
    let written = markdown {
      $0.node(.alert, detail: Document.Alert.caution.rawValue) {
        $0.paragraph("a")
        $0.paragraph("b")
      }
      $0.node(.alert, detail: Document.Alert.note.rawValue) { $0.table([["x"]]) }
      $0.node(.blockQuote) { $0.paragraph("[!NOTE]") }
      $0.node(.blockQuote)
    }
    #expect(
      written == """
        > [!CAUTION]
        > a
        >
        > b

        > [!NOTE]
        >
        > | x |
        > | --- |

        > \\[!NOTE]

        >

        """)
  }

  @Test func writesTabsAsNamesAndContent() {
    let written = markdown {
      $0.node(.tab) {
        $0.paragraph("Linux")
        $0.paragraph("a")
      }
      $0.node(.thematicBreak)
    }
    #expect(written == "**Linux**\n\na\n\n___\n")
  }

  @Test func writesWhatStandsOutsideItsContainer() {
    var sketch = DocumentSketch()
    sketch.item("an item")
    sketch.text("loose ")
    sketch.node(.emphasis) { $0.text("text") }
    sketch.node(.tableRow) { $0.node(.tableCell) { $0.text("cell") } }
    let document = sketch.document
    #expect(
      String(decoding: document.markdown(of: document.indices), as: UTF8.self)
        == "an item\n\nloose *text*\n\n| cell |\n| --- |\n")
  }

  @Test func survivesAnyDepth() {
    var document = Document()
    let depth = 20_000
    let open = (0..<depth).map { _ in document.open(Document.Node(.emphasis, line: 1)) }
    document.appendText("x".utf8, line: 1)
    for index in open.reversed() { document.close(index) }
    #expect(document.markdown(of: document.indices).count > depth)
  }
}
