import Foundation
import Testing

@testable import Catalogue

/// How well fixes that are one thing to try are told from those that are two: by the labelled pairs
/// of `advice.txt`.
struct JoiningTests {
  /// The least that is asked of the pairs that were looked at and of those that only judge; a wrong
  /// join costs more than a missed one.
  @Test(arguments: [
    (isHeldBack: false, precision: 0.95, recall: 0.9),
    (isHeldBack: true, precision: 0.85, recall: 0.7),
  ])
  func joinsHardlyEverWhatIsTwo(isHeldBack: Bool, precision: Double, recall: Double) throws {
    let pairs = try AdvicePair.all().filter { $0.isHeldBack == isHeldBack }
    let score = Score(pairs)
    print("\(isHeldBack ? "held back" : "looked at"), \(pairs.count) pairs: \(score)")
    let wrong = pairs.filter { $0.isJoined != $0.isOne }
      .map { "\($0.isOne ? "apart" : "joined"): \($0.one) || \($0.other)" }
      .joined(separator: "\n")
    #expect(score.precision >= precision, "\(wrong)")
    #expect(score.recall >= recall, "\(wrong)")
  }

  @Test func thereAreEnoughPairsOfEachKindInEachLanguage() throws {
    let pairs = try AdvicePair.all()
    #expect(pairs.count >= 250)
    for language in ["en", "fr", "es", "de", "ja"] {
      for isOne in [true, false] {
        #expect(pairs.count { $0.language == language && $0.isOne == isOne } >= 12)
      }
    }
  }
}

/// Two pieces of advice and whether they are one thing to try.
private struct AdvicePair {
  let language: String
  let isOne: Bool
  let one: String
  let other: String
  /// Whether the pair had no part in setting words and thresholds.
  let isHeldBack: Bool

  var isJoined: Bool {
    let finder = SignFinder()
    let likeness = finder.signs(of: one, code: []).likeness(to: finder.signs(of: other, code: []))
    return likeness >= FixSigns.threshold
  }

  static func all() throws -> [AdvicePair] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(component: "advice.txt")
    var pairs: [AdvicePair] = []
    var section = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let isOne = line.hasPrefix("= ")
      let parts = line.dropFirst(2).components(separatedBy: " || ")
      try #require(parts.count == 2 && (isOne || line.hasPrefix("! ")), "\(line)")
      pairs.append(
        AdvicePair(
          language: String(section.prefix(2)), isOne: isOne, one: parts[0], other: parts[1],
          isHeldBack: section.hasSuffix("held back")))
    }
    return pairs
  }
}

/// How many of the joins are right, and how many of the right ones are made.
private struct Score: CustomStringConvertible {
  let precision: Double
  let recall: Double

  init(_ pairs: [AdvicePair]) {
    let joined = pairs.filter(\.isJoined)
    let right = joined.count { $0.isOne }
    precision = joined.isEmpty ? 1 : Double(right) / Double(joined.count)
    recall = Double(right) / Double(max(1, pairs.count { $0.isOne }))
  }

  var description: String { String(format: "precision %.3f, recall %.3f", precision, recall) }
}
