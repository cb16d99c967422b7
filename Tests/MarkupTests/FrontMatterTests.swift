import Diagnostics
import Markup
import TestSupport
import Testing

@Suite struct FrontMatterTests {
  private func read(
    _ text: String, of bearer: FrontMatter.Bearer = .page
  ) -> (reading: FrontMatter.Reading, diagnostics: [String]) {
    var diagnostics: [Diagnostic] = []
    let reading = FrontMatter.read(
      from: Array(text.utf8), path: "a.md", of: bearer, diagnostics: &diagnostics)
    return (reading, diagnostics.map(summary))
  }

  @Test func readsAPageAsTheEnglishTreeHasIt() throws {
    let text =
      """
      ---\u{20}
      title: "MSSQLSERVER_10061 | Microsoft Docs"
      ms.custom: ""
      ms.date: "04/04/2017"
      ms.technology:\u{20}
        - "database-engine"
      helpviewer_keywords:\u{20}
        - "10061 (Database Engine error)"
        - "-1"
      caps.latest.revision: 11
      ---\u{20}\u{20}
      # MSSQLSERVER_10061
      """
    let (reading, diagnostics) = read(text)
    #expect(diagnostics == [])
    let frontMatter = try #require(reading.frontMatter)
    #expect(frontMatter.string(for: "title") == "MSSQLSERVER_10061 | Microsoft Docs")
    #expect(frontMatter.string(for: "ms.custom") == nil)
    #expect(frontMatter.string(for: "ms.date") == "04/04/2017")
    #expect(frontMatter.strings(for: "ms.technology") == ["database-engine"])
    #expect(
      frontMatter.strings(for: "helpviewer_keywords") == ["10061 (Database Engine error)", "-1"])
    #expect(frontMatter.string(for: "caps.latest.revision") == "11")
    #expect(frontMatter.entry(for: "title")?.position == SourcePosition(line: 2))
    #expect(frontMatter.position(of: "title") == SourcePosition(line: 2, column: 8))
    #expect(reading.bodyLine == 12)
    #expect(
      String(decoding: text.utf8.dropFirst(reading.bodyStart), as: UTF8.self)
        == "# MSSQLSERVER_10061")
  }

  @Test func readsAPageAsTheTranslationsHaveIt() throws {
    let (reading, diagnostics) = read(
      """
      ---
      description: L’erreur -1 : « é »
      ms.technology: supportability
      helpviewer_keywords:
      - -1 (Database Engine error)
      - login packet (bad)
      f1_keywords: ["C2065", 'it''s', x y, -2]
      ms.locfileid: "97328548"
      ...
      body
      """)
    // A colon with a blank behind it makes this no YAML; its column is counted in bytes.
    #expect(
      diagnostics == [
        "2:28: error: front matter is not YAML: mapping values are not allowed in this context "
          + "[front-matter-syntax]"
      ])
    let frontMatter = try #require(reading.frontMatter)
    #expect(
      frontMatter.entries.map(\.key) == [
        "ms.technology", "helpviewer_keywords", "f1_keywords", "ms.locfileid",
      ])
    #expect(frontMatter.strings(for: "ms.technology") == ["supportability"])
    #expect(
      frontMatter.strings(for: "helpviewer_keywords")
        == ["-1 (Database Engine error)", "login packet (bad)"])
    #expect(frontMatter.strings(for: "f1_keywords") == ["C2065", "it's", "x y", "-2"])
    #expect(reading.bodyLine == 10)
  }

  @Test(arguments: ["# Title\n", "", " ---\na: b\n---\n", "----\n---\n", "---a\n---\n"])
  func warnsOfAPageWithoutABlock(text: String) {
    let (reading, diagnostics) = read(text)
    #expect(
      diagnostics == [
        "1:1: warning: page has no front matter between two lines '---' [front-matter-missing]"
      ])
    #expect(reading.frontMatter == nil)
    #expect(reading.bodyStart == 0)
    #expect(reading.bodyLine == 1)
  }

  @Test(arguments: ["---\ntitle: a\n# Title\n", "---", "---\n", "---\na: b\n --- \n"])
  func leavesTheWholeFileToTheBodyIfTheBlockDoesNotEnd(text: String) {
    let (reading, diagnostics) = read(text)
    #expect(
      diagnostics == [
        "1:1: error: front matter is not closed by a line '---' [front-matter-unclosed]"
      ])
    #expect(reading.frontMatter == nil)
    #expect(reading.bodyStart == 0)
    #expect(reading.bodyLine == 1)
  }

  @Test func readsAnEmptyBlock() {
    let (reading, diagnostics) = read("---\n---\nbody")
    #expect(diagnostics == [])
    #expect(reading.frontMatter == FrontMatter())
    #expect(reading.bodyStart == 8)
    #expect(reading.bodyLine == 3)
  }

  /// Columns are in bytes: an accented letter counts two, an ideograph three.
  @Test(arguments: [
    ("é字: b: c", "2:9", "mapping values are not allowed in this context"),
    ("a: é\u{2028}b: c: d", "2:13", "mapping values are not allowed in this context"),
    ("a: [b\nc: d", "3:2", "did not find expected ',' or ']' while parsing a flow sequence"),
    ("title: a\ntitle: b", "3:1", "key 'title' occurs twice"),
    ("a: 'b\nc: d", "2:4", "found unexpected end of stream while scanning a quoted scalar"),
    ("a: b\nfoo\nc: d", "3:1", "could not find expected ':' while scanning a simple key"),
    ("title: \u{1}", "2:8", "it holds a control character"),
    ("a: *b", "2:4", "found undefined alias"),
    ("- a\n- b", "2:1", "it has no keys"),
    ("[a]: b", "2:1", "a key is not a word"),
    ("a: " + String(repeating: "[", count: 2_000), "2:1028", "it nests more than 64 levels deep"),
    (
      "--- a\n--- b", "3:1",
      "expected a single document in the stream but found another document"
    ),
  ])
  func reportsWhereTheYAMLIsBroken(block: String, place: String, message: String) {
    let (reading, diagnostics) = read("---\n\(block)\n---\n")
    #expect(
      diagnostics == [
        "\(place): error: front matter is not YAML: \(message) [front-matter-syntax]"
      ])
    #expect(reading.frontMatter != nil)
    #expect(reading.bodyStart == block.utf8.count + 9)
  }

  @Test func keepsWhatCanBeReadOfABrokenBlock() throws {
    let (reading, _) = read(
      "---\na: 1\nb: c: d\ne:\n- f\n- g: h: i\nj: k\nl: m\n  n\no: [p\na: 2\nq: 'r'\n---\n")
    let entries = try #require(reading.frontMatter).entries
    #expect(entries.map(\.key) == ["a", "j", "q"])
    #expect(entries.map(\.value.string) == ["1", "k", "r"])
    #expect(entries.map(\.position.line) == [2, 7, 12])
  }

  @Test func asksLessOfAFragment() {
    #expect(read("  Click **OK**.\n", of: .fragment).diagnostics == [])
    let (reading, diagnostics) = read(
      "---\n title: include file description: include file ms.topic: include\n---\ntext\n",
      of: .fragment)
    #expect(
      diagnostics == [
        "2:33: warning: front matter is not YAML: mapping values are not allowed in this context "
          + "[front-matter-syntax]"
      ])
    #expect(reading.frontMatter == FrontMatter())
    #expect(reading.bodyLine == 4)
    #expect(
      read("---\ntext\n", of: .fragment).diagnostics == [
        "1:1: warning: front matter is not closed by a line '---' [front-matter-unclosed]"
      ])
  }

  @Test func keepsNestedValuesAsATree() throws {
    let (reading, diagnostics) = read("---\na:\n  b: [c, {d: ~}]\n  e: |\n    f\n    g\n---\n")
    #expect(diagnostics == [])
    let value = try #require(reading.frontMatter?.entry(for: "a")).value
    #expect(value["e"]?.string == "f\ng\n")
    #expect(value["b"]?.elements?.first?.string == "c")
    #expect(value["b"]?.elements?.last?["d"]?.isNull == true)
    #expect(value["b"]?.elements?.last?.position == SourcePosition(line: 3, column: 10))
  }
}
