/// What the message lists know of events: severity, and whether they are logged.
struct Severities {
  struct Facts: Hashable {
    let severity: Int?
    let logged: Bool?
  }

  private struct Key: Hashable {
    let source: String
    let id: EventID
  }

  private struct Entry {
    let locale: LocaleTag
    let facts: Facts
    let isLinked: Bool
  }

  private var entries: [Key: [Entry]] = [:]

  /// Takes the messages, sorted, and for each the page that its row links to.
  init(_ messages: [Message], links: [String?]) {
    for (message, link) in zip(messages, links) {
      let entry = Entry(
        locale: message.locale,
        facts: Facts(severity: message.severity, logged: message.logged), isLinked: link != nil)
      entries[Key(source: message.source, id: message.id), default: []].append(entry)
    }
  }

  /// The facts of the event that a page is about: of the row that links to the page where one does
  /// (a number may stand for two messages), in the page's locale if it can be.
  func facts(of page: PageSummary) -> Facts? {
    guard page.ids.count == 1, let all = entries[Key(source: page.source, id: page.ids[0])] else {
      return nil
    }
    let own = all.filter { $0.locale == page.locale }
    let candidates = own.isEmpty ? all : own
    return (candidates.first { $0.isLinked } ?? candidates.first)?.facts
  }
}
