/// The error states that a text names: `States 38, 46 and 126`, `État 7 :`, `状態 8 と 9`.
///
/// Only a number right after the word for a state counts, and those that it is listed with.
struct StateMentions {
  private let bytes: [UInt8]
  private var ranges: [ClosedRange<Int>] = []

  /// The states in the order of the text; the words are those for one and for several.
  static func ranges(in text: String, words: [String]) -> [ClosedRange<Int>] {
    let text = ReportWords(text)
    var mentions = StateMentions(bytes: text.bytes)
    let names = words.map { ReportWords($0).words.map(\.text) }.filter { !$0.isEmpty }
    var index = 0
    while index < text.words.count {
      let end = names.lazy.map { index + $0.count }.filter { end in
        end <= text.words.count
          && names.contains(text.words[index..<end].map(\.text))
      }.max()
      index = end.map { mentions.readList(text.words, from: $0) } ?? index + 1
    }
    return mentions.ranges
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the numbers that begin at a word and returns the index of the word after them.
  private mutating func readList(_ words: [ReportWords.Word], from start: Int) -> Int {
    var index = start
    var isRange = false
    let longestLink = 3
    while index < words.count {
      let gap = gap(words, before: index)
      // A colon may stand before the first number: `State: 38`.
      guard
        gap.allSatisfy({ " ,-/\u{A0}–~、，".unicodeScalars.contains($0) })
          || (index == start && gap.allSatisfy { " :\u{A0}：".unicodeScalars.contains($0) })
      else { break }
      if let number = Int(words[index].text), number <= Self.highest {
        if isRange || gap.contains(where: { "-–~".unicodeScalars.contains($0) }),
          let last = ranges.popLast()
        {
          ranges.append(min(last.lowerBound, number)...max(last.upperBound, number))
        } else {
          ranges.append(number...number)
        }
        isRange = false
        index += 1
        continue
      }
      // A word between two numbers: `and`, `à`, `と`.
      guard index > start, words[index].text.unicodeScalars.count <= longestLink,
        index + 1 < words.count, Int(words[index + 1].text).map({ $0 <= Self.highest }) == true
      else { break }
      isRange = Self.ranging.contains(words[index].text)
      index += 1
    }
    return max(index, start)
  }

  private func gap(
    _ words: [ReportWords.Word], before index: Int
  ) -> String.UnicodeScalarView {
    let start = index > 0 ? words[index - 1].range.upperBound : 0
    let gap = bytes[start..<words[index].range.lowerBound]
    return String(decoding: gap, as: UTF8.self).unicodeScalars
  }

  private static let highest = 255
  /// What stands in a range, folded: `102 to 111`.
  private static let ranging = ["to", "a", "al", "bis", "до", "から", "至", "到"]
}

extension Answer {
  /// What to do, from all pages: what names an error state first, then that of which only another
  /// source names it, then what names none, then what names others.
  package func fixes(namingFirst state: Int?) -> [MergedFix] {
    guard let state else { return fixes }
    let ranked = fixes.map { fix in (fix: fix, rank: rank(of: fix, for: state)) }
    return (0...3).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.fix) }
  }

  private func rank(of fix: MergedFix, for state: Int) -> Int {
    if states(namedBy: [fix.leader]).contains(where: { $0.contains(state) }) { return 0 }
    let states = states(namedBy: fix.supports)
    return states.isEmpty ? 2 : states.contains { $0.contains(state) } ? 1 : 3
  }

  /// The error states that texts name, each once.
  package func states(namedBy supports: [MergedFix.Support]) -> [ClosedRange<Int>] {
    let pages = allPages
    return supports.flatMap { support in
      let words = InterfaceWords.for(support.locale)
      let names = [words[.state], words[.states]]
      let page = pages[support.page]
      switch support.place {
      case .fix(let index):
        return StateMentions.ranges(in: page.fixes[index].text, words: names)
      case .reply(let index):
        return page.replies[index].tried.flatMap { StateMentions.ranges(in: $0.text, words: names) }
      }
    }.uniqued()
  }
}
