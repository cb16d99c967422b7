import Catalogue
import Diagnostics
import Markup
import Render
import TestSupport
import Testing

struct AnswerPrinterTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var answer: Answer
    var words: InterfaceWords

    var testDescription: String { name }
  }

  static let samples = [
    Sample(name: "refused", answer: Samples.refused, words: Samples.frenchWords),
    Sample(name: "logon", answer: Samples.logon, words: Samples.frenchWords),
    Sample(name: "japanese", answer: Samples.japanese, words: Samples.japaneseWords),
    Sample(name: "undeclared", answer: Samples.undeclared, words: .english),
    Sample(name: "message-only", answer: Samples.messageOnly, words: .english),
    Sample(name: "hostile", answer: Samples.hostile, words: .english),
    Sample(name: "deep", answer: Samples.deep, words: .english),
  ]

  private func lines(
    _ answer: Answer, _ options: AnswerPrinter.Options = AnswerPrinter.Options()
  ) -> [String] {
    String(decoding: AnswerPrinter(options).text(of: answer), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  @Test(arguments: samples, [40, 88])
  func printsEveryPartInOrder(sample: Sample, width: Int) throws {
    let printer = AnswerPrinter(.init(width: width, words: sample.words))
    try Golden("AnswerPrinter", "\(sample.name)-\(width).txt").expect(
      printer.text(of: sample.answer))
  }

  private static let coloured = samples.filter {
    ["logon", "japanese", "undeclared"].contains($0.name)
  }

  @Test(arguments: coloured)
  func coloursHeadingsPlaceholdersAndCode(sample: Sample) throws {
    let printer = AnswerPrinter(.init(isColored: true, words: sample.words))
    try Golden("AnswerPrinter", "\(sample.name)-colour.txt").expect(printer.text(of: sample.answer))
  }

  @Test func usesEveryGolden() throws {
    let names =
      Self.samples.flatMap { ["\($0.name)-40.txt", "\($0.name)-88.txt"] }
      + Self.coloured.map { "\($0.name)-colour.txt" }
    #expect(try Golden.names(of: "AnswerPrinter") == names.sorted())
  }

  @Test(arguments: samples)
  func colourCarriesNothingThatTheTextDoesNotSay(sample: Sample) {
    for width in [40, 88] {
      let plain = AnswerPrinter(.init(width: width, words: sample.words))
      let colored = AnswerPrinter(.init(width: width, isColored: true, words: sample.words))
      #expect(withoutFaces(colored.text(of: sample.answer)) == plain.text(of: sample.answer))
    }
  }

  @Test(arguments: samples)
  func writesNoControlByteButNewlines(sample: Sample) {
    let bytes = AnswerPrinter(.init(words: sample.words)).text(of: sample.answer)
    let text = String(decoding: bytes, as: UTF8.self)
    let controls = text.unicodeScalars.filter {
      $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
    }
    #expect(controls.isEmpty)
    #expect(!bytes.starts(with: [0x0A]) && bytes.last == 0x0A)
    #expect(!text.contains(" \n"))
    #expect(!text.contains("\n\n\n"))
  }

  @Test(arguments: samples)
  func keepsLinesWithinTheWidthUnlessTheyCannotBreak(sample: Sample) {
    for width in 20...88 {
      for line in lines(sample.answer, .init(width: width, words: sample.words)) {
        guard DisplayWidth.columns(of: line) > width else { continue }
        // Code is set in; else there is one word, after the marks that lead it.
        let words = line.split(separator: " ").filter { !["-", "1.", "1:"].contains($0) }
        let isCode =
          line.contains("sqlcmd -S") || line.contains("int someIdentifier")
          || line.contains("xp_readerrorlog") || line.contains("#include") || line.contains("b\\u")
        #expect(isCode || words.count == 1, "\(width): \(line)")
      }
    }
  }

  @Test(.timeLimit(.minutes(5))) func takesTimeInProportionToWhatItPrints() {
    let many = 20_000
    var page = Page.reference("9", "en-US")
    page.append(
      .explanation, "explanation", "Explanation",
      [
        .code(String(repeating: "\t", count: many)),
        .paragraph(Array(repeating: .code("a"), count: many)),
        .table([[["A"]], [Array(repeating: [.code("b"), " "], count: many).flatMap { $0 }]]),
      ])
    var block = Block.text("bottom")
    for _ in 0..<1_000 { block = .quote([block]) }
    page.append(.cause, "cause", "Cause", [block])
    let answer = Answer(source: page.source, id: page.ids[0], locale: page.locale, pages: [page])
    #expect(lines(answer).contains { $0.hasSuffix(" bottom") })
  }

  @Test func explainsTheStateAskedForUnderTheMessage() {
    let lines = lines(Samples.logon, .init(words: Samples.frenchWords, state: 38))
    let message = lines.firstIndex { $0.hasPrefix("  Échec de la connexion") } ?? 0
    #expect(
      lines[message + 2]
        == "  État 38  La base de données demandée par l’utilisateur est introuvable.")
  }

  @Test func findsAStateWithinItsRange() {
    let lines = lines(Samples.logon, .init(state: 105))
    #expect(lines.contains("  State 105  Échec d’AAD."))
  }

  @Test func saysThatAStateIsNotDescribed() {
    #expect(lines(Samples.logon, .init(state: 99)).contains("  state 99 is not described here"))
    #expect(lines(Samples.refused, .init(state: 1)).contains("  state 1 is not described here"))
  }

  @Test func printsNothingButTheSectionsOfARole() {
    let lines = lines(Samples.logon, .init(role: .remarks))
    #expect(lines.first == "Informations supplémentaires sur l'erreur")
    #expect(lines.contains("  Accès refusé"))
    #expect(!lines.contains("Explication"))
  }

  @Test func printsNothingForARoleThatNoSectionHas() {
    #expect(AnswerPrinter(.init(role: .prevention)).text(of: Samples.logon).isEmpty)
  }

  @Test func numbersTheFixThatASubHeadingIs() {
    var page = Page.reference("8", "en-US")
    page.append(.userAction, "user-action", "User Action", [])
    page.append(.other, "hardware", "Look for Hardware Failure", level: 3, [.text("Run it.")])
    let heading = page.sections[1].heading
    page.fixes = [
      Page.Fix(
        text: "", code: [], section: 1, nodes: heading.lowerBound..<page.document.nodes.count)
    ]
    let answer = Answer(
      source: "MSSQLSERVER", id: EventID("8"), locale: page.locale, pages: [page])
    #expect(
      lines(answer) == [
        "MSSQLSERVER_8  ·  en-US", "", "User Action", "", "  1. Look for Hardware Failure",
        "     Run it.", "",
      ])
  }

  /// The bytes without escape sequences for colours and faces.
  private func withoutFaces(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var isEscape = false
    for byte in bytes {
      if byte == 0x1B { isEscape = true }
      if !isEscape { plain.append(byte) }
      if byte == UInt8(ascii: "m") { isEscape = false }
    }
    return plain
  }
}
