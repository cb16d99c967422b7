import Catalogue
import ErrkbCommands
import Render
import Testing

struct SearchArgumentsTests {
  @Test(arguments: [
    ("search connexion", SearchRequest(words: ["connexion"])),
    ("search connexion -réseau 10061", SearchRequest(words: ["connexion", "-réseau", "10061"])),
    ("search error -2 --lang fr", SearchRequest(words: ["error", "-2"], languages: "fr")),
    ("search a --in cause --limit 3", SearchRequest(words: ["a"], role: .cause, limit: 3)),
    ("search --format=json a", SearchRequest(words: ["a"], format: .json)),
    ("search a --strict-lang", SearchRequest(words: ["a"], isLanguageStrict: true)),
    (
      "search a --catalogue=b.db --color always",
      SearchRequest(words: ["a"], catalogue: "b.db", color: .always)
    ),
    ("search -", SearchRequest(words: ["-"])),
    ("search search show", SearchRequest(words: ["search", "show"])),
  ])
  func readsPlainForms(line: String, request: SearchRequest) throws {
    #expect(SearchArguments.request(from: words(of: line)) == request)
    #expect(try SearchRequest.parsed(from: words(of: line)) == request)
  }

  @Test(arguments: [
    "", "search", "show a", "--color never search a", "search --help", "search a -h",
    "search a --version", "search --lang fr", "search a --lang", "search a --lang=",
    "search a --lang fr --lang de", "search a --limit 0", "search a --limit x",
    "search a --in Cause", "search a --format yaml", "search a --strict-lang=yes", "search -- -a",
    "search a --", "search a --no-pager",
  ])
  func leavesTheRestToTheFullParser(line: String) {
    #expect(SearchArguments.request(from: words(of: line)) == nil)
  }

  @Test(arguments: [
    ("search -- -a --lang", SearchRequest(words: ["-a", "--lang"])),
    ("search a -b -- -c", SearchRequest(words: ["a", "-b", "-c"])),
    ("--color never search a -b", SearchRequest(words: ["a", "-b"], color: .never)),
    ("--catalogue search search -a", SearchRequest(words: ["-a"], catalogue: "search")),
  ])
  func theFullParserReadsTheRest(line: String, request: SearchRequest) throws {
    #expect(try SearchRequest.parsed(from: words(of: line)) == request)
  }

  @Test(arguments: ["search", "search --limit 0 a", "search a --in x", "search --state 3 a"])
  func theFullParserRefusesMistakes(line: String) {
    #expect(throws: (any Error).self) { try SearchRequest.parsed(from: words(of: line)) }
  }

  private static let pieces = [
    "connexion", "-réseau", "-2", "\"a b\"", "pre*", "-", "search", "show", "help", "--lang", "fr",
    "--lang=fr,de", "--in", "cause", "userAction", "--limit", "3", "0", "--limit=7", "--format",
    "json", "--format=text", "--strict-lang", "--strict-lang=", "--catalogue", "a=b", "--color",
    "never", "--color=always", "--", "-h", "--help", "--version", "+5", "", "é", "--état", "-ab",
  ]

  /// Whatever the fast reading takes, the full one takes for the same.
  @Test(arguments: 0..<8)
  func bothReadingsAgree(seed: UInt64) throws {
    var generator = SmallNumbers(state: seed)
    var accepted = 0
    for _ in 0..<500 {
      let count = Int.random(in: 1...6, using: &generator)
      let rest = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
      let arguments = ["search"] + rest
      guard let fast = SearchArguments.request(from: arguments) else { continue }
      accepted += 1
      #expect(try SearchRequest.parsed(from: arguments) == fast, "\(arguments)")
    }
    #expect(accepted > 10)
  }

  /// The same numbers in every run (SplitMix64).
  private struct SmallNumbers: RandomNumberGenerator {
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
