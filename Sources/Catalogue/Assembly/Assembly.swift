internal import Diagnostics
internal import Markup

/// What is known of all pages together: it settles what no page can tell of itself.
struct Assembly {
  private let readers: [PageReader]
  private let defaultLocale: LocaleTag
  private var pages: [PageSummary] = []
  private var lists: [(draft: MessageListDraft, folder: Int)] = []
  private var redirections: [(file: RedirectionFile, folder: Int)] = []

  init(readers: [PageReader], defaultLocale: LocaleTag) {
    self.readers = readers
    self.defaultLocale = defaultLocale
  }

  mutating func add(_ page: PageSummary) { pages.append(page) }

  mutating func add(_ list: MessageListDraft, folder: Int) {
    lists.append((list, folder))
  }

  mutating func add(_ file: RedirectionFile, folder: Int) {
    redirections.append((file, folder))
  }

  /// Completes what was inserted into the sink, and inserts the messages.
  mutating func finish(
    into sink: inout some CatalogueSink, summary: inout CatalogueBuild.Summary
  ) throws {
    settleSources(&summary.diagnostics)
    let kept = try withoutDuplicates(from: &sink, &summary.diagnostics)
    let messages = messages(&summary.diagnostics)
    let severities = Severities(messages.map(\.message), links: messages.map(\.link))
    let drift = Drift(kept, defaultLocale: defaultLocale)
    let events = Dictionary(
      kept.map { (FileKey(folder: $0.folder, relative: $0.relative), $0) },
      uniquingKeysWith: { first, _ in first })
    func linked(from page: PageSummary) -> [PageSummary?] {
      page.linkedPages.map { relative in
        relative.flatMap { events[FileKey(folder: page.folder, relative: $0)] }
      }
    }
    let confusions = Confusions(kept, messages.map(\.message), linked: linked)
    for page in kept {
      let facts = severities.facts(of: page)
      try sink.complete(
        number: page.number,
        context: PageContext(
          source: page.source, severity: facts?.severity, logged: facts?.logged,
          drift: drift.anchors(of: page),
          linkEvents: linked(from: page).map { $0.map { "\($0.source)_\($0.ids[0])" } },
          confusions: confusions.confusions(ofPage: page.number)))
      summary.locales.insert(page.locale)
    }
    for message in messages {
      try sink.insert(message.message)
      summary.locales.insert(message.message.locale)
    }
    for redirection in self.redirections(among: kept, &summary.diagnostics) {
      try sink.insert(redirection)
    }
    summary.pages = kept.count
    summary.messages = messages.count
  }

  private struct FileKey: Hashable {
    let folder: Int
    let relative: String
  }

  // MARK: Sources

  /// Gives the pages that do not tell their source that of the pages beside them, else the name of
  /// the nearest folder that is no locale's.
  private mutating func settleSources(_ diagnostics: inout [Diagnostic]) {
    guard pages.contains(where: { !$0.knowsItsSource }) else { return }
    let beside = neighbourSources()
    let ofEvents = eventSources()
    for index in pages.indices where !pages[index].knowsItsSource {
      let page = pages[index]
      if page.kind != .reference, let source = source(of: page, ofEvents: ofEvents, beside: beside)
      {
        pages[index].source = source
        continue
      }
      let key = FileKey(folder: page.folder, relative: String(page.directory))
      let source = beside[key] ?? folderName(of: page.directory, folder: page.folder)
      pages[index].source = source
      diagnostics.append(
        Diagnostic(
          .sourceUnknown, path: page.path, at: .start,
          "the page names no source; '\(source)' is taken from the pages and folders around it"))
    }
  }

  /// The sources that have a reference page about an event, by its ID in capitals.
  private func eventSources() -> [String: Set<String>] {
    var sources: [String: Set<String>] = [:]
    for page in pages where page.knowsItsSource && page.kind == .reference {
      for id in page.ids { sources[id.text.uppercased(), default: []].insert(page.source) }
    }
    return sources
  }

