/// Merges the things to try of all pages about an event, near-duplicates joined.
///
/// A function of the pages alone. Each fix joins at most one other, the leader that is most like it,
/// and nothing joins through a third: two fixes stand together only if both are like their leader.
/// A report stands where the advice does that it is most like.
/// Taking a page away takes its supports away and no other's.
package struct FixMerger {
  private let pages: [Page]
  private var merged: [MergedFix] = []
  /// Those of the leaders.
  private var signs: [FixSigns] = []
  /// All advice there is, with the fix that it stands under.
  private var advice: [(signs: FixSigns, fix: Int)] = []

  /// The fixes of pages in the reader's language first: reference pages before guides before
  /// threads, whatever order they come in.
  ///
  /// Those that most sources speak for come first, then those of the better kind of source, then
  /// by place; what is only said in another language than the first page's comes last.
  package static func merge(_ pages: [Page]) -> [MergedFix] {
    var merger = FixMerger(pages)
    merger.addFixes()
    merger.addReplies()
    return merger.sorted()
  }

  private init(_ pages: [Page]) { self.pages = pages }

  /// The pages by language, kind and place.
  private var order: [Int] {
    pages.indices.sorted { left, right in
      let one = (isForeign(left) ? 1 : 0, Self.rank(pages[left].kind), left)
      let other = (isForeign(right) ? 1 : 0, Self.rank(pages[right].kind), right)
      return one < other
    }
  }

  private func isForeign(_ page: Int) -> Bool { pages[page].locale != pages[0].locale }

  private static func rank(_ kind: Page.Kind) -> Int {
    switch kind {
    case .reference: 0
    case .guide: 1
    case .thread: 2
    }
  }

  // MARK: Joining

  /// A fix of the page being added and a leader that it is like.
  private struct Pair {
    let fix: Int
    let leader: Int
    let likeness: Double
  }

  private mutating func addFixes() {
    for page in order {
      let fixes = pages[page].fixes
      // An author who lists two things means two things: each leader takes one of them, the most
      // like it, and none of them takes another.
      var leaders: [Int?] = Array(repeating: nil, count: fixes.count)
      for pair in pairs(of: fixes) where leaders[pair.fix] == nil {
        if !leaders.contains(pair.leader) { leaders[pair.fix] = pair.leader }
      }
      for (index, fix) in fixes.enumerated() {
        guard let support = support(page: page, fix: index) else { continue }
        if let leader = leaders[index] {
          merged[leader].supports.append(support)
        } else {
          lead(support, fix.signs)
        }
        advice.append((fix.signs, leaders[index] ?? merged.count - 1))
      }
    }
  }

  /// The fixes of a page and the leaders there are, as far as they are one, the most alike first.
  private func pairs(of fixes: [Page.Fix]) -> [Pair] {
    var pairs: [Pair] = []
    for (index, fix) in fixes.enumerated() {
      for (leader, other) in signs.enumerated() {
        let likeness = fix.signs.likeness(to: other)
        guard likeness >= FixSigns.threshold else { continue }
        pairs.append(Pair(fix: index, leader: leader, likeness: likeness))
      }
    }
    return pairs.sorted {
      ($1.likeness, $0.fix, $0.leader) < ($0.likeness, $1.fix, $1.leader)
    }
  }

  private mutating func addReplies() {
    var reports: [(signs: FixSigns, fix: Int)] = []
    for page in order {
      for (index, reply) in pages[page].replies.enumerated() {
        guard reply.signs.saysSomething, let support = support(page: page, reply: index) else {
          continue
        }
        // A report speaks for an advice before it joins another report.
        if let fix = best(for: reply.signs, among: advice) ?? best(for: reply.signs, among: reports)
        {
          merged[fix].supports.append(support)
        } else if reply.outcome == .worked {
          lead(support, reply.signs)
          reports.append((reply.signs, merged.count - 1))
        }
      }
    }
  }

  /// The fix under which the first of those stands that a report fits best, if it fits any.
  private func best(
    for report: FixSigns, among others: [(signs: FixSigns, fix: Int)]
  ) -> Int? {
    var best: (fix: Int, likeness: Double)?
    for other in others {
      let likeness = report.likeness(ofReportOn: other.signs)
      if likeness >= FixSigns.thresholdOfReports, likeness > best?.likeness ?? 0 {
        best = (other.fix, likeness)
      }
    }
    return best?.fix
  }

  private mutating func lead(_ support: MergedFix.Support, _ own: FixSigns) {
    merged.append(MergedFix(leader: support, supports: [support]))
    signs.append(own)
  }

  private func sorted() -> [MergedFix] {
    merged.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      let isForeign = (self.isForeign(one.leader.page), self.isForeign(other.leader.page))
      if isForeign.0 != isForeign.1 { return isForeign.1 }
      if one.sources != other.sources { return one.sources > other.sources }
      let ranks = (Self.rank(one.leader.kind), Self.rank(other.leader.kind))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      return left.offset < right.offset
    }.map(\.element)
  }

  // MARK: Supports

  private func support(page number: Int, fix index: Int) -> MergedFix.Support? {
    let page = pages[number]
    let fix = page.fixes[index]
    guard let quote = fix.quote else { return nil }
    return MergedFix.Support(
      page: number, place: .fix(index), kind: page.kind, locale: page.locale,
      path: quote.file ?? page.path, line: quote.line, text: quote.text, code: fix.code,
      outcome: nil, author: nil, date: nil, reply: nil)
  }

  private func support(page number: Int, reply index: Int) -> MergedFix.Support? {
    let page = pages[number]
    let reply = page.replies[index]
    // The sentence that says what came of it says best what did.
    let telling = reply.tried.first { quote in
      reply.evidence.map { quote.text.firstRange(of: $0.text) != nil } ?? false
    }
    guard let quote = telling ?? reply.tried.first else { return nil }
    return MergedFix.Support(
      page: number, place: .reply(index), kind: page.kind, locale: page.locale,
      path: quote.file ?? page.path, line: quote.line, text: quote.text, code: [],
      outcome: reply.outcome, author: reply.author, date: reply.date, reply: reply.number)
  }
}
