package import Catalogue
package import Index
internal import Render

/// Which pages the manual has and what they are called; known before one of them is made.
///
/// An event has a page in every locale that tells of it, and one in the manual's own folder, where
/// `man` looks last: in the default locale, else in what `show` would give there. A name that means
/// several events leads to a list of them in every folder that has one of them, whatever their
/// languages: the product comes before the language.
package struct ManPlan: Sendable {
  /// A file of the manual.
  package enum Content: Sendable {
    /// The page about an event.
    case page(event: Int, locale: LocaleTag, isFallback: Bool)
    /// A name that leads to a page of the same folder.
    case alias(of: String)
    /// A name that means several events.
    case list(events: [Int])
  }

  package struct File: Sendable {
    /// From the root of the manual, with `/` at its end; empty for the manual's own folder.
    package let folder: String
    /// The name without section.
    package let name: String
    /// The locale of those who read it.
    package let reader: LocaleTag
    package let content: Content

    /// From the root of the manual: `fr/man7/mssqlserver_10061.7`.
    package var path: String { "\(folder)\(ManPlan.path(of: name))" }
  }

  /// From the folder of a locale: `man7/mssqlserver_10061.7`.
  static func path(of name: String) -> String {
    "man\(ManNames.section)/\(name).\(ManNames.section)"
  }

  package let defaultLocale: LocaleTag
  /// By source, then ID.
  package let events: [ManEvent]
  /// By folder, then the order of their events.
  package private(set) var files: [File] = []
  /// The last day that a page bears.
  package let lastDate: CalendarDate?

  private var pageNames: Set<String> = []
  /// The events that a name means.
  private var meanings: [String: [Int]] = [:]

  /// Plans the pages of a catalogue; events that only a message list knows have some where
  /// `hasMessages` says so.
  package init(_ reader: CatalogueReader, hasMessages: Bool) throws {
    defaultLocale = try reader.defaultLocale()
    var gathered: [String: ManEvent] = [:]
    // Case does not matter, as in the names of files.
    func place(_ key: EventKey) -> String {
      "\(ManNames.page(of: key.source))/\(ManNames.alias(of: key.id))"
    }
    try reader.allHeads { head in
      for id in head.ids {
        let key = EventKey(source: head.source, id: id)
        gathered[place(key), default: ManEvent(key)].add(head.locale)
      }
    }
    if hasMessages {
      try reader.allMessages { message in
        let key = EventKey(source: message.source, id: message.id)
        gathered[place(key), default: ManEvent(key)].add(message.locale)
      }
    }
    for (symbol, key) in try reader.symbolicNames() {
      gathered[place(key)]?.add(symbol: symbol)
    }
    lastDate = try reader.lastDate()
    var events = gathered.sorted { ($0.value.key, $0.key) < ($1.value.key, $1.key) }.map(\.value)
    for index in events.indices {
      events[index].locales.sort()
      // `A_B` and `C` are written as `A` and `B_C` are.
      let name = events[index].name
      var count = 1
      while !pageNames.insert(events[index].name).inserted {
        count += 1
        events[index].name = "\(name)~\(count)"
      }
      for alias in events[index].wantedAliases { meanings[alias, default: []].append(index) }
    }
    self.events = events
    addFiles()
  }

  /// The other names of an event that lead to it alone.
  package func aliases(of event: ManEvent) -> [String] {
    event.wantedAliases.filter { meanings[$0]?.count == 1 && !pageNames.contains($0) }
  }

  private mutating func addFiles() {
    let locales = Set(events.flatMap(\.locales)).sorted()
    let names = LocaleNames(locales, default: defaultLocale)
    let defaultLocale = defaultLocale
    // The manual's own folder.
    addFiles(in: "", defaultLocale) { event in
      LocaleMatcher.match(
        wanted: [], available: event.locales, default: defaultLocale
      ).map { ($0.locale, $0.kind == .any) }
    }
    for locale in locales where locale != defaultLocale {
      addFiles(in: "\(names.name(of: locale))/", locale) { event in
        event.locales.contains(locale) ? (locale, false) : nil
      }
    }
  }

  private mutating func addFiles(
    in folder: String, _ reader: LocaleTag,
    choose: (ManEvent) -> (locale: LocaleTag, isFallback: Bool)?
  ) {
    var lists: Set<String> = []
    for (index, event) in events.enumerated() {
      guard let choice = choose(event) else { continue }
      files.append(
        File(
          folder: folder, name: event.name, reader: reader,
          content: .page(event: index, locale: choice.locale, isFallback: choice.isFallback)))
      for alias in event.wantedAliases where !pageNames.contains(alias) {
        let meant = meanings[alias] ?? []
        if meant.count > 1, !lists.insert(alias).inserted { continue }
        files.append(
          File(
            folder: folder, name: alias, reader: reader,
            content: meant.count > 1 ? .list(events: meant) : .alias(of: event.name)))
      }
    }
  }
}
