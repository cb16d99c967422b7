/// Which events the sentences of all pages set beside which: known when every page is read.
///
/// A sentence on a page about one event speaks of that and of what it names; on a page about several,
/// of those that it names and of the one that its section serves. What a page says of an event
/// stands on that event's own page too, in the same language.
struct Confusions {
  /// A sentence that names more than this lists events, and speaks of none.
  private static let mostNamed = 4
  /// The sentences of a page that set two events side by side, at most.
  private static let mostSentences = 2
  /// The events that others set beside one, at most: those that its own page names do not count.
  private static let mostFromOthers = 4

  private struct Event: Hashable {
    let source: String
    let id: EventID

    var name: String { "\(source)_\(id.text)" }
    /// The same for every way of writing it.
    var key: String { name.uppercased() }
  }

  private struct Known {
    let event: Event
    /// Whether a page is about it alone.
    var hasPage: Bool
  }

  /// What is named in one locale.
  private struct Place: Hashable {
    let event: String
    let locale: LocaleTag
  }

  /// By the ID in capitals, those of the sentences only.
  private var known: [String: [Known]] = [:]
  /// By the number of the page.
  private var confusions: [Int: [Page.Confusion]] = [:]

  /// What pages and messages say; `linked` gives the pages that the links of one lead to.
  init(_ pages: [PageSummary], _ messages: [Message], linked: (PageSummary) -> [PageSummary?]) {
    collectEvents(pages, messages)
    var spoken: [Place: [Page.Confusion]] = [:]
    // What is spoken of, in the order of the pages, so that the same content gives the same.
    var places: [Place] = []
    for page in pages where !page.namings.isEmpty {
      let links = linked(page)
      let own = Self.events(of: page)
      for naming in page.namings {
        for (owner, other) in pairs(naming, of: page, links: links) {
          add(
            Page.Confusion(
              about: own.count > 1 ? owner.id : nil, event: other.name, quote: naming.quote),
            to: page.number)
          guard !own.contains(where: { $0.key == other.key }) else { continue }
          var quote = naming.quote
          quote.file = quote.file ?? page.relative
          let place = Place(event: other.key, locale: page.locale)
          if spoken[place] == nil { places.append(place) }
          spoken[place, default: []].append(Page.Confusion(event: owner.name, quote: quote))
        }
      }
    }
    let homes = Self.homes(of: Set(places), among: pages)
    for place in places {
      guard let home = homes[place] else { continue }
      let id = Self.events(of: home).first { $0.key == place.event }?.id
      addFromOthers(
        spoken[place] ?? [], about: home.ids.count > 1 ? id : nil, to: home.number)
    }
  }

  /// The pages on which what others say stands: the first about one event, else about several.
  private static func homes(
    of places: Set<Place>, among pages: [PageSummary]
  ) -> [Place: PageSummary] {
    var homes: [Place: PageSummary] = [:]
    for page in pages where page.kind == .reference {
      for event in events(of: page) {
        let place = Place(event: event.key, locale: page.locale)
        guard places.contains(place) else { continue }
        if let home = homes[place], home.ids.count == 1 || page.ids.count > 1 { continue }
        homes[place] = page
      }
    }
    return homes
  }

  private static func events(of page: PageSummary) -> [Event] {
    page.ids.map { Event(source: page.source, id: $0) }
  }

  /// What stands beside the events of a page, in the order of its text, then what others say.
  func confusions(ofPage number: Int) -> [Page.Confusion] { confusions[number] ?? [] }

  private mutating func add(_ confusion: Page.Confusion, to page: Int) {
    let there = confusions[page, default: []].count {
      $0.about == confusion.about && $0.event == confusion.event
    }
    guard there < Self.mostSentences else { return }
    confusions[page, default: []].append(confusion)
  }

