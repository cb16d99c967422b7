/// What translations lack against the source-language pages, told from the pages alone.
struct Drift {
  /// Stands for the page as a whole, where no section shows what differs.
  static let wholePage = "*"

  private let sources: [EditionKey: PageSummary]
  /// The newest hand-off of each event and the hash that it was made from.
  private let newest: [EditionKey: (handoff: CalendarDate, hash: String)]
  private let defaultLocale: LocaleTag

  init(_ pages: [PageSummary], defaultLocale: LocaleTag) {
    self.defaultLocale = defaultLocale
    sources = Dictionary(
      pages.lazy.filter { $0.locale == defaultLocale && $0.kind == .reference }
        .map { (Self.key(of: $0), $0) },
      uniquingKeysWith: { first, _ in first })
    var newest: [EditionKey: (handoff: CalendarDate, hash: String)] = [:]
    for page in pages {
      guard let handoff = page.translation?.handoff, let hash = page.translation?.sourceHash else {
        continue
      }
      let key = Self.key(of: page)
      if let known = newest[key], (known.handoff, known.hash) >= (handoff, hash) { continue }
      newest[key] = (handoff, hash)
    }
    self.newest = newest
  }

  private static func key(of page: PageSummary) -> EditionKey {
    EditionKey(source: page.source, ids: page.ids, locale: nil)
  }

  /// The anchors of the sections that a translation lacks or has of its own, in the order of the
  /// source-language page; `*` where only its source hash shows that it is behind.
  func anchors(of page: PageSummary) -> [String] {
    guard page.locale != defaultLocale, page.kind == .reference else { return [] }
    let key = Self.key(of: page)
    var differing: [String] = []
    if let source = sources[key] {
      let (own, others) = (Set(page.anchors), Set(source.anchors))
      differing =
        source.anchors.filter { !own.contains($0) }
        + page.anchors.filter { !others.contains($0) }
    }
    if differing.isEmpty, let newest = newest[key], let translation = page.translation,
      let hash = translation.sourceHash, hash != newest.hash,
      translation.handoff.map({ $0 < newest.handoff }) ?? true
    {
      return [Self.wholePage]
    }
    return differing
  }
}
