import Testing

@testable import Diagnostics

struct DiagnosticPrinterTests {
  static let duplicate = Diagnostic(
    .duplicatePage, path: "content/fr-fr/1105b.md", at: SourcePosition(line: 2),
    "event 1105 already has a page for 'fr-FR'",
    notes: [
      Diagnostic.Note(
        path: "content/fr-fr/1105.md", position: SourcePosition(line: 2, column: 5),
        message: "the other page is here")
    ])
  static let placeholder = Diagnostic(
    .placeholder, path: "content/a.md", at: SourcePosition(line: 3, column: 4), "'{0}' is \"bad\"")

  static func output(
    _ format: DiagnosticPrinter.Format, _ diagnostics: [Diagnostic],
    lineText: DiagnosticPrinter.LineText? = nil
  ) -> String {
    let printer = DiagnosticPrinter(format: format, version: "1.2", lineText: lineText)
    return String(decoding: printer.output(diagnostics), as: UTF8.self)
  }

  // MARK: Text

  @Test func printsLinesLikeACompiler() {
    #expect(
      Self.output(.text, [Self.duplicate, Self.placeholder]) == """
        content/a.md:3:4: warning: '{0}' is "bad" [placeholder]
        content/fr-fr/1105b.md:2:1: error: event 1105 already has a page for 'fr-FR' \
        [duplicate-page]
        content/fr-fr/1105.md:2:5: note: the other page is here

        """)
    #expect(Self.output(.text, []) == "")
  }

  @Test func showsControlCharactersInPathsAndMessages() {
    let diagnostic = Diagnostic(
      .htmlRemoved, path: "a\u{1B}[2J.md", at: .start, "'\u{202E}' and\na line")
    #expect(
      Self.output(.text, [diagnostic])
        == "a\\u{1B}[2J.md:1:1: warning: '\\u{202E}' and\\u{A}a line [html-removed]\n")
  }

  /// A caret stands where `‸` does in the line.
  @Test(arguments: [
    ("‸abc", "abc", 0), ("ab‸c", "abc", 2), ("abc‸", "abc", 3), ("é字‸c", "é字c", 3),
    ("\t‸x", "    x", 4), ("a\t‸x", "a   x", 4), ("\u{1B}‸x", "\\u{1B}x", 6),
    ("e\u{301}‸x", "e\u{301}x", 1),
    ("‸", "", 0),
  ])
  func putsACaretUnderTheColumn(marked: String, line: String, caret: Int) throws {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let column = try #require(parts.first).utf8.count + 1
    let diagnostic = Diagnostic(
      .placeholder, path: "a.md", at: SourcePosition(line: 7, column: column), "no")
    let output = Self.output(.text, [diagnostic]) { path, number in
      path == "a.md" && number == 7 ? Array(parts.joined().utf8) : nil
    }
    #expect(
      output == "a.md:7:\(column): warning: no [placeholder]\n\(line)\n"
        + String(repeating: " ", count: caret) + "^\n")
  }

  @Test(arguments: [1, 30, 5_000, 99_999, 100_001, 200_000])
  func cutsLongLinesAroundTheCaret(column: Int) throws {
    let diagnostic = Diagnostic(
      .placeholder, path: "a.md", at: SourcePosition(line: 1, column: column), "no")
    let line = Array(repeating: UInt8(ascii: "x"), count: 100_000)
    let output = Self.output(.text, [diagnostic]) { _, _ in line }
    let lines = output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].utf8.count <= 100)
    #expect(lines[2].utf8.count == min(column - 1, 60) + 1)
  }

  // MARK: JSON

  @Test func writesOneObject() {
    #expect(
      Self.output(.json, [Self.duplicate, Self.placeholder])
        == #"{"schema":1,"diagnostics":[{"rule":"placeholder","severity":"warning","#
        + #""path":"content/a.md","line":3,"column":4,"message":"'{0}' is \"bad\"","notes":[]},"#
        + #"{"rule":"duplicate-page","severity":"error","path":"content/fr-fr/1105b.md","line":2,"#
        + #""column":1,"message":"event 1105 already has a page for 'fr-FR'","notes":["#
        + #"{"path":"content/fr-fr/1105.md","line":2,"column":5,"#
        + #""message":"the other page is here"}]}],"errors":1,"warnings":1}"# + "\n")
    #expect(
      Self.output(.json, []) == #"{"schema":1,"diagnostics":[],"errors":0,"warnings":0}"# + "\n")
  }

  // MARK: SARIF

  /// The log as values, and its only run.
  static func sarif(
    _ diagnostics: [Diagnostic], lineText: DiagnosticPrinter.LineText? = nil
  ) throws -> (log: JSONValue, run: JSONValue) {
    let log = try #require(JSONValue(Self.output(.sarif, diagnostics, lineText: lineText)))
    return (log, try #require(log["runs"]?[0]))
  }

  @Test func describesItselfAndEveryRule() throws {
    let (log, run) = try Self.sarif([])
    #expect(log["version"]?.string == "2.1.0")
    #expect(log["runs"]?.count == 1)
    #expect(run["results"]?.count == 0)
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.string == "errkb")
    #expect(driver["version"]?.string == "1.2")
    let rules = try #require(driver["rules"])
    #expect(rules.count == Rule.allCases.count)
    for (index, rule) in Rule.allCases.enumerated() {
      #expect(rules[index]?["id"]?.string == rule.rawValue)
      #expect(rules[index]?["shortDescription"]?["text"]?.string == rule.summary)
      #expect(rules[index]?["help"]?["text"]?.string == rule.explanation)
      #expect(rules[index]?["defaultConfiguration"]?["level"]?.string == rule.severity.rawValue)
    }
  }

  @Test func writesAResultWithItsPlaces() throws {
    let (_, run) = try Self.sarif([Self.duplicate, Self.placeholder])
    #expect(run["results"]?.count == 2)
    let first = try #require(run["results"]?[0])
    #expect(first["ruleId"]?.string == "placeholder")
    #expect(first["level"]?.string == "warning")
    // Braces would stand for an argument.
    #expect(first["message"]?["text"]?.string == "'{{0}}' is \"bad\"")
    #expect(first["relatedLocations"] == nil)
    let second = try #require(run["results"]?[1])
    let index = try #require(second["ruleIndex"]?.integer)
    #expect(run["tool"]?["driver"]?["rules"]?[index]?["id"]?.string == "duplicate-page")
    #expect(second["level"]?.string == "error")
    #expect(second["locations"]?.count == 1)
    let place = second["locations"]?[0]?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"]?.string == "content/fr-fr/1105b.md")
    #expect(place?["region"]?["startLine"]?.integer == 2)
    #expect(place?["region"]?["startColumn"]?.integer == 1)
    #expect(second["relatedLocations"]?.count == 1)
    let note = try #require(second["relatedLocations"]?[0])
    #expect(note["id"]?.integer == 1)
    #expect(note["message"]?["text"]?.string == "the other page is here")
    let other = note["physicalLocation"]
    #expect(other?["artifactLocation"]?["uri"]?.string == "content/fr-fr/1105.md")
    #expect(other?["region"]?["startLine"]?.integer == 2)
  }

  @Test func countsColumnsInCodePointsOrNotAtAll() throws {
    let region = { (run: JSONValue) in
      run["results"]?[0]?["locations"]?[0]?["physicalLocation"]?["region"]
    }
    let unknown = try Self.sarif([Self.placeholder]).run
    #expect(region(unknown)?["startLine"]?.integer == 3)
    #expect(region(unknown)?["startColumn"] == nil)
    // Column 4 is the byte after é and a letter.
    let known = try Self.sarif([Self.placeholder]) { _, _ in Array("éab".utf8) }.run
    #expect(region(known)?["startColumn"]?.integer == 3)
  }

  @Test(arguments: [
    ("a b/é#?%.md", "a%20b/%C3%A9%23%3F%25.md"), ("../x.md", "../x.md"), ("c:d.md", "c%3Ad.md"),
    ("/srv/x.md", "file:///srv/x.md"), ("tab\t.md", "tab%09.md"),
  ])
  func encodesPathsAsURIs(path: String, uri: String) throws {
    let diagnostic = Diagnostic(.emptyContent, path: path, at: .start, "nothing")
    let result = try Self.sarif([diagnostic]).run["results"]?[0]
    let place = result?["locations"]?[0]?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"]?.string == uri)
  }
}