  /// Adds a sentence of each other event: of those that the page names itself first.
  private mutating func addFromOthers(
    _ spoken: [Page.Confusion], about id: EventID?, to page: Int
  ) {
    let own = confusions[page] ?? []
    var events: [String] = []
    for confusion in spoken where !events.contains(confusion.event) {
      events.append(confusion.event)
    }
    let isOwn = { (event: String) in own.contains { $0.event == event } }
    var added = 0
    for event in events.filter(isOwn) + events.filter({ !isOwn($0) }) {
      guard isOwn(event) || added < Self.mostFromOthers,
        var confusion = spoken.first(where: { $0.event == event })
      else { continue }
      if !isOwn(event) { added += 1 }
      confusion.about = id
      confusions[page, default: []].append(confusion)
    }
  }

  // MARK: Events

  private mutating func collectEvents(_ pages: [PageSummary], _ messages: [Message]) {
    for naming in pages.lazy.flatMap(\.namings) {
      for written in naming.written { known[written.id.text.uppercased()] = [] }
    }
    guard !known.isEmpty else { return }
    for page in pages where page.kind == .reference {
      for id in page.ids {
        add(Event(source: page.source, id: id), hasPage: page.ids.count == 1)
      }
    }
    // The rows of one event follow one another.
    var last: EventID?
    for message in messages where message.id != last {
      add(Event(source: message.source, id: message.id), hasPage: false)
      last = message.id
    }
  }

  private mutating func add(_ event: Event, hasPage: Bool) {
    let key = event.id.text.uppercased()
    guard var events = known[key] else { return }
    if let index = events.firstIndex(where: { $0.event.key == event.key }) {
      events[index].hasPage = events[index].hasPage || hasPage
    } else {
      events.append(Known(event: event, hasPage: hasPage))
    }
    known[key] = events
  }

  /// The event that a name means on a page of some source.
  private func event(_ written: WrittenEvent, on page: PageSummary) -> Event? {
    let known = known[written.id.text.uppercased()] ?? []
    let own = known.first { $0.event.source == page.source }
    switch written.form {
    case .qualified:
      return known.first { $0.event.source.uppercased() == written.source?.uppercased() }?.event
    case .lettered:
      return (own ?? (known.count == 1 ? known[0] : nil))?.event
    case .introduced:
      // A small number needs more than a word before it.
      guard let own, own.hasPage || !written.isShort else { return nil }
      return own.event
    case .bare:
      guard let own, own.hasPage, written.id.text.utf8.count > 4 else { return nil }
      return own.event
    }
  }

  /// Which event of a page is set beside which other by a sentence.
  private func pairs(
    _ naming: NamingSentence, of page: PageSummary, links: [PageSummary?]
  ) -> [(owner: Event, other: Event)] {
    guard naming.written.count(where: { $0.form != .bare }) <= Self.mostNamed else { return [] }
    var named: [Event] = []
    func add(_ event: Event) {
      if !named.contains(where: { $0.key == event.key }) { named.append(event) }
    }
    // Of `errors 3 and 53` none is of this source where the one is not: they are the system's.
    let short = naming.written.filter { $0.form == .introduced && $0.isShort }
    let areShortKnown = short.allSatisfy { event($0, on: page) != nil }
    for written in naming.written where areShortKnown || !short.contains(written) {
      if let event = event(written, on: page) { add(event) }
    }
    for link in naming.links where links.indices.contains(link.index) {
      guard let target = links[link.index], target.kind == .reference, target.ids.count == 1,
        link.text.firstRange(of: target.ids[0].text.utf8) != nil
      else { continue }
      add(Event(source: target.source, id: target.ids[0]))
    }
    guard (1...Self.mostNamed).contains(named.count) else { return [] }
    let own = Self.events(of: page)
    let owners = own.filter { event in
      own.count == 1 || naming.served == [event.id]
        || named.contains { $0.key == event.key }
    }
    return owners.flatMap { owner in
      named.filter { $0.key != owner.key }.map { (owner: owner, other: $0) }
    }
  }
}
