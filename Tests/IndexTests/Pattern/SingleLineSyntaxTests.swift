import Testing

@testable import Index

struct SingleLineSyntaxTests {
  private func rewritten(_ pattern: String) -> String? {
    SingleLineSyntax.rewritten(Array(pattern.utf8)).map {
      String(decoding: $0.pattern, as: UTF8.self)
    }
  }

  @Test(arguments: [
    "", "firewall", "pare-feu|cortafuegos", "データベース", "^a.*b$", "(a+)+$", #"\bDBCC\b"#,
    "[0-9]{4,5}.*log", "[a-z_]+", "[]a]", #"[\d\w\]-]"#, "[ \t]", "[[:alpha:]]+", #"\.\*\\"#,
    "(?:a)(?i)b(?=c)(?!d)(?<=e)(?<!f)(?>g)", "(?<name>a)", "(?P<name>a)", #"(a)\1"#,
    #"\x41\x{5B57}"#,
    #"\p{Lu}\pL\p{Han}"#, #"\N\V\h\S\B"#, "a{2}", "a{", "é", "(", "*", "a#b",
  ])
  func leavesAloneWhatCannotMatchALineFeed(pattern: String) {
    #expect(rewritten(pattern) == pattern)
  }

  @Test(arguments: [
    (#"\s"#, #"[^\S\n]"#), (#"a\W+b"#, #"a[^\w\n]+b"#), (#"\D\H"#, #"[^\d\n][^\h\n]"#),
    ("[^a]", #"[^\na]"#), ("[^]a]", #"[^\n\]a]"#), ("[^-a]", #"[^\n\-a]"#),
    ("[^[:alpha:]]", #"[^\n[:alpha:]]"#), (#"[\s,]+"#, #"(?:(?!\n)[\s,])+"#),
    ("[[:space:]]", #"(?:(?!\n)[[:space:]])"#), ("[[:^alpha:]]", #"(?:(?!\n)[[:^alpha:]])"#),
    (#"[\t-z]"#, #"(?:(?!\n)[\t-z])"#), (#"[\n]"#, #"(?:(?!\n)[\n])"#),
    (#"[\x00-\x20]"#, #"(?:(?!\n)[\x00-\x20])"#),
  ])
  func takesLineFeedsOut(pattern: String, expected: String) {
    #expect(rewritten(pattern) == expected)
  }

  @Test(arguments: [
    #"\A"#, #"a\z"#, #"\Z"#, #"\G"#, #"\K"#, #"\R"#, #"\X"#, #"\C"#, #"\v"#, #"\n"#, #"\x0a"#,
    #"\x{A}"#, #"\012"#, #"\11"#, #"\Qa\E"#, #"\N{U+A}"#, #"\P{L}"#, #"\p{Cc}"#, #"\p{Any}"#,
    "(?s).", "(?x)a b", "(?-m)^a", "(?R)", "(?(1)a)", "(?#a)", "(*ANYCRLF)a", "a(*SKIP)b",
    "[[.a.]]", #"[\Qa\E]"#, "[a", "[^", #"\"#, #"\k<a>"#, #"\g1"#, "(?^)a", "a\nb",
  ])
  func leavesTheRestToBeMatchedLineByLine(pattern: String) {
    #expect(rewritten(pattern) == nil)
  }

  @Test(arguments: [
    ("firewall", true), ("データ|ベース", true), ("^a.*b$", true), (".+", false),
    ("[0-9]{4,5}.*log", true),
    ("(?:a|b)+(c)?", true), (#"a\.b\\"#, true), ("é+", false), ("é{2}", false), (".", false),
    (".*?a", false), (".?", false), (".{2}", false), ("[é]", false), ("[^a]", false),
    (#"\d"#, false), (#"[\w]"#, false), ("[[:alpha:]]", false), (#"\b"#, false), ("(?i)a", false),
    ("(?!a)b", false), (#"\x{E9}"#, false),
  ])
  func tellsWhatMayBeSearchedAsBytes(pattern: String, isBytewise: Bool) {
    #expect(SingleLineSyntax.rewritten(Array(pattern.utf8))?.isBytewise == isBytewise)
  }
}