  /// The source of a guide or thread: that of the reference pages about its events, where these
  /// agree, else that of the pages in the nearest folder above it.
  private func source(
    of page: PageSummary, ofEvents: [String: Set<String>], beside: [FileKey: String]
  ) -> String? {
    let known = page.ids.compactMap { ofEvents[$0.text.uppercased()] }
    if let first = known.first {
      let common = known.dropFirst().reduce(first) { $0.intersection($1) }
      if common.count == 1, let source = common.first { return source }
    }
    var folders = page.directory.split(separator: "/")
    while true {
      let key = FileKey(folder: page.folder, relative: folders.joined(separator: "/"))
      if let source = beside[key] { return source }
      if folders.popLast() == nil { return nil }
    }
  }

  /// The source that most pages of a folder have.
  private func neighbourSources() -> [FileKey: String] {
    var counts: [FileKey: [String: Int]] = [:]
    for page in pages where page.knowsItsSource {
      let key = FileKey(folder: page.folder, relative: String(page.directory))
      counts[key, default: [:]][page.source, default: 0] += 1
    }
    return counts.compactMapValues { sources in
      sources.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// The name of the nearest folder that is no locale's, the content folder's own in the end.
  private func folderName(of directory: Substring, folder: Int) -> String {
    let folders = readers[folder].tree.root.split(separator: "/") + directory.split(separator: "/")
    let named = folders.last { $0 != "." && ContentTree.locale(ofFolder: String($0)) == nil }
    return named?.uppercased() ?? "UNKNOWN"
  }

  // MARK: Duplicates

  /// The pages but for those whose event and locale another page already has, which are taken out
  /// of the sink and reported.
  ///
  /// A page about several events stands beside one that is about one of them.
  private func withoutDuplicates(
    from sink: inout some CatalogueSink, _ diagnostics: inout [Diagnostic]
  ) throws -> [PageSummary] {
    var first: [EditionKey: PageSummary] = [:]
    var kept: [PageSummary] = []
    for page in pages {
      let key = EditionKey(
        source: page.source, ids: page.ids.map { EventID($0.text.uppercased()) },
        locale: page.locale)
      if page.kind == .reference, page.ids.count == 1, let other = first[key] {
        try sink.remove(number: page.number)
        diagnostics.append(
          Diagnostic(
            .duplicatePage, path: page.path, at: .start,
            "event \(page.source)_\(page.ids[0]) already has a page for '\(page.locale)': \(other.path)",
            notes: [
              Diagnostic.Note(path: other.path, position: .start, message: "the other page is here")
            ]))
        continue
      }
      if page.kind == .reference, page.ids.count == 1 { first[key] = page }
      kept.append(page)
    }
    return kept
  }

  // MARK: Redirections

  /// Where the pages lead that have moved; the first of two lists that name one wins.
  private func redirections(
    among pages: [PageSummary], _ diagnostics: inout [Diagnostic]
  ) -> [Redirection] {
    guard !redirections.isEmpty else { return [] }
    var found: [Redirection] = []
    for folder in readers.indices {
      let files = redirections.filter { $0.folder == folder }.map(\.file)
      guard !files.isEmpty else { continue }
      var resolver = RedirectionResolver(
        files, pages: pages.filter { $0.folder == folder }, reader: readers[folder],
        defaultLocale: defaultLocale)
      found += resolver.redirections(sources: Set(pages.map(\.source)))
      diagnostics += resolver.diagnostics
    }
    var paths: Set<String> = []
    return found.filter { paths.insert($0.path).inserted }
  }

  // MARK: Messages

  private struct PlacedMessage {
    let message: Message
    /// The page that the row links to, relative to the content folder.
    let link: String?
  }

  /// The rows of all message lists, repaired, sorted by source, event and locale.
  private func messages(_ diagnostics: inout [Diagnostic]) -> [PlacedMessage] {
    let sources = sourcesOfLists(&diagnostics)
    // Lists of one source under one file name are translations of one another.
    var groups: [ListKey: [Int]] = [:]
    for (index, list) in lists.enumerated() {
      groups[ListKey(source: sources[index], name: list.draft.fileName), default: []]
        .append(index)
    }
    var placed: [PlacedMessage] = []
    for group in groups.values.sorted(by: { $0[0] < $1[0] }) {
      let repair = MessageListRepair(group.map { lists[$0].draft })
      diagnostics += repair.diagnostics
      for (index, list) in zip(group, repair.lists) {
        placed += messages(
          of: list, folder: lists[index].folder, source: sources[index], &diagnostics)
      }
    }
    return Self.order(of: placed.map(\.message)).map { placed[$0] }
  }

  /// The places of messages in the order of source, event and locale.
  ///
  /// Numbers are sorted, not messages: to move those would take longer than to compare them.
  private static func order(of messages: [Message]) -> [Int] {
    let places = messages.map(\.id.place)
    return messages.indices.sorted { one, other in
      let (left, right) = (messages[one], messages[other])
      if left.source != right.source { return left.source < right.source }
      if left.id != right.id { return places[one] < places[other] }
      if left.locale != right.locale { return left.locale < right.locale }
      return one < other
    }
  }

  private struct ListKey: Hashable {
    let source: String
    let name: String
  }

  private func messages(
    of list: MessageListDraft, folder: Int, source: String, _ diagnostics: inout [Diagnostic]
  ) -> [PlacedMessage] {
    let reader = readers[folder]
    return list.rows.compactMap { row in
      guard let id = row.id, let text = row.fullText, !text.isEmpty else {
        if row.id != nil {
          diagnostics.append(
            Diagnostic(
              .messageRow, path: list.path, at: SourcePosition(line: row.line),
              "the row for event \(row.written) has no text", severity: .error))
        }
        return nil
      }
      let message = Message(
        source: reader.vocabulary.source(forID: id.text) ?? source, id: id,
        locale: list.locale, severity: row.severity, logged: row.logged, text: text,
        path: list.relative, line: row.line)
      let link = row.link.flatMap { reader.tree.page(linkedAs: $0, from: list.relative) }
      return PlacedMessage(message: message, link: link)
    }
  }

  /// The sources of the lists, for rows whose IDs do not tell it: that of the pages that a list
  /// links to, be they there or not, else of the pages beside it, else of its translations.
  private func sourcesOfLists(_ diagnostics: inout [Diagnostic]) -> [String] {
    guard !lists.isEmpty else { return [] }
    let known = Dictionary(
      pages.lazy.map { (FileKey(folder: $0.folder, relative: $0.relative), $0.source) },
      uniquingKeysWith: { first, _ in first })
    let beside = neighbourSources()
    let own = lists.map { list, folder in
      linkedSource(of: list, folder: folder, known: known)
        ?? beside[FileKey(folder: folder, relative: String(list.directory))]
    }
    return lists.indices.map { index in
      if let source = own[index] { return source }
      let (list, folder) = lists[index]
      let translation = lists.indices.first {
        own[$0] != nil && lists[$0].draft.fileName == list.fileName
      }
      if let translation, let source = own[translation] { return source }
      let source = folderName(of: list.directory, folder: folder)
      let needsOne = list.rows.contains { row in
        row.id.map { readers[folder].vocabulary.source(forID: $0.text) == nil } ?? false
      }
      if needsOne {
        diagnostics.append(
          Diagnostic(
            .sourceUnknown, path: list.path, at: .start,
            "the message list names no source; '\(source)' is taken from the folders around it"))
      }
      return source
    }
  }

  /// The source of most pages that a list's rows link to; of a page that is not there, the file's
  /// name tells it.
  private func linkedSource(
    of list: MessageListDraft, folder: Int, known: [FileKey: String]
  ) -> String? {
    let reader = readers[folder]
    var counts: [String: Int] = [:]
    for link in list.rows.lazy.compactMap(\.link) {
      let page = reader.tree.page(linkedAs: link, from: list.relative)
      let source =
        page.flatMap { known[FileKey(folder: folder, relative: $0)] }
        ?? link.split(separator: "/").last.flatMap {
          EventName.source(inFileName: String($0), vocabulary: reader.vocabulary)
        }
      if let source { counts[source, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
