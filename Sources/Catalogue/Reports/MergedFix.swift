/// One thing to try, and everything that speaks for it: the same advice from several pages and
/// what people reported of it.
package struct MergedFix: Sendable, Hashable {
  /// Where the advice, or a report of it, stands.
  package struct Support: Sendable, Hashable {
    /// What it is in: a page, or a reply under one.
    package enum Place: Sendable, Hashable {
      /// The fix of that index in `Page.fixes`.
      case fix(Int)
      /// The reply of that index in `Page.replies`.
      case reply(Int)
    }

    /// The index of the page among those that were merged.
    package let page: Int
    package let place: Place
    package let kind: Page.Kind
    package let locale: LocaleTag
    /// The file, relative to the content folder, and the line.
    package let path: String
    package let line: Int
    /// The words, byte for byte as the file has them.
    package let text: String
    /// The blocks of code that go with it.
    package let code: [String]
    /// What a reply says came of it; nil for advice.
    package let outcome: Page.Outcome?
    package let author: String?
    package let date: CalendarDate?
    /// The number of the reply.
    package let reply: Int?

    /// Whether it speaks for the fix: advice does, a report where it says that it worked.
    package var speaksFor: Bool { outcome == nil || outcome == .worked }
  }

  /// The text that stands for all: that of the reference page, else of a guide, else of a thread.
  package let leader: Support
  /// Everything it stands on, the leader first, by kind of source and place.
  package internal(set) var supports: [Support]

  /// How many sources speak for it that are independent of one another: pages, and people who
  /// replied.
  package var sources: Int {
    var names: [(page: Int, who: String)] = []
    for support in supports where support.speaksFor {
      let who = support.outcome == nil ? "" : support.author ?? "#\(support.reply ?? 0)"
      if !names.contains(where: { $0 == (support.page, who) }) { names.append((support.page, who)) }
    }
    return names.count
  }

  /// Each block of code once, with the support that it comes from.
  package var code: [(text: String, support: Int)] {
    var blocks: [(text: String, support: Int)] = []
    for (index, support) in supports.enumerated() {
      for text in support.code where !blocks.contains(where: { $0.text == text }) {
        blocks.append((text, index))
      }
    }
    return blocks
  }
}
