import Testing

@testable import Index

@Suite struct MessageTemplateTests {
  /// The items of a message: `w` a word, `c` a character that is one, `n` a gap of numbers and `t`
  /// one of texts, with the fewest words in it.
  private func sketch(_ message: String) -> String {
    MessageTemplate(message).items.map { code in
      if MessageTemplate.isWord(code) { return MessageTemplate.isCharacter(code) ? "c" : "w" }
      let gap = MessageTemplate.Gap(code: code)
      return (gap.isNumeric ? "n" : "t") + String(gap.fewestWords)
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("Login failed for user '%.*ls'.%.*ls", "w w w w t0"),
    ("Line %d: %S_MSG '%.*ls' is unknown.", "w t1 w w"),
    ("Error: %d, Severity: %d, State: %d.", "w n1 w n1 w n1"),
    ("page (%d:%d) is torn", "w n2 w w"),
    // What touches a placeholder is one word with what is put there.
    ("address 0x%08x of %dKB", "w n1 w n1"),
    ("drive MB%d is full", "w t1 w w"),
    ("%ls%ls failed", "t0 w"),
    ("%dx%d pixels", "n1 w"),
    ("un%lsable to read", "t1 w w"),
    // Characters that are words by themselves touch nothing.
    ("第%d行の'%.*ls'が無効です", "c n1 c c t0 c c c c c"),
    ("사용자 '%.*ls'에 대한 %d개", "w t0 w w n1 w"),
    // FormatMessage, a percent sign, damage.
    ("%1!s! did not answer in %2!d! ms", "t0 w w w w n1 w"),
    ("%d%% of '%.* ls' is done", "n1 w t0 w w"),
    // Remains of Markdown and HTML.
    (#"sp\_configure \* &lt;name&gt;"#, "w w"),
    ("", ""),
    ("%s", "t0"),
  ])
  func takesAMessageApart(message: String, expected: String) {
    #expect(sketch(message) == expected)
  }

  @Test func escapesInNamesAreNoWordsApart() {
    #expect(
      MessageTemplate(#"Use sp\_configure now"#).items
        == MessageTemplate("Use sp_configure now").items)
  }

  @Test func keepsTheSignsBesidePlaceholders() {
    let template = MessageTemplate("The user '%.*ls' (%d:%d) has 0x%x KB.")
    let texts = template.holes.map {
      [String(decoding: $0.before, as: UTF8.self), String(decoding: $0.after, as: UTF8.self)]
    }
    #expect(texts == [[" '", ""], ["' (", ""], [":", ") "], [" 0x", " "]])
  }

  @Test func codesOfGapsAreNoWords() {
    for holes in [0, 1, 63, 900] {
      var gap = MessageTemplate.Gap()
      gap.holes = holes
      gap.fewestWords = holes
      let code = MessageTemplate.code(of: gap)
      #expect(!MessageTemplate.isWord(code))
      #expect(MessageTemplate.Gap(code: code).holes == min(holes, 63))
    }
    for hash in 0..<70_000 as Range<UInt32> {
      #expect(MessageTemplate.isWord(MessageTemplate.code(ofWord: hash)))
    }
  }
}
