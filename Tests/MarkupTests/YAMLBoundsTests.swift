import Diagnostics
import TestSupport
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

  /// Whatever the text, an answer or a problem, with places that lie in the file.
  @Test func survivesRandomText() {
    let pieces = [
      "a", ": ", ":", "\n", "\n  ", "\n- ", "- ", "? ", "[", "]", "{", "}", ",", "&x ", "*x", "!t ",
      "|\n",
      ">-\n ", "'", "\"", "\\", "#", " #", "é", "字", "\u{85}", "\u{2028}", "\u{FEFF}", "\t", "\r",
      "\u{1}",
      "%", "@", "---\n", "...\n", "<<: *x", "~", "  ",
    ]
    var generator = SmallGenerator()
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count)
      var places: [SourcePosition] = []
      do throws(YAMLProblem) {
        collectPlaces(try YAMLValue.read(Array(text.utf8)), into: &places)
      } catch {
        places = [error.position]
      }
      for place in places {
        let isInside =
          lines.indices.contains(place.line - 1) && place.column >= 1
          && place.column <= lines[place.line - 1] + 1
        if !isInside { Issue.record("\(text.debugDescription): \(place)") }
      }
    }
  }

  private func collectPlaces(_ value: YAMLValue, into places: inout [SourcePosition]) {
    places.append(value.position)
    for element in value.elements ?? [] where element != value {
      collectPlaces(element, into: &places)
    }
    for entry in value.entries ?? [] {
      places.append(entry.position)
      collectPlaces(entry.value, into: &places)
    }
  }

  @Test func countsColumnsInBytesOnLongLines() throws {
    let words = (0..<1_000).map { "é\($0 + 1_000)" }
    let value = try YAMLValue.read(Array("a: [[x], \(words.joined(separator: ", "))]".utf8))
    let list = try #require(value["a"]?.elements)
    #expect(list.count == 1_001)
    #expect(list[1].position == SourcePosition(line: 1, column: 10))
    #expect(list[1_000].position == SourcePosition(line: 1, column: 10 + 999 * 8))
    #expect(list[1_000].string == "é1999")
  }
}
