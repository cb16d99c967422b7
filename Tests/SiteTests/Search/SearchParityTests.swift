import Catalogue
import Foundation
import Index
import TestSupport
import Testing

@testable import Site

/// The search in the page against that of the command line: the first ten events are the same.
@Suite(.enabled(if: SearchedSite.node.isThere()))
struct SearchParityTests {
  private typealias Query = (locale: LocaleTag, text: String)

  /// What a query may load, packed.
  private static let mostBytes = 60 * 1024

  @Test func findsWhatTheCommandLineFinds() throws {
    let place = try TemporaryPlace()
    let site = try SearchedSite(
      messages: [
        ("1", "Die Verbindung zum Server wurde verweigert."), ("2", "Verbindungen zu Servern: %d"),
        ("3", "Der Server verweigert die Anmeldung. Anmeldung: sp_configure"),
        ("4", "Straße, STRASSE und Ångström"), ("5", "数据库无法连接"), ("-2", "Zeit ist um"),
        ("10061", "Zeit für den Server, Nr. 1"), ("x61", "Ｆｕｌｌ ﬁle ① é"),
      ], locale: "de-DE", in: place.path)
    let german = LocaleTag(canonical: "de-DE")
    let queries: [Query] = [
      "verbindung", "verbindungen", "server verweigert", "\"server wurde\"", "verb*",
      "verweigert -anmeldung",
      "strasse", "ÅNGSTRÖM", "sp_configure", "库", "据库", "数据库连接", "-2", "10061", "X61",
      "mssqlserver_3", "zeit server anmeldung", "full file 1", "e\u{301}", "nichts", "\"", "-", "*",
      "",
      "wie kann ich die Verbindung verweigern",
    ].map { (german, $0) }
    try expectSame(site, queries)
    let answers = try site.browser(queries)
    #expect(
      answers[0].addresses == ["de-de/mssqlserver/1/index.html", "de-de/mssqlserver/2/index.html"])
    #expect(answers[0].marked == [["Verbindung"], ["Verbindungen"]])
    #expect(answers[9].marked == [["库"]])
  }

  @Test func findsTheSameInThePagesThatShip() throws {
    let place = try TemporaryPlace()
    let content = URL(filePath: #filePath).appending(path: "../../../../content").standardized.path
    try SiteSample.writeCatalogue(of: content, to: place.path + "/catalogue.db")
    let site = try SearchedSite(catalogue: place.path + "/catalogue.db")
    try expectSame(site, try Self.drawn(12, from: site))
  }

  @Test(.enabled(if: Corpus.isEnabled))
  func findsTheSameInTheCorpus() throws {
    let place = try TemporaryPlace()
    try SiteSample.writeCatalogue(
      of: Corpus.root + "/sql-docs", Corpus.root + "/cpp-docs", to: place.path + "/catalogue.db")
    let site = try SearchedSite(catalogue: place.path + "/catalogue.db")
    let questions = try Self.questions()
    try expectSame(site, questions)

    let queries = try Self.drawn(40, from: site)
    let answers = try site.browser(queries)
    var others: [String] = []
    for (query, answer) in zip(queries, answers) {
      #expect(answer.bytes <= Self.mostBytes, "\(query)")
      let expected = try site.commandLine(query.text, query.locale)
      // In other languages the command line looks in all at once, the browser in one after another.
      guard !expected.isFallback, !answer.isFallback else { continue }
      if answer.events != expected.results.map(\.event.description) {
        others.append("\(query.locale) \(query.text)")
      }
    }
    let sizes = answers.map(\.bytes).sorted()
    print(
      "search in the page: \(others.count) of \(queries.count) other than the command line's; bytes:"
        + " median \(sizes[sizes.count / 2]), most \(sizes.last ?? 0)")
    // What needs more than it may load, as whole sentences of common words, is not always the same.
    #expect(others.count * 12 <= queries.count, "\(others)")
  }

  private func expectSame(_ site: SearchedSite, _ queries: [Query]) throws {
    for (query, answer) in zip(queries, try site.browser(queries)) {
      let expected = try site.commandLine(query.text, query.locale)
      #expect(answer.bytes <= Self.mostBytes, "\(query)")
      guard !expected.isFallback, !answer.isFallback else { continue }
      #expect(answer.events == expected.results.map(\.event.description), "\(query)")
      if answer.isExact, !answer.events.isEmpty {
        #expect(answer.count == expected.found, "\(query)")
      }
    }
  }

  /// The questions that search is measured by.
  private static func questions() throws -> [Query] {
    let file = URL(filePath: #filePath).appending(path: "../../../IndexTests/Search/questions.txt")
    return try String(contentsOf: file.standardized, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return (LocaleTag(canonical: fields[0]), fields[1])
      }
  }

  /// So many queries a locale, of words that its texts have: one, two, a beginning, quoted, pieces of
  /// runs without blanks, numbers, symbolic names.
  private static func drawn(_ count: Int, from site: SearchedSite) throws -> [Query] {
    var texts: [LocaleTag: [String]] = [:]
    try site.reader.allMessages { texts[$0.locale, default: []].append($0.text) }
    try site.reader.allHeads { texts[$0.locale, default: []].append($0.message ?? $0.title) }
    let names = try site.reader.symbolicNames().map(\.name)
    var generator = SmallGenerator()
    var queries: [Query] = []
    for locale in site.catalogue.locales {
      guard let texts = texts[locale] else { continue }
      for kind in 0..<count {
        let text = texts.randomElement(using: &generator) ?? ""
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let word = words.randomElement(using: &generator) ?? "x"
        let other = words.randomElement(using: &generator) ?? "y"
        let run = text.unicodeScalars.split { $0.value < 0x3041 || $0.value > 0x9FFF }.last
        let piece = run.map { String(String.UnicodeScalarView($0.prefix(1 + kind % 4))) }
        let event = site.catalogue.events.randomElement(using: &generator)
        let query =
          switch kind % 8 {
          case 0: piece ?? word
          case 1: "\(word) \(other)"
          case 2: "\(word.prefix(4))*"
          case 3: "\"\(words.prefix(2).joined(separator: " "))\""
          case 4: event?.key.id.text ?? word
          case 5: names.randomElement(using: &generator) ?? word
          case 6: "\(word) -\(other)"
          default: piece.map { "\($0) \(word)" } ?? words.prefix(4).joined(separator: " ")
          }
        queries.append((locale, query))
      }
    }
    return queries
  }
}

/// A folder that goes when nobody knows it any more.
private final class TemporaryPlace {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      component: "errkb-search-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
