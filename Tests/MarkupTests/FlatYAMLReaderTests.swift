import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Markup

/// The flat reader beside libyaml: what it accepts, it must read the same, places included.
@Suite struct FlatYAMLReaderTests {
  /// What both readers make of a text; the flat one's is nil where it gives up.
  private func readings(
    of bytes: [UInt8], in range: Range<Int>, firstLine: Int
  ) -> (flat: YAMLValue?, reference: YAMLValue?) {
    var reader = FlatYAMLReader(bytes, in: range, firstLine: firstLine)
    let flat = reader.readAll().map { entries in
      entries.isEmpty
        ? YAMLValue(.null, at: SourcePosition(line: firstLine))
        : YAMLValue(.mapping(entries), at: entries[0].position)
    }
    let places = YAMLPlaces(bytes, in: range, firstLine: firstLine)
    let reference = try? YAMLComposer.compose(bytes, in: range, places: places)
    return (flat, reference)
  }

  static let read = [
    "", "\n\n", "# c\n", "a: b", "a: b\n", "a:\n", "a: ", "a:", "a: b # c", "a: b#c", "a: #c",
    "a: \"b\"", "a: \"b\" # c", "a: \"\"", "a: ''", "a: 'it''s'", "a: 'b\"c'", "a: ' b '",
    "a: \" b  c \"", #"a: "\"\\\/\a\b\t\n\v\f\r\e\ \N\_\L\P\x41\u00e9\U0001F600""#,
    "a: -1", "a: -x", "a: --", "a: ~x", "a: '~'", "a: null", "a: 10", "a: 04/04/2017",
    "a: no", "a: b:c", "a: http://x/y?z#t", "a: b  c  ",
    "a: x | y", "a: x > y & z * w ! % @ ` , [ ] { }", "a: 字é\u{A0}", "a: \u{A0}", "a: (b)",
    "a:\n- b\n- -1 (c)\nd: e", "a:\n  - b\n\n  # x\n  - c\nd: e", "a:   \n - b", "a:\n-\n- b",
    "a:\n- '~'\n- ''", "a:\n-   b", "a: # c\n- b", "a:\n# c\n- b", "a:\n\n\nb: c",
    "a: []", "a: [ ]", "a: [b]", "a: [b, c]", "a: [ \"b\" , 'c' , d e ] # f", "a: [-1, x.y, a*b]",
    "a: [\"~\"]", "a: [é, 字 字]", "a.b-c_d: e", "1: 2", "_: x", "a-: b", "a: b\n\n\n",
    "a: .", "a: ...", "a: = b", "a: <<", "a: $x", "a: ;",
    "a: 'b' #", "a: b\\n", "a: \"é字\u{1F600}\"",
  ]

  @Test(arguments: read)
  func readsFlatYAMLAsLibYAMLDoes(text: String) {
    let bytes = Array(text.utf8)
    let (flat, reference) = readings(of: bytes, in: bytes.indices, firstLine: 1)
    #expect(reference != nil)
    #expect(flat == reference)
  }

