internal import Diagnostics

/// Finds where the pages of a content folder lead that have moved, now that all pages are known.
///
/// An address on the web site of the set (`/sql/errors/a-page`) has other folders than the file
/// (`docs/errors/a-page.md`): the page is meant that agrees with it in most parts from the end.
struct RedirectionResolver {
  private let files: [RedirectionFile]
  private let reader: PageReader
  private let defaultLocale: LocaleTag
  private let pages: [PageSummary]
  /// The pages, and the entries by list and place in it, by the last part of their address.
  private let pagesByName: [String: [Int]]
  private let entriesByName: [String: [RedirectionFile.Entry]]
  private(set) var diagnostics: [Diagnostic] = []

  /// More steps from one entry to the next than anyone needs.
  private static let longestChain = 16

  init(
    _ files: [RedirectionFile], pages: [PageSummary], reader: PageReader, defaultLocale: LocaleTag
  ) {
    self.files = files
    self.reader = reader
    self.defaultLocale = defaultLocale
    self.pages = pages
    pagesByName = Dictionary(grouping: pages.indices) {
      Self.parts(of: pages[$0].relative).last ?? ""
    }
    entriesByName = Dictionary(grouping: files.flatMap(\.entries)) {
      Self.parts(of: $0.path).last ?? ""
    }
  }

  /// What an address leads to.
  private enum Outcome {
    case target(Redirection.Target, source: String?)
    case nowhere, circle, scheme
  }

  /// The redirections that lead somewhere; `sources` are those whose events there are pages about.
  mutating func redirections(sources: Set<String>) -> [Redirection] {
    var redirections: [Redirection] = []
    for file in files {
      var lost: [RedirectionFile.Entry] = []
      for entry in file.entries {
        if reader.tree.has(entry.path) {
          report("'\(entry.path)' is still there and stays", entry, file)
          continue
        }
        switch outcome(of: entry) {
        case .target(let target, let source):
          redirections.append(
            Redirection(
              path: entry.path, locale: reader.tree.locale(ofFile: entry.path),
              event: event(of: entry.path, among: sources, source), target: target))
        case .nowhere: lost.append(entry)
        case .circle: report("'\(entry.url)' leads back to itself", entry, file)
        case .scheme: report("'\(entry.url)' is no address of the web", entry, file)
        }
      }
      // Such a list is that of a whole set of pages, most of which are not about errors.
      if let first = lost.first {
        let others = lost.count == 1 ? "" : ", as \(lost.count - 1) more in this list"
        report("'\(first.url)' is no page of the content\(others)", first, file)
      }
    }
    return redirections
  }

  private mutating func report(
    _ message: String, _ entry: RedirectionFile.Entry, _ file: RedirectionFile
  ) {
    diagnostics.append(
      Diagnostic(.redirectionTarget, path: file.path, at: entry.position, message))
  }

  private func outcome(of entry: RedirectionFile.Entry) -> Outcome {
    let locale = reader.tree.locale(ofFile: entry.path)
    var url = entry.url
    for _ in 0..<Self.longestChain {
      if Self.isWeb(url) { return .target(.address(url), source: nil) }
      if Self.hasScheme(url) { return .scheme }
      let parts = Self.parts(of: url)
      if let page = page(parts, locale) {
        let anchor = url.utf8.firstIndex(of: UInt8(ascii: "#")).map {
          String(url[url.utf8.index(after: $0)...])
        }
        return .target(
          .page(number: page.number, anchor: anchor.flatMap { $0.isEmpty ? nil : $0 }),
          source: page.source)
      }
      guard let next = self.entry(parts) else { return .nowhere }
      url = next.url
    }
    return .circle
  }

  /// The page that agrees with most parts from the end; of several the one in the wanted locale, else
  /// in the default one, else the first.
  private func page(_ parts: [String], _ locale: LocaleTag?) -> PageSummary? {
    let candidates = (pagesByName[parts.last ?? ""] ?? []).map { place in
      (page: pages[place], common: Self.common(parts, Self.parts(of: pages[place].relative)))
    }
    guard let most = candidates.map(\.common).max(), most > (Self.isIndex(parts) ? 1 : 0) else {
      return nil
    }
    let best = candidates.filter { $0.common == most }.map(\.page)
    return best.first { $0.locale == locale } ?? best.first { $0.locale == defaultLocale }
      ?? best.first
  }

  /// The entry for an address that has moved on: one part in common is not enough for that.
  private func entry(_ parts: [String]) -> RedirectionFile.Entry? {
    let candidates = (entriesByName[parts.last ?? ""] ?? []).map {
      (entry: $0, common: Self.common(parts, Self.parts(of: $0.path)))
    }
    guard let most = candidates.map(\.common).max(), most > 1 || parts.count == 1 else {
      return nil
    }
    return candidates.first { $0.common == most }?.entry
  }

  /// The event that the name of a file tells, if its source is one there is: the file's own, else
  /// what the shape of the ID tells, else that of the page that it leads to.
  private func event(
    of path: String, among sources: Set<String>, _ target: String?
  ) -> Redirection.Event? {
    guard let name = Self.parts(of: path).last else { return nil }
    let vocabulary = reader.vocabulary
    let ids = EventName.ids(inFileName: name, vocabulary: vocabulary)
    guard let id = ids.first, ids.count == 1,
      EventName.isAboutEvent(fileName: name, vocabulary: vocabulary)
        || vocabulary.source(forID: id.text) != nil
    else { return nil }
    let source =
      EventName.source(inFileName: name, vocabulary: vocabulary)
      ?? vocabulary.source(forID: id.text) ?? target
    return source.flatMap { sources.contains($0) ? Redirection.Event(source: $0, id: id) : nil }
  }
}

// MARK: - Addresses

extension RedirectionResolver {
  /// An address or a file's path as its parts in small letters, without what is no part of it.
  private static func parts(of address: String) -> [String] {
    let bare = String(address.prefix { $0 != "#" && $0 != "?" })
    let path = ContentPath.percentDecoded(bare).lowercased()
    var parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    for ending in [".md", ".markdown"] where parts.last?.hasSuffix(ending) == true {
      parts[parts.count - 1].removeLast(ending.count)
    }
    return parts
  }

  /// How many parts agree from the end.
  private static func common(_ one: [String], _ other: [String]) -> Int {
    zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
  }

  /// Whether an address ends in a name that many folders have.
  private static func isIndex(_ parts: [String]) -> Bool { parts.last == "index" }

  /// Whether it is an address of the web as a whole, with nothing in it that ends it early.
  private static func isWeb(_ url: String) -> Bool {
    let lower = url.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
    return url.utf8.count > scheme.utf8.count && url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// Whether it leads to another site, or to what is no page.
  private static func hasScheme(_ url: String) -> Bool {
    let slashes = url.utf8.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.count
    return slashes > 1 || url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":")
  }
}
