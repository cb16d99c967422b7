package import Catalogue

// MARK: - From a name to events

extension CatalogueReader {
  /// The events that a name may mean, in order: those with that ID in any source, else the one of
  /// the source before the last `_`, else those with that symbolic name.
  ///
  /// `10061`, `-2`, `MSSQLSERVER_10061`, `c2065` and `logon_failed` are such names; the case of
  /// letters does not matter.
  package func keys(matching name: String) throws(CatalogueError) -> [EventKey] {
    let named = distinct(try rows(id: name).map(\.key))
    if !named.isEmpty { return named }
    if let (source, id) = Self.split(name) {
      let qualified = try rows(id: id).map(\.key).filter {
        $0.source.isSameIgnoringCase(as: source)
      }
      if !qualified.isEmpty { return distinct(qualified) }
    }
    return distinct(
      try asking(.symbolicName) { statement throws(SQLiteError) in
        try statement.bind(name)
        var keys: [EventKey] = []
        while try statement.step() {
          keys.append(EventKey(source: statement.text(0), id: EventID(statement.text(1))))
        }
        return keys
      })
  }

  /// What stands before and after the last `_`.
  static func split(_ name: String) -> (source: String, id: String)? {
    guard let underscore = name.utf8.lastIndex(of: UInt8(ascii: "_")) else { return nil }
    return (String(name[..<underscore]), String(name[name.utf8.index(after: underscore)...]))
  }

  private func distinct(_ keys: [EventKey]) -> [EventKey] {
    var distinct: [EventKey] = []
    for key in keys.sorted() where !distinct.contains(where: { $0.isSame(as: key) }) {
      distinct.append(key)
    }
    return distinct
  }
}

// MARK: - From an event to what there is of it

extension CatalogueReader {
  /// What there is of an event: by locale, and in each the reference page about it first, then
  /// other pages, then messages.
  package func editions(of key: EventKey) throws(CatalogueError) -> [Edition] {
    let rows = try rows(id: key.id.text).filter { $0.key.source.isSameIgnoringCase(as: key.source) }
    return rows.sorted(by: <).map(\.edition)
  }

  /// The answer about an event in the locale that is chosen among all it has a page or a message
  /// in; nil where the catalogue does not know the event.
  ///
  /// Pages and messages weigh the same in the choice: a message in the reader's language is a
  /// better answer than a page in another one. In the chosen locale both are given, and `locales`
  /// names the others. What was asked for goes into the answer where it is a fallback; `choose`
  /// picks one of the locales that are there, never none, and says whether it is not among the
  /// wanted ones; nil leaves the event unanswered.
  package func answer(
    for key: EventKey, wanted: [LocaleTag],
    choose: (_ available: [LocaleTag]) throws(CatalogueError) -> (
      locale: LocaleTag, isFallback: Bool
    )?
  ) throws(CatalogueError) -> Answer? {
    let editions = try editions(of: key)
    var locales: [LocaleTag] = []
    for edition in editions where edition.locale != locales.last { locales.append(edition.locale) }
    guard !locales.isEmpty, let choice = try choose(locales) else { return nil }

    var answer = Answer(
      source: key.source, id: key.id, locale: choice.locale,
      requested: choice.isFallback ? wanted : [], locales: locales)
    for edition in editions where edition.locale == choice.locale {
      switch edition.content {
      case .page(let number, _):
        answer.pages.append(try page(number: number).serving(key.id))
      case .message where answer.messages.isEmpty:
        answer.messages = try messages(source: key.source, id: key.id, locale: choice.locale)
      case .message:
        break
      }
    }
    answer.foreign = try foreign(editions, for: key, beside: answer, wanted: wanted)
    return answer
  }

  /// The guides and threads that the answer's locale lacks, each in the best of the others: a wanted
  /// one, else the default.
  ///
  /// A page of the same kind in a file of the same name is the same page in another language.
  private func foreign(
    _ editions: [Edition], for key: EventKey, beside answer: Answer, wanted: [LocaleTag]
  ) throws(CatalogueError) -> [Page] {
    let others = editions.filter { edition in
      guard edition.locale != answer.locale, case .page(_, let kind) = edition.content else {
        return false
      }
      return kind != .reference
    }
    guard !others.isEmpty else { return [] }
    var locales: [LocaleTag] = []
    for edition in others where !locales.contains(edition.locale) {
      locales.append(edition.locale)
    }
    guard
      let best = LocaleMatcher.match(
        wanted: wanted, available: locales, default: try defaultLocale())
    else { return [] }
    var pages: [Page] = []
    for edition in others where edition.locale == best.locale {
      guard case .page(let number, _) = edition.content else { continue }
      let page = try page(number: number).serving(key.id)
      let isThere = answer.pages.contains {
        $0.kind == page.kind && $0.fileName == page.fileName
      }
      if !isThere { pages.append(page) }
    }
    return pages
  }

  /// The answer about an event in the best locale there is for a reader: a wanted one, else what the
  /// default finds, else any; nil where the catalogue does not know the event.
  package func answer(
    for key: EventKey, wanted: [LocaleTag]
  ) throws(CatalogueError) -> Answer? {
    try answer(for: key, wanted: wanted) { available throws(CatalogueError) in
      // The catalogue is asked for its default only where nothing wanted is there.
      if let match = LocaleMatcher.match(wanted: wanted, available: available) {
        return (match.locale, false)
      }
      let match = LocaleMatcher.match(
        wanted: [], available: available, default: try defaultLocale())
      return match.map { ($0.locale, !wanted.isEmpty) }
    }
  }

  /// The pages and messages of all events with an ID, whatever their source.
  private func rows(id: String) throws(CatalogueError) -> [EditionRow] {
    try asking(.editions) { statement throws(SQLiteError) in
      try statement.bind(id)
      var rows: [EditionRow] = []
      while try statement.step() {
        rows.append(
          EditionRow(
            key: EventKey(source: statement.text(0), id: EventID(statement.text(1))),
            locale: LocaleTag(canonical: statement.text(2)),
            rank: statement.optionalInteger(3), page: statement.integer(4)))
      }
      return rows
    }
  }
}

/// A row of the look-up by ID.
private struct EditionRow: Comparable {
  let key: EventKey
  let locale: LocaleTag
  /// As in the table `event_page`; nil for a message.
  let rank: Int?
  let page: Int

  var edition: Edition {
    let kind: Page.Kind
    switch rank {
    case nil: return Edition(locale: locale, content: .message)
    case 0, 1: kind = .reference
    case 2: kind = .guide
    default: kind = .thread
    }
    return Edition(locale: locale, content: .page(number: page, kind: kind))
  }

  /// By locale, then as an answer shows them.
  static func < (left: EditionRow, right: EditionRow) -> Bool {
    if left.locale != right.locale { return left.locale < right.locale }
    return (left.rank ?? .max, left.page) < (right.rank ?? .max, right.page)
  }
}

extension Page {
  /// The name of its file, without the folders.
  fileprivate var fileName: Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
  }
}