  static let given = [
    "a:b", "a : b", "a: ~", "a: ~ # b", "a:\n- ~", "a: [~]", "a: b\n c", "a: b\n  c: d",
    "a:\n  b", "a:\n  b: c", "a: - b", "a: -", "a: ? b",
    "a: b: c", "a: b:", "a: &x b", "a: *x", "a: !!str b", "a: |\n  b", "a: >\n  b", "a: {}",
    "a: {b: c}", "a: [b", "a: [b,]", "a: [,b]", "a: [b,,c]", "a: [[b]]", "a: [b: c]", "a: [b # c]",
    "a: [\"b\" c]", "a: ['b'", "a: [b]c", "a: [b]: c", "a: [- b]", "a: [-]", "a: [b:c]", "a: [?b]",
    "a: [\"b\":c]", "a: \"b", "a: \"b\"c", "a: \"b\" c", "a: \"b\"#c", "a: \"b\": c", "a: 'b",
    "a: 'b'c",
    #"a: "\q""#, #"a: "\x4""#, #"a: "\0""#, #"a: "\ud83d\ude00""#, #"a: "b\"#, "a: 'b''",
    "a: b\na: c", " a: b", "\ta: b", "a:\tb", "a: b\t", "a: b\tc", "a: b\r", "- a", "a", "\"a\": b",
    "? a\n: b", "é: b", "a b: c", "a:\n- b\n - c", "a:\n - b\n- c", "a:\n - b\n  c", "a:\n- b: c",
    "a:\n- - b", "a:\n- [b]", "a:\n- \"b\": c", "a:\n- b:", "a: b\n- c", "a: @b", "a: `b`",
    "a: %b", "a: ,b",
    "a: ]", "a: }", "a: |", "a: >", "a: #", "a: b\u{85}c", "a: b\u{2028}c", "a: \u{FEFF}b",
    "a: \u{1}",
    "a: \u{7F}", "a: \u{80}", "a: \u{FFFE}", "a: b\n---\nc: d", "--- a", "... ", "%YAML 1.1",
    "%a", "<<: b",
    "a:\n-b", "a: :b", "a: ?b", "a: b\n# c\n d", "a:\n  # c\n  d", "# é\u{85}x", "a: b\n#\u{1}",
  ]

  /// Where it does accept one of these it must still agree: `a: #` is an absent value.
  @Test(arguments: given)
  func neverReadsWhatLibYAMLWouldReadOtherwise(text: String) {
    let bytes = Array(text.utf8)
    let (flat, reference) = readings(of: bytes, in: bytes.indices, firstLine: 1)
    #expect(flat == nil || flat == reference)
    if text != "a: #" { #expect(flat == nil) }
  }

  /// Small documents put together from what means something in YAML.
  @Test func agreesWithLibYAMLOnRandomText() {
    let pieces = [
      "a", "b", "c-d", ":", ": ", " ", "  ", "\n", "\n- ", "\n  - ", "- ", "-", "#", " #", "\"",
      "'",
      "[", "]", ", ", ",", "{", "}", "\\", "\\n", "x: ", "\ny: ", "~", "é", "\t", "?", "*a", "&a ",
      "!",
      "|", ">", "''", "\n\n", "...", "---", "0",
    ]
    var generator = SmallGenerator()
    var accepted = 0
    for _ in 0..<20_000 {
      let text =
        "a: "
        + (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
      let bytes = Array(text.utf8)
      var reader = FlatYAMLReader(bytes, in: bytes.indices, firstLine: 1)
      guard reader.readAll() != nil else { continue }
      accepted += 1
      let (flat, reference) = readings(of: bytes, in: bytes.indices, firstLine: 1)
      if flat != reference {
        Issue.record("\(text.debugDescription): \(String(describing: reference))")
      }
    }
    #expect(accepted > 1_000)
  }

  // Skipped where the corpus is absent: it is not part of the package.
  @Test(.enabled(if: Corpus.isEnabled, "no corpus: set ERRKB_CORPUS to its folder"))
  func agreesWithLibYAMLOnTheWholeCorpus() throws {
    var blocks = 0
    var flatBlocks = 0
    for path in try Corpus.markdownFiles() {
      let bytes = try Corpus.text(of: path)
      var diagnostics: [Diagnostic] = []
      let reading = FrontMatter.read(
        from: bytes, path: path, of: .fragment, diagnostics: &diagnostics)
      #expect(diagnostics == [])
      guard reading.frontMatter != nil else { continue }
      let closing = bytes[..<(reading.bodyStart - 1)].lastIndex(of: 0x0A).map { $0 + 1 }
      let opening = bytes.firstIndex(of: 0x0A).map { $0 + 1 }
      let range = try #require(opening)..<(try #require(closing))
      let (flat, reference) = readings(of: bytes, in: range, firstLine: 2)
      blocks += 1
      guard let flat else { continue }
      flatBlocks += 1
      if flat != reference { Issue.record("\(path) is read otherwise by libyaml") }
    }
    #expect(blocks > 7_000)
    #expect(blocks - flatBlocks < 20, "\(blocks - flatBlocks) of \(blocks) blocks go to libyaml")
  }
}
