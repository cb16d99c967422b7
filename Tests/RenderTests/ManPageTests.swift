import Catalogue
import Markup
import Render
import TestSupport
import Testing

struct ManPageTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var answer: Answer
    var words: InterfaceWords

    var testDescription: String { name }

    var page: [UInt8] {
      let names = ManNames(
        page: ManNames.page(of: "\(answer.source)_\(answer.id)"),
        aliases: [ManNames.alias(of: answer.id)])
      return ManPage.bytes(
        of: answer,
        ManPage.Options(words: words, names: names, date: CalendarDate("2021-02-03")))
    }
  }

  static let samples = [
    Sample(name: "refused", answer: Samples.refused, words: Samples.frenchWords),
    Sample(name: "logon", answer: Samples.logon, words: Samples.frenchWords),
    Sample(name: "japanese", answer: Samples.japanese, words: Samples.japaneseWords),
    Sample(name: "undeclared", answer: Samples.undeclared, words: .english),
    Sample(name: "message-only", answer: Samples.messageOnly, words: .english),
    Sample(name: "hostile", answer: Samples.hostile, words: .english),
    Sample(name: "roff", answer: roff, words: .english),
  ]

  /// What a stranger who knows roff could write.
  private static let roff: Answer = {
    var page = Page.reference("67", "en-US")
    page.title = ".so /etc/passwd"
    page.message = ".sy touch /tmp/owned \\fB\\s+9 'it' `x` ^~ \"q\" C:\\Temp -rf"
    page.details.productName = "\" \\\" quoted \\n(.$"
    page.append(
      .explanation, "explanation", "'br \"\\*(x\" - \\",
      [
        .text(".so /etc/passwd"), .text("'sy id"), .text("\\"), .text("..."),
        .paragraph(["one", .hardBreak, ".de PP", .hardBreak, "'ig"]),
        .paragraph([.code(" .TH X 1 "), " ", .strong(["."]), .emphasis([" .EE "]), "-"]),
        .code(".EE\n'EE\n\\.EE\n..\n.\\\" gone\n  .so x\n\n\\fBnot bold\\fR --all 'a' `b` ^ ~\n"),
        .list(from: 7, [[.code(".RE\n")], [.text("")], [.text(".IP")], [.quote([.text("'")])]]),
        .table([[["State"], []], [["."], ["'.\\"]], [[], ["-2"]]]),
        .table([[["A"], ["B"], ["C"]], [[".a"], [], ["'c"]]]),
        .alert(.note, [.code(".x")]), .alert(.tip, []),
        .text(String(repeating: "x", count: 300)), .text(String(repeating: "a-b/", count: 80)),
      ])
    return Samples.answer([page], [LocaleTag(canonical: "en-US")])
  }()

  @Test(arguments: samples)
  func tellsEveryPartInOrder(sample: Sample) throws {
    try Golden("ManPage", "\(sample.name).7").expect(sample.page)
  }

  @Test func noGoldenIsLeftBehind() throws {
    #expect(try Golden.names(of: "ManPage") == Self.samples.map { "\($0.name).7" }.sorted())
  }

  @Test func aPartAlone() {
    let options = ManPage.Options(
      words: .english, names: ManNames(page: "mssqlserver_18456"), role: .example)
    let page = String(decoding: ManPage.bytes(of: Samples.logon, options), as: UTF8.self)
    #expect(page.contains(".SH Exemples\n"))
    #expect(!page.contains("Explication"))
    var other = options
    other.role = .prevention
    #expect(ManPage.bytes(of: Samples.logon, other).isEmpty)
  }

  @Test(arguments: [
    (String(repeating: "word ", count: 80), String(repeating: "word ", count: 39) + "word…"),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 60) + "…"),
    (String(repeating: "字", count: 120), String(repeating: "字", count: 100) + "…"),
    ("short", "short"),
  ])
  func theDescriptionFitsItsLine(message: String, description: String) {
    var page = Page.reference("1", "en-US")
    page.message = message
    let sample = Sample(name: "", answer: Samples.answer([page], []), words: .english)
    let lines = String(decoding: sample.page, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("mssqlserver_1, 1 \\- \(description)"))
  }

  @Test func theAskedStateComesFirst() {
    let options = ManPage.Options(
      words: .english, names: ManNames(page: "mssqlserver_18456"), state: 8)
    let page = String(decoding: ManPage.bytes(of: Samples.logon, options), as: UTF8.self)
    #expect(page.contains(".RE\n.PP\nState 8: Le mot de passe est incorrect.\n"))
  }
}

