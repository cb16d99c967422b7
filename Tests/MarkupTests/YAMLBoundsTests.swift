import Diagnostics
import Testing

@testable import Markup

/// What is built to exhaust a YAML reader must be turned away, and quickly.
@Suite struct YAMLBoundsTests {
  private func problem(_ text: String) -> String? {
    do throws(YAMLProblem) {
      _ = try YAMLValue.read(Array(text.utf8))
      return nil
    } catch {
      return error.message
    }
  }

  static let deep = "it nests more than 64 levels deep"

  @Test(arguments: [
    String(repeating: "[", count: 100_000),
    "a: " + String(repeating: "[", count: 100_000),
    "a: " + String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000) + "a",
    String(repeating: "-\t", count: 100_000) + "a",
    String(repeating: "? ", count: 100_000) + "a",
    String(repeating: ": ", count: 100_000) + "a",
    "a:\u{2028}" + String(repeating: "- ", count: 100_000) + "a",
    "[ \"\(String(repeating: "]", count: 2_000))\", " + String(repeating: "[", count: 2_000),
    (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    "a: " + String(repeating: "[", count: 66) + String(repeating: "]", count: 66),
  ])
  func refusesDeepNesting(text: String) {
    #expect(problem(text) == Self.deep)
  }

  @Test func acceptsModerateNesting() {
    #expect(
      problem("a: " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) == nil)
  }

  /// Each level repeats the one before it: a kilobyte that stands for a thousand million values.
  private func bomb(levels: Int, width: Int) -> String {
    (0..<levels).map { level in
      let element = level == 0 ? "x" : "*a\(level - 1)"
      let elements = Array(repeating: element, count: width).joined(separator: ", ")
      return "k\(level): &a\(level) [\(elements)]\n"
    }.joined()
  }

  @Test func refusesAnAliasBomb() {
    #expect(problem(bomb(levels: 9, width: 10)) == "it has more than 32 aliases")
    #expect(
      problem(bomb(levels: 11, width: 3))
        == "it has more than 10000 values, its aliases written out")
    #expect(problem(bomb(levels: 4, width: 3)) == nil)
  }

  @Test(arguments: ["? *a10\n: x\n", "*a10 : x\n", "z: {*a10:x}\n", "z: {[*a10]: x}\n"])
  func refusesAnAliasBombInAKey(key: String) {
    #expect(
      problem(bomb(levels: 11, width: 3) + key)
        == "aliases do not go with keys that are not words")
  }

  @Test func refusesAChainOfAliases() {
    let chain = (1...100_000).map { "k\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(problem("k0: &a0 x\n" + chain) == "it has more than 32 aliases")
  }

  @Test func bearsTheDeepestTreeThatIsLetThrough() {
    let block = (0..<64).map {
      String(repeating: " ", count: $0 * 2) + "k:\n"
        + String(repeating: " ", count: $0 * 2) + "-\n"
    }.joined()
    let text = (1...30).map {
      "k\($0): &a\($0)\n  - *a\($0 - 1)\n  -\n"
        + block.split(separator: "\n").map { "    \($0)\n" }.joined()
    }.joined()
    #expect(problem("k0: &a0 x\n" + text) == Self.deep)
  }

  @Test func takesStarsAndColonsInTextForText() {
    #expect(problem("a: >-\n  **Note**: see *this*: x\n  and 'a': [b]: c\n") == nil)
    #expect(problem("a: &x 1\nb: *x\nc: \"*bold*: x\"\n") == nil)
  }
}
