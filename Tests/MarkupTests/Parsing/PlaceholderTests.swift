import Testing

@testable import Markup

/// What looks like markup in messages and is none.
@Suite struct PlaceholderTests {
  /// One paragraph of nothing but this text.
  static let texts: [(written: String, text: String)] = [
    ("'%.*ls' and '%.*ls'", "'%.*ls' and '%.*ls'"),
    ("'%.*ls' and '%.* ls'", "'%.*ls' and '%.* ls'"),
    ("'%.*ls' and '%. *ls'", "'%.*ls' and '%. *ls'"),
    ("'%.*ls' and '%. * ls'", "'%.*ls' and '%. * ls'"),
    ("'%.*ls' and '%* ls'", "'%.*ls' and '%* ls'"),
    ("'%.**ls' and '%.**ls'", "'%.**ls' and '%.**ls'"),
    ("'%.*ls' and '%.\\*ls'", "'%.*ls' and '%.*ls'"),
    ("%.\\*ls*", "%.*ls*"),
    ("%0*I64x and %0*I64x", "%0*I64x and %0*I64x"),
    ("%.*hs, %-*d, *%.*s", "%.*hs, %-*d, *%.*s"),
    ("\"%d.*ls\" and \"%d.*ls\"", "\"%d.*ls\" and \"%d.*ls\""),
    ("%.*ls字 and %.*ls字", "%.*ls字 and %.*ls字"),
    ("CHECKSUM(*)", "CHECKSUM(*)"),
    ("{'*' | '+' | '/'}", "{'*' | '+' | '/'}"),
    ("<Datetime> spid7s", "<Datetime> spid7s"),
    ("'\\'<filename>'", "''<filename>'"),
    ("on <ip address>, <user_name>, <Login Name>, <n>, <dbid>",
      "on <ip address>, <user_name>, <Login Name>, <n>, <dbid>"),
    ("<Ctrl+C>", "<Ctrl+C>"),
    ("\\<%s> and \\<Login Name>", "<%s> and <Login Name>"),
    ("<%s> < b > c <1> <-x>", "<%s> < b > c <1> <-x>"),
    ("<XML document sample>", "<XML document sample>"),
    ("ALTER TABLE <table> DROP <column>", "ALTER TABLE <table> DROP <column>"),
    ("<source> to </target>", "<source> to </target>"),
    ("-----------------------------\\-", "------------------------------"),
    ("C:\\Program Files\\Microsoft \\n \\M \\D", "C:\\Program Files\\Microsoft \\n \\M \\D"),
    ("__$start_lsn snake_case_name", "__$start_lsn snake_case_name"),
    ("Date & Time &#40;Transact-SQL&#41; &quot;", "Date & Time (Transact-SQL) \""),
    ("a lone ` mark, a lone * star, a lone [ bracket", "a lone ` mark, a lone * star, a lone [ bracket"),
    ("100 %", "100 %"),
    ("%", "%"),
    ("%*", "%*"),
    ("<", "<"),
    ("</", "</"),
    ("a <b", "a <b"),
    ("[!", "[!"),
    ("[!INCLUD", "[!INCLUD"),
    (":::", ""),
  ]

  @Test(arguments: texts)
  func keepsAsTextWhatIsNoMarkup(written: String, text: String) {
    let reading = Reading(written)
    #expect(reading.plainText == text)
    #expect(reading.document.nodes.allSatisfy { $0.kind == .paragraph || $0.kind == .text })
    #expect(reading.diagnostics == [])
  }

  static let marked: [(written: String, outline: String)] = [
    ("100% *important*",
      """
      paragraph
        text "100% "
        emphasis
          text "important"
      """),
    ("5% **bold** and *%d*",
      """
      paragraph
        text "5% "
        strong
          text "bold"
        text " and "
        emphasis
          text "%d"
      """),
    ("*%.*ls*",
      """
      paragraph
        emphasis
          text "%.*ls"
      """),
    ("`'%.*ls' <Datetime>`",
      """
      paragraph
        code "'%.*ls' <Datetime>"
      """),
    ("```\n%.*ls <Datetime>\n```",
      """
      codeBlock "%.*ls <Datetime>\\n"
      """),
    ("    %.*ls <Datetime>",
      """
      codeBlock "%.*ls <Datetime>\\n"
      """),
    ("[a<b>%.*ls](%.*ls.md)",
      """
      paragraph
        link %.*ls.md
          text "a"
          strong
            text "%.*ls"
      """),
    ("<https://a.b/c> <a@b.cd>",
      """
      paragraph
        link https://a.b/c
          text "https://a.b/c"
        text " "
        link mailto:a@b.cd
          text "a@b.cd"
      """),
    ("SQLDump*nnnn*.txt",
      """
      paragraph
        text "SQLDump"
        emphasis
          text "nnnn"
        text ".txt"
      """),
    ("[a](<b c.md>)",
      """
      paragraph
        link b c.md
          text "a"
      """),
  ]

  @Test(arguments: marked)
  func readsMarkupBesidePlaceholders(written: String, outline: String) {
    let reading = Reading(written)
    #expect(reading.outline == outline)
    #expect(reading.diagnostics == [])
  }

  /// The bytes that stand for covers cannot be brought in by a page.
  @Test(arguments: [
    "a&#1;b", "a&#2;0&#3;b", "a&#2;b", "&#4;&#4;", "> &#6;&#6;\n> a", "a&#x5;b", "a&#3;b&#2;99999999999999",
    "[x](&#2;0&#3;)", "|a|\n|-|\n|&#2;0&#4;|", "`&#2;0`", "&#2;0&#3; [!INCLUDE[l](none.md)]",
    "# &#4;", "<a name=\"&#2;0&#3;\">x</a>",
  ])
  func takesNoEntityForACover(text: String) {
    let document = Reading(text).document
    #expect(!document.pool.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 })
    let includes = document.plainText(of: document.indices).split(separator: "l").count
    #expect(includes <= 2)
  }

  @Test func leavesTheEntityOfAControlCharacterAsText() {
    let text = "a&#1;b&#2;0&#3;c&#27;d&#x1b;e&#127;f&#x9F;g"
    #expect(Reading(text).plainText == text)
    #expect(Reading("`\(text)`").outline == "paragraph\n  code \"\(text)\"")
    #expect(Reading("<div>\(text)</div>").plainText == text)
    #expect(Reading("&#65;&#x41;&#160;&#10;b").plainText == "AA b")
  }
}
