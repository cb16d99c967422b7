import Foundation
import TestSupport
import Testing

struct DiffCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: [
    ("wide.txt", "10060 10061 53 --width 120"),
    ("narrow-fr.txt", "10060 10061 --width 50 --lang fr"),
    ("ja.txt", "10060 10061 --width 100 --lang ja"), ("messages.txt", "102 105"),
    ("color.txt", "102 105 --color always"), ("two-fr.json", "102 105 --lang fr --format json"),
  ])
  func setsSideBySide(name: String, line: String) throws {
    let run = try sandbox.ask("diff \(line)")
    #expect(run.errors == "")
    #expect(run.status == 0)
    try Golden("Diff", name).expect(run.output.utf8)
  }

  @Test func leavesNoGoldenBehind() throws {
    #expect(
      try Golden.names(of: "Diff")
        == ["color.txt", "ja.txt", "messages.txt", "narrow-fr.txt", "two-fr.json", "wide.txt"])
  }

  /// The parts of the JSON that the tests look at.
  private struct Answer: Decodable {
    struct Mention: Decodable {
      let event: String
      let named: [String]
      let locale: String
      let path: String
      let line: Int
      let text: String
    }

    let mentions: [Mention]
  }

  private func mentions(_ line: String) throws -> [Answer.Mention] {
    let run = try sandbox.ask("diff \(line) --format json")
    return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).mentions
  }

  /// A text without what Markdown adds to it, and without blanks.
  private static func bare(_ text: some StringProtocol) -> String {
    var bare = ""
    var isTarget = false
    var previous: Character = " "
    for character in text {
      if previous == "]", character == "(" { isTarget = true }
      if !isTarget, !character.isWhitespace, !"[]*`\\".contains(character) {
        bare.append(character)
      }
      if isTarget, character == ")" { isTarget = false }
      previous = character
    }
    return bare
  }

  @Test(arguments: ["en", "fr", "es", "ja"])
  func everySentenceStandsInItsSource(lang: String) throws {
    let mentions = try mentions("10060 10061 53 11001 -2 --lang \(lang)")
    #expect(mentions.count > 3)
    for mention in mentions {
      let file = URL(filePath: "\(Sandbox.content)/\(mention.path)")
      let source = try String(decoding: Data(contentsOf: file), as: UTF8.self)
      #expect(Self.bare(source).contains(Self.bare(mention.text)), "\(mention.text)")
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(Self.bare(lines[mention.line - 1]).contains(Self.bare(mention.text.prefix(6))))
    }
  }

  @Test(arguments: ["en", "fr", "es", "ja"])
  func everySentenceIsAPieceOfThePlainText(lang: String) throws {
    struct Page: Decodable {
      struct Section: Decodable { let text: String }
      let path: String?
      let sections: [Section]?
    }
    let names = "10060 10061 53 11001 -2 --lang \(lang)"
    let pages = try sandbox.ask("show \(names) --format json").output.split(separator: "\n")
      .map { try JSONDecoder().decode(Page.self, from: Data($0.utf8)) }
    for mention in try mentions(names) {
      // A guide is there once for each event, with the sections that serve it.
      let sections = pages.filter { $0.path == mention.path }.flatMap { $0.sections ?? [] }
      #expect(sections.contains { $0.text.utf8.firstRange(of: mention.text.utf8) != nil })
    }
  }

  @Test func namesTheOneThatIsSpokenOf() throws {
    let mentions = try mentions("10061 10060")
    #expect(
      mentions.contains { $0.event == "MSSQLSERVER_10061" && $0.named == ["MSSQLSERVER_10060"] })
  }

  @Test func anUnknownEventAmongOthersIsStatus1() throws {
    let run = try sandbox.ask("diff 10061 10062 53")
    #expect(run.status == 1)
    #expect(run.output.contains("MSSQLSERVER_53"))
    #expect(run.errors == "errkb: no event 10062; near it: 10060, 10061, 11001\n")
  }

  @Test func oneEventHasNothingBesideIt() throws {
    let run = try sandbox.ask("diff 10061 MSSQLSERVER_10061")
    #expect(run.status == 1)
    #expect(run.errors == "errkb: there is only one event to compare\n")
  }

  @Test func anotherLanguageIsAnnouncedAsByShow() throws {
    #expect(
      try sandbox.ask("diff 10061 53 --lang it").errors
        == sandbox.ask("show 10061 53 --lang it").errors)
  }

  @Test func negativeNumbersAreEvents() throws {
    #expect(try sandbox.ask("diff -2 53").status == 0)
  }

  @Test(arguments: ["diff", "diff 1 2 --width 0", "diff 1 2 --format xml", "diff 1 2 --lang f"])
  func wrongUseIsStatus2(line: String) throws {
    let run = try sandbox.ask(line)
    #expect(run.status == 2)
    #expect(run.output == "")
  }

  @Test(arguments: [20, 40, 88, 130, 200])
  func fitsTheTerminal(columns: Int) throws {
    let run = try sandbox.runOnTerminal(
      "diff 102 105 --color never --no-pager", columns: columns, environment: sandbox.asking())
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= columns })
  }

  @Test(.enabled(if: Schema.isCheckable))
  func jsonMatchesTheSchema() throws {
    for line in ["10060 10061 53 --lang de", "102 105", "823 18456 -2 --lang ja"] {
      let run = try sandbox.ask("diff \(line) --format json")
      #expect(try Schema("comparison").errors(in: run.output) == "")
    }
    #expect(try Schema("comparison").errors(in: #"{"schema":1,"kind":"comparison"}"#) != "")
  }
}
