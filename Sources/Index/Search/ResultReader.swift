internal import Catalogue

/// Reads what is told of a result, and finds its extract.
struct ResultReader {
  private let reader: CatalogueReader
  private let role: Role?

  init(_ reader: CatalogueReader, role: Role?) {
    self.reader = reader
    self.role = role
  }

  /// What a result says of itself before its extract.
  private struct Head {
    var kind: Page.Kind?
    var title = ""
    var message: String?
    var severity: Int?
  }

  /// A text that an extract may be taken from.
  private struct Candidate {
    var text: [UInt8]
    var hits: [HitFinder.Hit]
    var role: Role?
    var value: Int
  }

  /// The result for a page of an event.
  func page(
    _ number: Int, of event: EventKey, in locale: LocaleTag, _ finder: inout HitFinder,
    weights: [Int], isFallback: Bool
  ) throws(CatalogueError) -> SearchResult {
    var head = Head()
    var candidates: [Candidate] = []
    let enough = weights.reduce(0, +) * 8
    try reader.asking(.searchHead) { statement throws(SQLiteError) in
      try statement.bind(number)
      guard try statement.step() else { return }
      head.kind = Page.Kind(rawValue: statement.text(0))
      head.title = statement.text(1)
      head.message = statement.optionalText(2)
      head.severity = statement.optionalInteger(3)
      guard role == nil else { return }
      Self.add(
        statement.bytes(2), nil, of: event, &finder, weights, bonus: 3, to: &candidates)
      if Self.isEnough(candidates, enough) { return }
      Self.add(
        statement.bytes(4), nil, of: event, &finder, weights, bonus: 1, to: &candidates)
    }
    if !Self.isEnough(candidates, enough) {
      try reader.asking(.searchSections) { statement throws(SQLiteError) in
        try statement.bind(number)
        while try statement.step() {
          guard let role = Role(rawValue: statement.text(0)), self.role ?? role == role else {
            continue
          }
          Self.add(
            statement.bytes(1), role, of: event, &finder, weights,
            bonus: role == .userAction ? 2 : 0, to: &candidates)
        }
      }
      if role == nil {
        Self.add(
          Array(head.title.utf8), nil, of: event, &finder, weights, bonus: -1, to: &candidates)
      }
    }
    return result(event, locale, head, candidates, weights, isFallback: isFallback)
  }

  /// The result for the rows of message lists about an event.
  func message(
    of event: EventKey, in locale: LocaleTag, _ finder: inout HitFinder, weights: [Int],
    isFallback: Bool
  ) throws(CatalogueError) -> SearchResult {
    var head = Head()
    var candidates: [Candidate] = []
    try reader.asking(.messageHead) { statement throws(SQLiteError) in
      try statement.bind(event.id.text).bind(event.source).bind(locale.text)
      while try statement.step() {
        Self.add(
          statement.bytes(0), nil, of: event, &finder, weights, bonus: 0, to: &candidates)
        guard head.message == nil else { continue }
        head.title = statement.text(0)
        head.message = head.title
        head.severity = statement.optionalInteger(1)
      }
    }
    return result(event, locale, head, candidates, weights, isFallback: isFallback)
  }

  private static func isEnough(_ candidates: [Candidate], _ enough: Int) -> Bool {
    candidates.contains { $0.value >= enough }
  }

  private static func add(
    _ text: [UInt8], _ role: Role?, of event: EventKey, _ finder: inout HitFinder,
    _ weights: [Int], bonus: Int, to candidates: inout [Candidate]
  ) {
    guard !text.isEmpty else { return }
    // Its own number says nothing about an event.
    let hits = finder.hits(in: text.span).filter {
      !text[$0.range].elementsEqual(event.id.text.utf8)
    }
    var value = SearchExtract.best(hits, in: text.span, weights)?.value ?? 0
    // Tables of names and lists of links say little about what is wrong.
    if role == .details || role == .seeAlso { value /= 4 }
    candidates.append(
      Candidate(text: text, hits: hits, role: role, value: value > 0 ? value + bonus : 0))
  }

  private func result(
    _ event: EventKey, _ locale: LocaleTag, _ head: Head, _ candidates: [Candidate],
    _ weights: [Int], isFallback: Bool
  ) -> SearchResult {
    var best = candidates.first
    for candidate in candidates where candidate.value > best?.value ?? 0 { best = candidate }
    return SearchResult(
      event: event, locale: locale, kind: head.kind, title: head.title, message: head.message,
      severity: head.severity, role: best?.role,
      extract: SearchExtract(
        of: best?.text ?? Array(head.title.utf8), hits: best?.hits ?? [], weights: weights),
      isFallback: isFallback)
  }
}
