import Testing

@testable import Markup

@Suite struct AlertTests {
  static let alerts: [(text: String, outline: String)] = [
    ("> [!NOTE]\n> Text",
      """
      alert note
        paragraph
          text "Text"
      """),
    ("> [!CAUTION]  \n>  Text  \n> more",
      """
      alert caution
        paragraph
          text "Text"
          hardBreak
          text "more"
      """),
    // A blank line within, and no blank after the mark.
    (">[!Note]\n>\n>Text",
      """
      alert note
        paragraph
          text "Text"
      """),
    ("> [!warning] Text on the head's line\n> more",
      """
      alert warning
        paragraph
          text "Text on the head's line"
          softBreak
          text "more"
      """),
    ("- a\n\n    > [!NOTE]\n    > b\n\n- c",
      """
      list, loose
        item
          paragraph
            text "a"
          alert note
            paragraph
              text "b"
        item
          paragraph
            text "c"
      """),
    ("1. > [!TIP]\n   > b",
      """
      list from 1
        item
          alert tip
            paragraph
              text "b"
      """),
    ("> > [!IMPORTANT]\n> > b",
      """
      blockQuote
        alert important
          paragraph
            text "b"
      """),
    ("  > [!NOTE]\n  > Text",
      """
      alert note
        paragraph
          text "Text"
      """),
    // Several heads in one quote: several alerts.
    ("> [!NOTE]\n> a\n>\n> [!WARNING]\n> b",
      """
      alert note
        paragraph
          text "a"
      alert warning
        paragraph
          text "b"
      """),
    ("> [!NOTE]\n> a\n> [!WARNING]\n> b",
      """
      alert note
        paragraph
          text "a"
      alert warning
        paragraph
          text "b"
      """),
    ("> a\n>\n> [!NOTE]\n> b",
      """
      blockQuote
        paragraph
          text "a"
      alert note
        paragraph
          text "b"
      """),
    ("> [!NOTE]\n> - a\n> - b\n>\n> ```\n> c\n> ```",
      """
      alert note
        list
          item
            paragraph
              text "a"
          item
            paragraph
              text "b"
        codeBlock "c\\n"
      """),
    ("> [!NOTE]\n> |a|\n> |-|\n> |b|",
      """
      alert note
        table
          row
            cell
              text "a"
          row
            cell
              text "b"
      """),
    ("> [!NOTE]", "alert note"),
    ("> [!div class=\"mx-tdBreakAll\"]\n> a",
      """
      blockQuote
        paragraph
          text "a"
      """),
    // Not in a quote, in code, escaped: text.
    ("[!NOTE]\na",
      """
      paragraph
        text "[!NOTE]"
        softBreak
        text "a"
      """),
    ("> ```\n> [!NOTE]\n> ```",
      """
      blockQuote
        codeBlock "[!NOTE]\\n"
      """),
    (">     [!NOTE]\n",
      """
      blockQuote
        codeBlock "[!NOTE]\\n"
      """),
    ("> \\[!NOTE]\n> a",
      """
      blockQuote
        paragraph
          text "[!NOTE]"
          softBreak
          text "a"
      """),
    // In an item within the quote it is no head.
    ("> - [!NOTE]\n>   a",
      """
      blockQuote
        list
          item
            paragraph
              text "[!NOTE]"
              softBreak
              text "a"
      """),
    ("> # [!NOTE]\n> a",
      """
      blockQuote
        heading 1
          text "[!NOTE]"
        paragraph
          text "a"
      """),
    ("> a [!NOTE] b",
      """
      blockQuote
        paragraph
          text "a [!NOTE] b"
      """),
  ]

  @Test(arguments: alerts)
  func readsTheHeadOfAnAlert(text: String, outline: String) {
    let reading = Reading(text)
    #expect(reading.outline == outline)
    #expect(reading.diagnostics == [])
  }

  @Test func keepsAnUnknownKindAsText() {
    let reading = Reading("a\n\n> [!HINT]\n> b")
    #expect(
      reading.outline == """
        paragraph
          text "a"
        blockQuote
          paragraph
            text "[!HINT]"
            softBreak
            text "b"
        """)
    #expect(
      reading.diagnostics == [
        "3:1: 'HINT' is no kind of alert; the kinds are NOTE, TIP, IMPORTANT, CAUTION, WARNING "
          + "[alert-kind]"
      ])
  }

  @Test func looksForHeadsInTheTextAfterThem() {
    let reading = Reading("> [!NOTE]\n> a\n\nb\n\n> [!TIP]\n> c\n\n## d\n")
    #expect(
      reading.outline == """
        alert note
          paragraph
            text "a"
        paragraph
          text "b"
        alert tip
          paragraph
            text "c"
        heading 2
          text "d"
        """)
  }
}
