import Catalogue
import ErrkbCommands
import Index
import Render
import Testing

struct GrepArgumentsTests {
  @Test(arguments: [
    ("grep a", GrepRequest(patterns: ["a"])),
    ("grep -in a", GrepRequest(patterns: ["a"], letterCase: .ignored, tellsLines: true)),
    ("grep a -A3", GrepRequest(patterns: ["a"], after: 3)),
    ("grep -C 2 -A 5 a", GrepRequest(patterns: ["a"], before: 2, after: 5)),
    ("grep -A5 -C2 a", GrepRequest(patterns: ["a"], before: 2, after: 5)),
    ("grep -C1 -C2 a", GrepRequest(patterns: ["a"], before: 2, after: 2)),
    ("grep -nm1 -B2 a", GrepRequest(patterns: ["a"], tellsLines: true, limit: 1, before: 2)),
    ("grep -e a -e -b", GrepRequest(patterns: ["a", "-b"])),
    ("grep -ea", GrepRequest(patterns: ["a"])),
    ("grep -ie-b", GrepRequest(patterns: ["-b"], letterCase: .ignored)),
    ("grep --regexp=-x", GrepRequest(patterns: ["-x"])),
    ("grep -- -x", GrepRequest(patterns: ["-x"])),
    ("grep -F -E a", GrepRequest(patterns: ["a"])),
    ("grep -E -F a", GrepRequest(patterns: ["a"], syntax: .fixedStrings)),
    ("grep -i -S a", GrepRequest(patterns: ["a"], letterCase: .smart)),
    ("grep -wx a", GrepRequest(patterns: ["a"], extent: .line)),
    ("grep -w a", GrepRequest(patterns: ["a"], extent: .word)),
    ("grep -vc a", GrepRequest(patterns: ["a"], isInverted: true, report: .counts)),
    ("grep -lc a", GrepRequest(patterns: ["a"], report: .events)),
    ("grep -oq a", GrepRequest(patterns: ["a"], report: .nothing)),
    ("grep -o a", GrepRequest(patterns: ["a"], report: .matches)),
    ("grep --json a", GrepRequest(patterns: ["a"], report: .json)),
    ("grep --in all a --lang fr,de", GrepRequest(patterns: ["a"], place: .all, languages: "fr,de")),
    ("grep --in=cause a", GrepRequest(patterns: ["a"], place: .section(.cause))),
    (
      "grep a --source MSVC --color=always",
      GrepRequest(patterns: ["a"], source: "MSVC", color: .always)
    ),
    ("grep a --catalogue b=c", GrepRequest(patterns: ["a"], catalogue: "b=c")),
    ("grep -m 0 a", GrepRequest(patterns: ["a"], limit: 0)),
    ("grep -", GrepRequest(patterns: ["-"])),
  ])
  func readsPlainForms(line: String, request: GrepRequest) throws {
    #expect(GrepArguments.request(from: words(of: line)) == request)
    #expect(try GrepRequest.parsed(from: words(of: line)) == request)
  }

  @Test(arguments: [
    "", "grep", "grep a b", "grep -e a b", "grep -h", "grep --help", "grep -A a", "grep a -A",
    "grep -A -1 a", "grep -A+1 a", "grep -Z a", "grep --in fix a", "grep a --in", "grep a --lang",
    "grep --lang= a", "grep --lang -x a", "grep --color red a", "grep --ignore a",
    "grep -m 9999999999 a",
    "grep --json -l a", "grep --ignore-case=yes a", "show a", "--color never grep a",
  ])
  func leavesTheRestToTheFullParser(line: String) {
    #expect(GrepArguments.request(from: words(of: line)) == nil)
  }

  @Test(arguments: [
    ("--color never grep -inA3 a", "never"), ("--color=always grep -e -x", "always"),
    ("--catalogue grep grep -c a", "auto"),
  ])
  func theFullParserTakesBundlesAfterGlobalOptions(line: String, color: String) throws {
    let request = try GrepRequest.parsed(from: words(of: line))
    #expect(request?.color.rawValue == color)
  }

  @Test(arguments: [
    "grep", "grep a b", "grep -e a b", "grep -A x a", "grep --in fix a", "grep -Z a",
    "grep --json -c a",
    "grep -m -1 a",
  ])
  func theFullParserRefusesMistakes(line: String) {
    #expect(throws: (any Error).self) { try GrepRequest.parsed(from: words(of: line)) }
  }

  private static let pieces = [
    "a", "-x", "-in", "-A3", "-A", "3", "-C2", "-B=1", "-e", "-ea", "-e-b", "--", "-", "-m1", "-m",
    "--regexp", "--regexp=a", "--in", "all", "--in=fixes", "--lang", "fr", "--lang=any", "--json",
    "-l", "-c", "-o", "-q", "-v", "-w", "-F", "-E", "-P", "-i", "-S", "-iF", "--max-count",
    "--count",
    "--context=2", "--after-context", "--quiet", "--only-matching", "--files-with-matches",
    "--events-with-matches", "--color", "always", "--color=never", "--catalogue", "--source=X",
    "-Z",
    "-h", "--help", "", "é", "-é", "grep", "--ignore-case", "--fixed-strings", "-inA3", "-wA", "0",
  ]

  /// Whatever the fast reading takes, the full one takes for the same.
  @Test(arguments: 0..<8)
  func bothReadingsAgree(seed: UInt64) throws {
    var generator = SmallNumbers(state: seed)
    var accepted = 0
    for _ in 0..<150 {
      let count = Int.random(in: 1...6, using: &generator)
      let rest = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
      let arguments = ["grep"] + rest
      guard let fast = GrepArguments.request(from: arguments) else { continue }
      accepted += 1
      #expect(try GrepRequest.parsed(from: arguments) == fast, "\(arguments)")
    }
    #expect(accepted > 3)
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
