package import Diagnostics

/// A content folder of any size in the shape of real ones: what belongs in which file.
///
/// English has every event, each further locale fewer; how long pages are is distributed as in
/// Microsoft's sql-docs, and every locale has lists of messages and includes. The same seed, number
/// of pages and number of locales give the same bytes.
package struct GeneratedContent: Sendable {
  /// Pages of events in all locales, lists not counted.
  package let pages: Int
  private let seed: UInt64
  private let locales: [(locale: GeneratedLocale, events: Int)]
  /// How many events there are, each of which has an English page.
  private let events: Int

  /// No folder has more pages than this: some file systems slow down.
  private static let folderSize = 500
  /// A row of a message list for every so many events.
  private static let listedEvery = 4
  private static let listSize = 5_000

  /// How many locales there may be.
  package static var mostLocales: Int { GeneratedLocale.most }

  package init(pages: Int, locales count: Int, seed: UInt64 = 2026) {
    let all = GeneratedLocale.first(count)
    let shares = all.reduce(0) { $0 + $1.share }
    let english = max(Int((Double(pages) / shares).rounded(.up)), 1)
    var rest = pages
    var locales: [(locale: GeneratedLocale, events: Int)] = []
    for (place, locale) in all.enumerated() {
      let isLast = place == all.count - 1
      let wanted = isLast ? rest : Int(Double(english) * locale.share)
      let count = min(wanted, english, rest)
      locales.append((locale, count))
      rest -= count
    }
    self.locales = locales
    self.seed = seed
    events = english
    self.pages = pages - rest
  }

  /// Writes all files below a folder, by a number of threads.
  package func write(to folder: FolderSink, jobs: Int) throws {
    let kinds = locales.map { ($0.events + Self.folderSize - 1) / Self.folderSize }
    try SharedWork.run(kinds + [locales.count], jobs: jobs) { work in
      while let portion = work.next() {
        for piece in portion.pieces {
          if portion.part == locales.count {
            try writeIncludes(locales[piece].locale, to: folder)
            try writeLists(locales[piece], to: folder)
          } else {
            try writePages(locales[portion.part], group: piece, to: folder)
          }
        }
      }
    }
  }

  /// The number that the event at a place has.
  package func number(ofEvent place: Int) -> Int { 1000 + place }

  // MARK: - Files

  private func writePages(
    _ translated: (locale: GeneratedLocale, events: Int), group: Int, to folder: FolderSink
  ) throws {
    let first = group * Self.folderSize
    for index in first..<min(first + Self.folderSize, translated.events) {
      let event = place(ofPage: index, translated.events)
      // Its own numbers, whichever thread makes it.
      var random = SeededRandom(seed: seed &+ UInt64(event) &* 31)
      let related = (0..<random.below(4)).map { _ in random.below(translated.events) }
      let page = GeneratedPage(
        number: number(ofEvent: event), locale: translated.locale,
        related: related.map { page in
          let number = number(ofEvent: place(ofPage: page, translated.events))
          return (number, "../\(Self.folder(page))/\(Self.fileName(number))")
        })
      let path =
        "\(root(translated.locale))/\(Self.folder(index))/"
        + Self.fileName(number(ofEvent: event))
      try folder.write(page.bytes(&random), to: path)
    }
  }

  private func writeIncludes(_ locale: GeneratedLocale, to folder: FolderSink) throws {
    for (name, text) in GeneratedPage.includes {
      try folder.write(Array(" \(text) ".utf8), to: "\(locale.folder)/docs/includes/\(name).md")
    }
  }

  private func writeLists(
    _ translated: (locale: GeneratedLocale, events: Int), to folder: FolderSink
  ) throws {
    var pages = Array(stride(from: 0, to: translated.events, by: Self.listedEvery))
    var number = 1
    while !pages.isEmpty {
      let part = pages.prefix(Self.listSize)
      pages.removeFirst(part.count)
      // Fewer rows are no list.
      guard part.count > 4 else { return }
      var random = SeededRandom(seed: seed &+ UInt64(number) &* 77)
      let list = GeneratedList(
        locale: translated.locale,
        events: part.map { page in
          let number = self.number(ofEvent: place(ofPage: page, translated.events))
          return (number, "\(Self.folder(page))/\(Self.fileName(number))")
        })
      try folder.write(
        list.bytes(&random), to: "\(root(translated.locale))/database-engine-events-\(number).md")
      number += 1
    }
  }

  /// The place of the event that is a locale's page at an index: its events lie evenly among all.
  private func place(ofPage index: Int, _ count: Int) -> Int { index * events / count }

  private func root(_ locale: GeneratedLocale) -> String { "\(locale.folder)/docs/errors-events" }

  private static func folder(_ index: Int) -> String { "part-\(index / folderSize)" }

  private static func fileName(_ number: Int) -> String {
    "mssqlserver-\(number)-database-engine-error.md"
  }
}
