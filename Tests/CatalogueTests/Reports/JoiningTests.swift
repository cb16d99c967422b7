import Foundation
import Testing

@testable import Catalogue

/// How well fixes that are one thing to try are told from those that are two: by the labelled pairs
/// of `advice.txt`.
struct JoiningTests {
  @Test func joinsHardlyEverWhatIsTwo() throws {
    let pairs = try AdvicePair.all()
    for language in [nil] + AdvicePair.languages(of: pairs).map(Optional.init) {
      for isHeldBack in [false, true] {
        let part = pairs.filter {
          $0.isHeldBack == isHeldBack && (language == nil || $0.language == language)
        }
        let score = Score(part)
        print("\(language ?? "all") \(isHeldBack ? "held back" : "looked at"): \(score)")
      }
    }
    for pair in pairs where pair.isJoined != pair.isOne {
      print(pair.isHeldBack ? "H" : " ", pair.isOne ? "missed" : "WRONG", pair.likeness, pair.one, "||", pair.other)
    }
  }
}

/// Two pieces of advice and whether they are one thing to try.
private struct AdvicePair {
  let language: String
  let isOne: Bool
  let one: String
  let other: String
  /// Whether the pair had no part in setting the thresholds.
  let isHeldBack: Bool

  var likeness: Double {
    let finder = SignFinder()
    return finder.signs(of: one, code: []).likeness(to: finder.signs(of: other, code: []))
  }

  var isJoined: Bool { likeness >= FixSigns.threshold }

  static func all() throws -> [AdvicePair] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(component: "advice.txt")
    var pairs: [AdvicePair] = []
    var language = ""
    var counts = [true: 0, false: 0]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        language = String(line.dropFirst().dropLast())
        continue
      }
      let isOne = line.hasPrefix("= ")
      let parts = line.dropFirst(2).components(separatedBy: " || ")
      try #require(parts.count == 2 && (isOne || line.hasPrefix("! ")), "\(line)")
      let count = counts[isOne, default: 0]
      counts[isOne] = count + 1
      pairs.append(
        AdvicePair(
          language: language, isOne: isOne, one: parts[0], other: parts[1],
          isHeldBack: count % 2 == 1))
    }
    return pairs
  }

  static func languages(of pairs: [AdvicePair]) -> [String] {
    pairs.map(\.language).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// How many of the joins are right, and how many of the right ones are made.
private struct Score: CustomStringConvertible {
  let precision: Double
  let recall: Double

  init(_ pairs: [AdvicePair]) {
    let joined = pairs.filter(\.isJoined)
    let right = joined.filter(\.isOne).count
    precision = joined.isEmpty ? 1 : Double(right) / Double(joined.count)
    recall = Double(right) / Double(max(1, pairs.count { $0.isOne }))
  }

  var description: String {
    String(format: "precision %.3f, recall %.3f", precision, recall)
  }
}
