internal import Catalogue
internal import Index

/// Gathers the events, guides and threads of a catalogue as its pages and messages pass by.
struct SiteContents {
  private let sourceTitles: [String: String]
  private var events: [String: Gathered] = [:]
  private var articles: [String: SiteArticle] = [:]
  private var productNames: [String: [String: Int]] = [:]

  /// What passes by of one event.
  private struct Gathered {
    var key: EventKey
    var heads: [PageHead] = []
    var messages: [Message] = []
  }

  init(sourceTitles: [String: String]) { self.sourceTitles = sourceTitles }

  mutating func add(_ head: PageHead) {
    for id in head.ids {
      let key = EventKey(source: head.source, id: id)
      events[Self.place(of: key), default: Gathered(key: key)].heads.append(head)
    }
    if head.kind == .reference, let name = head.productName {
      productNames[head.source, default: [:]][name, default: 0] += 1
    }
    if head.kind != .reference { addArticle(head) }
  }

  mutating func add(_ message: Message) {
    let key = EventKey(source: message.source, id: message.id)
    let place = Self.place(of: key)
    // Of several rows for one event the first says it in short.
    if events[place]?.messages.last?.locale == message.locale { return }
    events[place, default: Gathered(key: key)].messages.append(message)
  }

  /// Case does not matter, as in addresses.
  private static func place(of key: EventKey) -> String {
    SiteAddress.folder(ofSource: key.source) + "/" + SiteAddress.component(key.id.text)
  }

  private mutating func addArticle(_ head: PageHead) {
    let edition = SiteArticle.Edition(
      locale: head.locale, number: head.number, title: head.title, description: head.description,
      path: head.path, date: head.date)
    var count = 1
    while true {
      let name = count == 1 ? head.fileName : "\(head.fileName)-\(count)"
      let place = SiteAddress.article(head.kind, source: head.source, name: name, Self.anyLocale)
      if articles[place] == nil {
        articles[place] = SiteArticle(
          kind: head.kind, source: head.source, ids: head.ids, name: name, editions: [edition])
        return
      }
      // Two files of one name in one locale are two articles.
      if articles[place]?.editions.contains(where: { $0.locale == head.locale }) == false {
        articles[place]?.editions.append(edition)
        return
      }
      count += 1
    }
  }

  private static let anyLocale = LocaleTag(canonical: "und")
}

// MARK: - What it came to

extension SiteContents {
  func events(_ choice: ShownEdition) -> [SiteEvent] {
    let placed = events.values.map { gathered in
      (folder: SiteAddress.folder(ofSource: gathered.key.source), gathered: gathered)
    }
    let sorted = placed.sorted { left, right in
      left.folder == right.folder
        ? left.gathered.key.id < right.gathered.key.id : left.folder < right.folder
    }
    return sorted.map { _, gathered in
      let editions = Self.editions(of: gathered)
      return SiteEvent(
        key: gathered.key, editions: editions, shown: choice.places(among: editions.map(\.locale)))
    }
  }

  private static func editions(of gathered: Gathered) -> [SiteEdition] {
    var editions: [SiteEdition] = []
    func place(of locale: LocaleTag) -> Int {
      if let place = editions.firstIndex(where: { $0.locale == locale }) { return place }
      editions.append(SiteEdition(locale: locale, title: gathered.key.description))
      return editions.count - 1
    }
    for head in gathered.heads.sorted(by: { ($0.rank, $0.number) < ($1.rank, $1.number) }) {
      let place = place(of: head.locale)
      if editions[place].pages.isEmpty {
        editions[place].title = head.title
        editions[place].component = head.component
        editions[place].symbolicName = head.symbolicName
        editions[place].date = head.date
        editions[place].isMachineMade = head.isMachineMade
        editions[place].isDrifted = head.isDrifted
      }
      editions[place].message = editions[place].message ?? head.message
      editions[place].severity = editions[place].severity ?? head.severity
      editions[place].pages.append((head.number, head.kind))
    }
    for message in gathered.messages {
      let place = place(of: message.locale)
      editions[place].message = editions[place].message ?? message.text
      editions[place].severity = editions[place].severity ?? message.severity
    }
    return editions.sorted { $0.locale < $1.locale }
  }

  /// The sources of events that are in order.
  func sources(of events: [SiteEvent]) -> [SiteSource] {
    var sources: [SiteSource] = []
    var start = 0
    while start < events.count {
      let name = events[start].key.source
      let folder = SiteAddress.folder(ofSource: name)
      var end = start + 1
      while end < events.count, SiteAddress.folder(ofSource: events[end].key.source) == folder {
        end += 1
      }
      sources.append(SiteSource(name: name, title: title(of: name), events: start..<end))
      start = end
    }
    return sources
  }

  /// The title that the configuration gives, else the product that most pages name.
  private func title(of source: String) -> String {
    if let title = sourceTitles[source] { return title }
    let names = productNames[source] ?? [:]
    return names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? source
  }

  func articles(_ choice: ShownEdition) -> [SiteArticle] {
    articles.sorted { $0.key < $1.key }.map { _, article in
      var article = article
      article.editions.sort { $0.locale < $1.locale }
      article.shown = choice.places(among: article.editions.map(\.locale))
      return article
    }
  }
}
