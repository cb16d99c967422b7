import Testing

@testable import Markup

/// Zones, tabs, code and media: what Docs Markdown adds beside includes, alerts and tables.
@Suite struct DocsBlockTests {
  static let additions: [(text: String, outline: String)] = [
    ("::: moniker range=\">=sql-server-2016\"\n\na\n\n::: moniker-end\n\nb",
      """
      paragraph
        text "a"
      paragraph
        text "b"
      """),
    (":::zone target=\"docs\"\na\n:::zone-end\nb",
      """
      paragraph
        text "a"
      paragraph
        text "b"
      """),
    (":::row:::\n  :::column:::\na\n  :::column-end:::\n:::row-end:::",
      """
      paragraph
        text "a"
      """),
    ("# [Windows](#tab/windows)\n\na\n\n# [Linux](#tab/linux)\n\nb\n\n---",
      """
      tab
        paragraph
          text "Windows"
      paragraph
        text "a"
      tab
        paragraph
          text "Linux"
      paragraph
        text "b"
      thematicBreak
      """),
    (":::image type=\"content\" source=\"a.png\" alt-text=\"b c\":::",
      """
      paragraph
        image a.png
          text "b c"
      """),
    ("a :::no-loc text=\"SQL Server\"::: b",
      """
      paragraph
        text "a SQL Server b"
      """),
    ("[!VIDEO https://a.b/c]",
      """
      paragraph
        link https://a.b/c
          text "https://a.b/c"
      """),
    ("> [!VIDEO https://a.b/c]",
      """
      blockQuote
        paragraph
          link https://a.b/c
            text "https://a.b/c"
      """),
    ("[!code-sql[Query](a.sql#L1)]",
      """
      paragraph
        link a.sql#L1
          text "Query"
      """),
    (":::code language=\"sql\" source=\"a.sql\":::",
      """
      paragraph
        link a.sql
          text "a.sql"
      """),
    ("1. ```Access is Denied``` on\n2. b",
      """
      list from 1
        item
          paragraph
            code "Access is Denied"
            text " on"
        item
          paragraph
            text "b"
      """),
    ("```Access``` a\n\n|a|\n|-|\n\n```\n|b|\n|-|\n```",
      """
      paragraph
        code "Access"
        text " a"
      table
        row
          cell
            text "a"
      codeBlock "|b|\\n|-|\\n"
      """),
    ("- a\n\n    ```sql\n    SELECT 1\n    ```\n\n  b",
      """
      list, loose
        item
          paragraph
            text "a"
          codeBlock sql "SELECT 1\\n"
          paragraph
            text "b"
      """),
    ("```{linenos=1 x}\na\n```",
      """
      codeBlock {linenos=1 x} "a\\n"
      """),
    ("```sql name=\"x\"\na\n```",
      """
      codeBlock sql name="x" "a\\n"
      """),
    ("```\nunclosed\n\n|a|\n|-|",
      """
      codeBlock "unclosed\\n\\n|a|\\n|-|\\n"
      """),
    ("```\n> ```\n|b|\n|-|\n```\n\n|c|\n|-|",
      """
      codeBlock "> ```\\n|b|\\n|-|\\n"
      table
        row
          cell
            text "c"
      """),
    ("    ```\n\n|c|\n|-|",
      """
      codeBlock "```\\n"
      table
        row
          cell
            text "c"
      """),
    ("```\n    ```\n|b|\n|-|\n```",
      """
      codeBlock "    ```\\n|b|\\n|-|\\n"
      """),
    ("1.  a\n\n    - b\n\n      ```\n      c\n      ```\n\n      |d|\n      |-|\n",
      """
      list from 1, loose
        item
          paragraph
            text "a"
          list, loose
            item
              paragraph
                text "b"
              codeBlock "c\\n"
              table
                row
                  cell
                    text "d"
      """),
    ("> ```\n> a\n\n|b|\n|-|",
      """
      blockQuote
        codeBlock "a\\n"
      table
        row
          cell
            text "b"
      """),
    ("-   ```\n    a\n\n|b|\n|-|",
      """
      list
        item
          codeBlock "a\\n\\n"
      table
        row
          cell
            text "b"
      """),
  ]

  @Test(arguments: additions)
  func readsTheAddition(text: String, outline: String) {
    let reading = Reading(text)
    #expect(reading.outline == outline)
    #expect(reading.diagnostics == [])
  }

  @Test func readsTextOnTheFenceAsCode() {
    let reading = Reading(
      "a\n\n```2010-03-31 19:17:18.45 spid7s Error: 824, Severity: 24\nb\n```")
    #expect(
      reading.outline == """
        paragraph
          text "a"
        codeBlock "2010-03-31 19:17:18.45 spid7s Error: 824, Severity: 24\\nb\\n"
        """)
    #expect(
      reading.diagnostics == [
        "3:1: text after the fence is not a language; it is read as the first line of the code "
          + "[fence-text]"
      ])
  }

  @Test func readsAFenceWithTwoWordsOfTextAsCode() {
    let reading = Reading("```Date & Time: 3/27/2010\nb\n```")
    #expect(reading.outline == "codeBlock \"Date & Time: 3/27/2010\\nb\\n\"")
  }

  @Test func reportsAZoneThatIsNeverEnded() {
    let reading = Reading("a\n\n::: moniker range=\"x\"\n\nb")
    #expect(reading.plainText == "a b")
    #expect(reading.diagnostics == ["3:1: the zone is never ended [zone-unclosed]"])
  }

  @Test func keepsZoneMarkersInCode() {
    #expect(Reading("```\n::: moniker range=\"x\"\n```").outline
      == "codeBlock \"::: moniker range=\"x\"\\n\"")
  }
}
