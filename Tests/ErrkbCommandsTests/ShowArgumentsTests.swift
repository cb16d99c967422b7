import Catalogue
import ErrkbCommands
import Render
import Testing

struct ShowArgumentsTests {
  @Test(arguments: [
    ("show 10061", ShowRequest(names: ["10061"])),
    ("show -2", ShowRequest(names: ["-2"])),
    ("show 10061 c2065 LOGON_FAILED", ShowRequest(names: ["10061", "c2065", "LOGON_FAILED"])),
    ("show 10061 --lang fr", ShowRequest(names: ["10061"], languages: "fr")),
    ("show --lang=fr-CA,fr 10061", ShowRequest(names: ["10061"], languages: "fr-CA,fr")),
    ("show 18456 --state 38", ShowRequest(names: ["18456"], state: 38)),
    ("show 1 --section userAction", ShowRequest(names: ["1"], section: .userAction)),
    ("show 1 --source MSVC", ShowRequest(names: ["1"], source: "MSVC")),
    ("show 1 --format json", ShowRequest(names: ["1"], format: .json)),
    ("show 1 --width 72 --color=never", ShowRequest(names: ["1"], width: 72, color: .never)),
    (
      "show 1 --no-pager --strict-lang",
      ShowRequest(names: ["1"], usesPager: false, isLanguageStrict: true)
    ),
    ("show 1 --catalogue=a=b.db", ShowRequest(names: ["1"], catalogue: "a=b.db")),
  ])
  func readsPlainForms(line: String, request: ShowRequest) {
    #expect(ShowArguments.request(from: words(of: line)) == request)
  }

  @Test(arguments: [
    "", "show", "search 10061", "--color never show 1", "show --help", "show 1 -h",
    "show 1 --version", "show --lang fr", "show 1 --lang", "show 1 --lang=", "show 1 --lang -2",
    "show 1 --lang fr --lang de", "show 1 --no-pager --no-pager", "show 1 --no-pager=yes",
    "show 1 --la fr", "show 1 --state x", "show 1 --state +1", "show 1 --state 9999999999",
    "show 1 --width 0", "show 1 --format yaml", "show 1 --section Cause", "show 1 --color red",
    "show -- -2", "show -x", "show -", "show -2x", "show 1 --", "show 1 --=x",
  ])
  func leavesTheRestToTheFullParser(line: String) {
    #expect(ShowArguments.request(from: words(of: line)) == nil)
  }

  @Test func leavesEmptyArgumentsToTheFullParser() {
    #expect(ShowArguments.request(from: ["show", ""]) == nil)
    #expect(ShowArguments.request(from: ["show", "1", "--source", ""]) == nil)
  }

  @Test(arguments: [
    ("show -2 --lang fr", ShowRequest(names: ["-2"], languages: "fr")),
    ("show --lang fr -- -2", ShowRequest(names: ["-2"], languages: "fr")),
    ("show -- -2 --lang", ShowRequest(names: ["-2", "--lang"])),
    ("show 10061 --state 38 53", ShowRequest(names: ["10061", "53"], state: 38)),
    ("show --no-pager -2 10061 -1", ShowRequest(names: ["-2", "10061", "-1"], usesPager: false)),
    ("--color never show -2", ShowRequest(names: ["-2"], color: .never)),
    (
      "--catalogue=x show 1 --color always",
      ShowRequest(names: ["1"], catalogue: "x", color: .always)
    ),
    ("--catalogue show show 1", ShowRequest(names: ["1"], catalogue: "show")),
    ("show -1234567890123", ShowRequest(names: ["-1234567890123"])),
    ("show -", ShowRequest(names: ["-"])),
    ("show show", ShowRequest(names: ["show"])),
  ])
  func theFullParserReadsTheRest(line: String, request: ShowRequest) throws {
    #expect(try ShowRequest.parsed(from: words(of: line)) == request)
  }

  @Test(arguments: ["show -x", "show 1 --state -2", "show", "show -2x", "show 1 --width 0"])
  func theFullParserRefusesMistakes(line: String) {
    #expect(throws: (any Error).self) { try ShowRequest.parsed(from: words(of: line)) }
  }

  private static let pieces = [
    "10061", "-2", "c2065", "LOGON_FAILED", "show", "list", "help", "--lang", "fr", "--lang=fr,de",
    "--source", "MSVC", "--source=", "--section", "cause", "userAction", "--state", "38", "007",
    "--state=38", "--state=-1", "--format", "json", "--format=html", "--width", "72", "0",
    "--no-pager", "--strict-lang", "--no-pager=", "--catalogue", "a=b", "--color", "never",
    "--color=always", "--", "-", "-h", "--help", "--version", "+5", "", "é", "--état",
  ]

  /// Whatever the fast reading takes, the full one takes for the same.
  @Test(arguments: 0..<8)
  func bothReadingsAgree(seed: UInt64) throws {
    var generator = Generator(state: seed)
    var accepted = 0
    for _ in 0..<500 {
      let count = Int.random(in: 1...6, using: &generator)
      let rest = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
      let arguments = ["show"] + rest
      guard let fast = ShowArguments.request(from: arguments) else { continue }
      accepted += 1
      #expect(try ShowRequest.parsed(from: arguments) == fast, "\(arguments)")
    }
    #expect(accepted > 10)
  }

  /// The same numbers in every run (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private func words(of line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
