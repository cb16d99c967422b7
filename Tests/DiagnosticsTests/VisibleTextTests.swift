import Testing

@testable import Diagnostics

struct VisibleTextTests {
  @Test(arguments: [
    ("plain é 字 🙂", "plain é 字 🙂"), ("\u{1B}[31mred", "\\u{1B}[31mred"),
    ("a\tb\nc\rd", "a\\u{9}b\\u{A}c\\u{D}d"),
    ("\0\u{7F}\u{80}\u{9F}\u{A0}", "\\u{0}\\u{7F}\\u{80}\\u{9F}\u{A0}"),
    ("a\u{202E}b\u{2066}c\u{2069}", "a\\u{202E}b\\u{2066}c\\u{2069}"),
    ("\u{200E}\u{200F}\u{061C}\u{FEFF}\u{2028}", "\\u{200E}\\u{200F}\\u{61C}\\u{FEFF}\\u{2028}"),
    // Their neighbours stay.
    (
      "\u{200D}\u{2010}\u{2030}\u{2065}\u{206A}\u{061B}\u{FEFE}",
      "\u{200D}\u{2010}\u{2030}\u{2065}\u{206A}\u{061B}\u{FEFE}"
    ),
  ])
  func showsWhatWouldAct(text: String, visible: String) {
    #expect(VisibleText.visible(text) == visible)
  }

  @Test func keepsTabsAndNewlinesWhereTheyAreAllowed() {
    #expect(VisibleText.visible("a\tb\n\r", keeping: .tab) == "a\tb\\u{A}\\u{D}")
    #expect(VisibleText.visible("a\tb\n\r", keeping: [.tab, .newline]) == "a\tb\n\\u{D}")
  }

  @Test func repairsBytesThatAreNotUTF8() {
    // 0x9B alone is a control sequence introducer to an old terminal.
    #expect(
      VisibleText.visible(([0x61, 0x9B, 0x1B] as [UInt8]).span) == Array("a\u{FFFD}\\u{1B}".utf8))
  }

  @Test func keepsWhiteSpaceForThoseWhoFoldIt() {
    let text = "a\u{B}b\u{2028}c\u{1B}"
    #expect(VisibleText.visible(text, keeping: .whiteSpace) == "a\u{B}b\\u{2028}c\\u{1B}")
    #expect(VisibleText.visible(text, keeping: .lineBreaks) == "a\u{B}b\u{2028}c\\u{1B}")
  }
}
