/// Merges the things to try of all pages about an event, near-duplicates joined.
///
/// A function of the pages alone. Each fix joins at most one other, the leader that is most like it,
/// and nothing joins through a third: two fixes stand together only if both are like their leader.
/// Taking a page away takes its supports away and no other's.
package struct FixMerger {
  private let pages: [Page]
  private var merged: [MergedFix] = []
  private var signs: [FixSigns] = []

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

  private mutating func addFixes() {
    for page in order {
      // An author who lists two things means two things.
      let others = merged.count
      for (index, fix) in pages[page].fixes.enumerated() {
        guard let support = support(page: page, fix: index) else { continue }
        let isJoined = join(support, fix.signs, to: 0..<others, from: FixSigns.threshold) {
          $0.likeness(to: $1)
        }
        if !isJoined { lead(support, fix.signs) }
      }
    }
  }

  private mutating func addReplies() {
    // A report speaks for an advice before it joins another report.
    let advice = merged.count
    for page in order {
      for (index, reply) in pages[page].replies.enumerated() {
        guard let support = support(page: page, reply: index), reply.signs.saysSomething else {
          continue
        }
        let isJoined = [0..<advice, advice..<merged.count].contains { leaders in
          join(support, reply.signs, to: leaders, from: Self.thresholdOfReports) { reply, leader in
            // A report is short: what counts is how much of it the advice names, most of all in
            // what it says first.
            let likeness = reply.likeness(to: leader)
            let share = reply.share(in: leader)
            return max(likeness, share * (1 - Self.weightOfHead) + likeness * Self.weightOfHead)
          }
        }
        if !isJoined, reply.outcome == .worked { lead(support, reply.signs) }
      }
    }
  }

  private static let weightOfHead = 0.2
  /// Lower than among fixes: a report also tells what has nothing to do with the fix.
  private static let thresholdOfReports = 0.5

  /// Joins a support to the leader that it is most like, among some; false where it is like none.
  private mutating func join(
    _ support: MergedFix.Support, _ own: FixSigns, to leaders: Range<Int>, from threshold: Double,
    likeness: (FixSigns, FixSigns) -> Double
  ) -> Bool {
    var best: (index: Int, likeness: Double)?
    for index in leaders {
      let likeness = likeness(own, signs[index])
      if likeness >= threshold, likeness > best?.likeness ?? 0 { best = (index, likeness) }
    }
    guard let best else { return false }
    merged[best.index].supports.append(support)
    return true
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
