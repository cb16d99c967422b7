import Testing

@testable import Index

struct LinePatternTests {
  private func matches(
    _ patterns: [String], _ line: String, syntax: LinePattern.Syntax = .regularExpression,
    case: LinePattern.Case = .sensitive, extent: LinePattern.Extent = .any
  ) throws -> [String] {
    let pattern = try LinePattern(patterns, syntax: syntax, case: `case`, extent: extent)
    let bytes = Array(line.utf8)
    return try pattern.matches(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("a+", "baaca", ["aa", "a"]),
    ("x*", "axb", ["", "x", ""]), ("", "ab", ["", "", ""]), ("", "é字", ["", "", ""]),
    (#"\w+"#, "été 数据库!", ["été", "数据库"]), (#"\d+"#, "a١٢b3", ["١٢", "3"]),
    ("(?<=a)b", "abab", ["b", "b"]), (#"a\Kb"#, "abab", ["b", "b"]), ("^", "abc", [""]),
    ("$", "abc", [""]), (".", "é😀", ["é", "😀"]), (#"\bé"#, "é été", ["é", "é"]),
    (#"(a)(?:b)\1"#, "aba", ["aba"]),
  ])
  func findsAllMatches(pattern: String, line: String, expected: [String]) throws {
    #expect(try matches([pattern], line) == expected)
  }

  @Test func ignoresCaseAsUnicodeHasIt() throws {
    #expect(try matches(["ÉTÉ"], "Été été", case: .ignored) == ["Été", "été"])
    #expect(try matches(["été"], "Été été") == ["été"])
    #expect(try matches(["СЕРВЕР"], "сервер", case: .ignored) == ["сервер"])
  }

  @Test(arguments: [
    ("server", false, true), ("Server", false, false), ("été", false, true), ("Été", false, false),
    (#"\Wserver"#, false, true), (#"\p{Lu}x"#, false, true), (#"\pLx"#, false, true),
    (#"\x{C9}"#, false, true), (#"\pLX"#, false, false), (#"\W"#, true, false),
    (#"a\\B"#, false, false), (#"\"#, true, true),
  ])
  func smartCaseLooksForCapitals(pattern: String, isFixed: Bool, ignores: Bool) {
    #expect(PatternText.hasCapital(Array(pattern.utf8), isFixed: isFixed) != ignores)
  }

  @Test func takesFixedStringsAsTheyAre() throws {
    #expect(try matches(["a.b*"], "aab a.b*", syntax: .fixedStrings) == ["a.b*"])
    #expect(try matches([#"\Q[(\E"#], #"x\Q[(\Ey"#, syntax: .fixedStrings) == [#"\Q[(\E"#])
    #expect(try matches(["{1}", "$"], "a{1}$", syntax: .fixedStrings) == ["{1}", "$"])
    for byte in UInt8(0x20)...0x7E {
      let text = String(UnicodeScalar(byte))
      #expect(try matches([text], "\u{E9}\(text)\u{E9}", syntax: .fixedStrings) == [text])
    }
  }

  @Test func findsWordsAndLines() throws {
    #expect(try matches(["log"], "log catalog log.", extent: .word) == ["log", "log"])
    #expect(try matches(["a|ab"], "ab a", extent: .word) == ["ab", "a"])
    #expect(try matches([#"\$x"#], "a $x $xy", extent: .word) == ["$x"])
    #expect(try matches(["a|ab"], "ab", extent: .line) == ["ab"])
    #expect(try matches(["a"], "ab", extent: .line) == [])
  }

  @Test func takesSeveralPatternsEachByItself() throws {
    #expect(try matches(["a", "b"], "cab") == ["a", "b"])
    #expect(try matches(["a\nb"], "cab") == ["a", "b"])
    // The group of the second is its first.
    #expect(try matches(["(x)y", #"(a)\1"#], "aa") == ["aa"])
    // A comment ends with its pattern.
    #expect(try matches(["(?x) a # one", "b"], "ab") == ["a", "b"])
    #expect(try matches(["(?x) ab # one"], "ab abc", extent: .word) == ["ab"])
  }

  @Test(arguments: [
    ("(abc", "missing closing parenthesis", 4),
    ("a)b", "unmatched closing parenthesis", 1),
    ("[a", "missing terminating ] for character class", 2),
    ("*a", "quantifier does not follow a repeatable item", 0),
    (#"é\"#, #"\ at end of pattern"#, 3),
    (#"\C"#, #"using \C is disabled by the application"#, 2),
  ])
  func saysWhatIsWrongAndWhere(pattern: String, message: String, offset: Int) {
    let expected = PatternError(message: message, pattern: pattern, offset: offset)
    #expect(throws: expected) { try LinePattern([pattern]) }
    // Nor do the options get in the way.
    #expect(throws: expected) { try LinePattern(["a", pattern], extent: .word) }
  }

  @Test(arguments: [
    "(?R)", #"(?:\1(a))*"#, "(*ANY)$", "(*LIMIT_MATCH=1)a+b", "(?C1)a", #"(a|\Kb)*"#,
  ])
  func survivesRarePatterns(pattern: String) throws {
    do {
      _ = try matches([pattern], "aaab")
    } catch is PatternError {
    } catch is MatchFailure {
    }
  }

  @Test(arguments: ["(a+)+$", "(a|aa)+$", "(.*)*b", "(?:a*)*(?:a*)*b", #"^(\w+\s?)*$"#])
  func endsWhatWouldRunOn(pattern: String) throws {
    let line = String(repeating: "a", count: 200) + "!"
    do {
      #expect(try matches([pattern], line) == [])
    } catch let failure as MatchFailure {
      #expect(failure == .tooManySteps)
    }
  }

  @Test func takesLongPatterns() throws {
    let long = String(repeating: "abc", count: 5_000)
    #expect(try matches([long], long) == [long])
    #expect(throws: PatternError.self) {
      try LinePattern([String(repeating: "(a|b)", count: 200_000)])
    }
    #expect(throws: PatternError.self) {
      try LinePattern([String(repeating: "(", count: 1 << 20)])
    }
  }

  @Test func takesLongLines() throws {
    // More than the JIT's stack holds.
    let line = String(repeating: "ab", count: 1 << 19)
    do {
      #expect(try matches(["(?:a|b)+(?<!x)"], line).count == 1)
    } catch let failure as MatchFailure {
      #expect(failure != .tooMuchTime)
    }
  }
}
