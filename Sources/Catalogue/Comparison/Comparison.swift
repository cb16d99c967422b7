/// Events set side by side, and the sentences in which a page of one speaks of another.
package struct Comparison: Sendable {
  package let events: [ComparedEvent]
  /// In the order of the events, then of their pages.
  package let mentions: [Mention]

  package init(_ answers: [Answer]) {
    var events = answers.map { ComparedEvent($0) }
    let distinct = DistinctWords.ranges(in: events.map { Array(($0.message ?? "").utf8) })
    for (index, ranges) in distinct.enumerated() { events[index].distinct = ranges }
    self.events = events
    mentions = answers.flatMap { answer in
      let finder = MentionFinder(
        others: answers.filter { $0.source != answer.source || $0.id != answer.id })
      return answer.pages.flatMap { finder.mentions(in: $0, about: answer) }
    }
  }
}