/// What the programs that show man pages make of them.
struct ManPageJudgeTests {
  private static let samples =
    ManPageTests.samples + [.init(name: "deep", answer: Samples.deep, words: .english)]

  @Test(.enabled(if: Program("mandoc", "-Tascii", "/dev/null").isThere()), arguments: samples)
  func mandocHasNothingToWarnOf(sample: ManPageTests.Sample) throws {
    let run = try Program("mandoc", "-Tlint", "-Wwarning").run(sample.page)
    #expect(String(decoding: run.output, as: UTF8.self) == "")
    #expect(run.status == 0)
  }

  @Test(.enabled(if: Program("groff", "--version").isThere()), arguments: samples)
  func groffHasNothingToWarnOf(sample: ManPageTests.Sample) throws {
    let run = try Program("groff", "-k", "-ww", "-man", "-Tutf8").run(sample.page)
    #expect(String(decoding: run.errors, as: UTF8.self) == "")
    #expect(run.status == 0)
  }

  /// Every character that means something to roff, in places where it does, comes out as it is and
  /// may be pasted.
  @Test(
    .enabled(if: Program("groff", "--version").isThere()),
    .enabled(if: Program("mandoc", "-Tascii", "/dev/null").isThere()))
  func codeIsShownAsItIs() throws {
    var generator = SmallGenerator()
    let pieces = [
      ".", "'", "\\", "-", "\"", "`", "^", "~", "\\f", "B", "(", "aq", "[", "]", "n", "$1", " ",
      "é",
      "字", "%", "&", "|", ":", "*", "e", "{", "}", "c", ",", "0",
    ]
    let lines = (0..<400).map { number in
      let length = Int.random(in: 1...12, using: &generator)
      let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      // Blanks at the end of a line cannot be seen.
      return (number == 0 ? "" : text) + "#\(number)"
    }
    var page = Page.reference("1", "en-US")
    page.append(.example, "examples", "Examples", [.code(lines.joined(separator: "\n") + "\n")])
    let answer = Samples.answer([page], [LocaleTag(canonical: "en-US")])
    let bytes = ManPageTests.Sample(name: "", answer: answer, words: .english).page
    let commands = [
      Program("groff", "-k", "-man", "-Tutf8", "-P-cbou"),
      Program("mandoc", "-Tutf8", "-Owidth=200"),
    ]
    for command in commands {
      let shown = String(decoding: try command.run(bytes).output, as: UTF8.self)
      let all = shown.split(separator: "\n").filter { $0.contains("#") }
      let inset = all.first?.prefix { $0 == " " }.count ?? 0
      let found = all.map { String($0.dropFirst(inset)) }
      #expect(found == lines)
    }
  }

  @Test(
    .enabled(if: Program("lexgrog", "--version").isThere()),
    arguments: InterfaceWords.locales)
  func mandbFindsTheNamesInEveryLanguage(locale: LocaleTag) throws {
    let words = InterfaceWords.for(locale)
    var page = Page.reference("-2", locale.text)
    page.message = "Zeitüberschreitung: 'x' - 接続を確立しているときにエラーが発生しました \\d"
    let sample = ManPageTests.Sample(
      name: "", answer: Samples.answer([page], [locale]), words: words)
    try Folder(File("mssqlserver_-2.7", bytes: sample.page)).whileWritten { folder in
      let run = try Program("env", "LC_ALL=C.UTF-8", "lexgrog", "\(folder)/mssqlserver_-2.7").run()
      let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
      let names = lines.compactMap { $0.split(separator: "\"").dropFirst().first }
      let text = "Zeitüberschreitung: 'x' - 接続を確立しているときにエラーが発生しました \\d"
      #expect(names == ["mssqlserver_-2 - \(text)", "-2 - \(text)"])
    }
  }
}
