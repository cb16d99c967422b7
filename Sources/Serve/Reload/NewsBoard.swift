/// Where news are put up, and where those who wait for them wait.
package actor NewsBoard {
  private(set) var news: News
  private var waiting: [Int: CheckedContinuation<News, Never>] = [:]
  private var tickets = 0

  package init(_ news: News = News()) { self.news = news }

  /// Changes the news and tells everyone.
  package func post(_ change: @Sendable (inout News) -> Void) {
    change(&news)
    news.number += 1
    tellAll()
  }

  /// The news when they are others than those of a number, or after a while.
  package func news(otherThan number: Int?, within patience: Duration) async -> News {
    guard number == news.number else { return news }
    tickets += 1
    let ticket = tickets
    let alarm = Task {
      // Cancelled when there is news before.
      try? await Task.sleep(for: patience)
      self.tell(ticket)
    }
    defer { alarm.cancel() }
    return await withCheckedContinuation { waiting[ticket] = $0 }
  }

  /// Lets nobody wait any longer.
  package func close() { tellAll() }

  private func tell(_ ticket: Int) {
    waiting.removeValue(forKey: ticket)?.resume(returning: news)
  }

  private func tellAll() {
    let all = waiting.values
    waiting = [:]
    for each in all { each.resume(returning: news) }
  }
}
