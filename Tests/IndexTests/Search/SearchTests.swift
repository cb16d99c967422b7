import Catalogue
import Testing

@testable import Index

struct SearchTests {
  private let corpus: SearchCorpus

  init() throws {
    corpus = try SearchCorpus([
      .init(
        id: "10061", locale: "en-US", message: "No connection: the server refused it.",
        symbolicName: "TCP_REFUSED",
        sections: [(.userAction, "Start the server. Open the firewall."), (.cause, "A firewall.")]),
      .init(
        id: "10061", locale: "fr-FR", message: "Connexion expressément refusée.",
        sections: [(.userAction, "Vérifiez le pare-feu du serveur.")]),
      .init(
        id: "18456", locale: "en-US", message: "Login failed for user '%.*ls'.",
        symbolicName: "LOGON_FAILED",
        sections: [(.cause, "The password is wrong."), (.seeAlso, "Error 10061")]),
      .init(id: "-2", locale: "en-US", message: "Timeout expired."),
      .init(
        id: "10061", locale: "en-US", kind: .guide,
        sections: [(.userAction, "Check the antivirus.")]),
      .init(id: "C2065", locale: "en-US", source: "MSVC", message: "'x': undeclared identifier"),
      .init(id: "18456", locale: "ja-JP", kind: nil, message: "ログインに失敗しました。"),
      .init(id: "4060", locale: "fr-FR", kind: nil, message: "Échec de la connexion."),
      .init(id: "4060", locale: "de-DE", kind: nil, message: "Fehler bei der Anmeldung"),
      .init(id: "6", locale: "de-DE", kind: nil, message: "Nichts"),
    ])
  }

  @Test(arguments: [
    ("server", ["10061"]), ("SERVERS", ["10061"]), ("antivirus", ["10061"]),
    ("10061", ["10061", "18456"]), ("error 10061", ["10061", "18456"]),
    ("mssqlserver_18456", ["18456"]), ("logon_failed", ["18456"]),
    ("LOGON_FAILED?", ["18456"]), ("c2065", ["C2065"]), ("timeout -2", ["-2"]), ("-2", ["-2"]),
    ("firewall -password", ["10061"]), ("firewall -server", []), ("wrong -password", []),
    ("\"refused it\"", ["10061"]), ("\"it refused\"", []), ("fire*", ["10061"]),
    ("undecl*", ["C2065"]), ("password firewall", ["10061", "18456"]),
    ("what about my wrong passwords", ["18456"]), ("6 timeout", ["6", "-2"]),
  ])
  func finds(query: String, ids: [String]) throws {
    #expect(Set(try corpus.ids(query)) == Set(ids))
    if let first = ids.first, ids.count > 1, query.contains(first) {
      #expect(try corpus.ids(query).first == first)
    }
  }

  @Test(arguments: [
    ("connexion refusée", ["10061"]), ("CONNEXION", ["10061", "4060"]), ("refusee", ["10061"]),
    ("echec", ["4060"]), ("pare-feu", ["10061"]), ("refusé*", ["10061"]),
  ])
  func needsNoAccents(query: String, ids: [String]) throws {
    #expect(Set(try corpus.ids(query, lang: "fr")) == Set(ids))
  }

  @Test func prefersALanguageAndCountsTheOthers() throws {
    let answer = try corpus.answer("10061 OR server serveur", lang: "fr-CA")
    #expect(answer.locale?.text == "fr-FR")
    let connexion = try corpus.answer("connexion", lang: "fr")
    #expect(connexion.results.allSatisfy { $0.locale.text == "fr-FR" && !$0.isFallback })
    #expect(connexion.found == 2)
    #expect(connexion.others == 0)
    #expect(try corpus.answer("error", lang: "fr").isFallback)
    #expect(try corpus.answer("error", lang: "fr", isStrict: true).results == [])
  }

  @Test func countsEachEventOfOtherLanguagesOnce() throws {
    let corpus = try SearchCorpus([
      .init(id: "1", locale: "en-US", message: "tempdb"),
      .init(id: "1", locale: "es-ES", message: "tempdb"),
      .init(id: "2", locale: "es-ES", message: "tempdb"),
      .init(id: "2", locale: "fr-FR", kind: nil, message: "tempdb"),
      .init(id: "3", locale: "fr-FR", kind: nil, message: "tempdb"),
    ])
    let answer = try corpus.answer("tempdb", lang: "en-US")
    #expect(answer.found == 1)
    #expect(answer.others == 2)
    #expect(try corpus.answer("tempdb", lang: "any").found == 3)
    #expect(try corpus.ids("tempdb", lang: "any") == ["1", "2", "3"])
  }

  @Test func showsANamedEventWhereShowWouldShowIt() throws {
    let answer = try corpus.answer("18456", lang: "ja")
    #expect(answer.results.first?.locale.text == "ja-JP")
    #expect(answer.results.first?.kind == nil)
    let fallback = try corpus.answer("18456", lang: "fr")
    #expect(fallback.results.first?.locale.text == "en-US")
    #expect(fallback.results.first?.isFallback == true)
  }

  @Test(arguments: [
    (Role.userAction, "firewall", ["10061"]), (.cause, "firewall", ["10061"]),
    (.cause, "password", ["18456"]), (.cause, "server", []), (.userAction, "refused", []),
    (.seeAlso, "error", ["18456"]),
  ])
  func keepsToSectionsOfARole(role: Role, query: String, ids: [String]) throws {
    let answer = try corpus.answer(query, in: role)
    #expect(answer.results.map(\.event.id.text) == ids)
    #expect(answer.results.allSatisfy { $0.role == role })
  }

  @Test func marksWhatItFound() throws {
    let result = try #require(try corpus.answer("refusee", lang: "fr").results.first)
    #expect(result.extract.text == "Connexion expressément refusée.")
    let hits = result.extract.hits.map { hit in
      String(decoding: Array(result.extract.text.utf8)[hit], as: UTF8.self)
    }
    #expect(hits == ["refusée"])
    #expect(result.message == "Connexion expressément refusée.")
    #expect(result.role == nil)
    let fix = try #require(try corpus.answer("antivirus").results.first)
    #expect(fix.kind == .guide)
    #expect(fix.role == .userAction)
    #expect(fix.extract.text == "Check the antivirus.")
  }

  @Test(arguments: [
    "", " ", "\"", "\"\"", "*", "-", "--", "()", ":", "^", "{}", "+", "\\", "'", ";", "%",
    "???", "\u{0}", "\u{FFFD}\u{FE0F}", "-foo", "-\"foo bar\"", "…", "🗄️",
  ])
  func hasNothingToLookFor(query: String) throws {
    let answer = try corpus.answer(query)
    #expect(answer.results == [])
    #expect(answer.isEmptyQuery)
  }

  /// Nothing that is typed is read as a query of FTS5, and nothing is too long.
  @Test func isHarmless() throws {
    let hostile = [
      "a AND", "OR b", "NOT c", "NEAR(a b)", "a NEAR/3 b", "message:server", "{message}: server",
      "^server", "server + failed", "a:b:c", "\"server\" * *", "-\"", "server\"", "se\0rver",
      "'; DROP TABLE page; --", "%s%n", "a*b*c*", "**server**", "- server",
      String(repeating: "(", count: 1000), String(repeating: "server ", count: 20_000),
      String(repeating: "数", count: 50_000), String(repeating: "\"a ", count: 5000),
      String(repeating: "e\u{301}", count: 10_000), String(repeating: "-a ", count: 5000),
      (0..<5000).map { "w\($0)" }.joined(separator: " "), String(repeating: "9", count: 100_000),
      String(decoding: [0xFF, 0xC3, 0x28, 0xF0, 0x9F], as: UTF8.self),
    ]
    for query in hostile { _ = try corpus.answer(query) }
    var generator = SeededGenerator(seed: 7)
    let pieces = ["\"", "*", "-", "(", ")", ":", "^", "server", "AND", "NOT", "数", "é", " ", "\0"]
    for _ in 0..<300 {
      let query = (0..<12).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      _ = try corpus.answer(query)
    }
    #expect(try corpus.ids("(server) AND [refused]; it!") == ["10061"])
  }

  @Test func ordersEqualScoresByEvent() throws {
    let texts = ["20", "3", "100", "-5"].flatMap { id in
      ["MSVC", "MSSQLSERVER"].map {
        SearchCorpus.Text(id: id, locale: "en-US", kind: nil, source: $0, message: "same words")
      }
    }
    let corpus = try SearchCorpus(texts)
    let results = try corpus.answer("words").results.map(\.event.description)
    #expect(
      results == [
        "MSSQLSERVER_-5", "MSSQLSERVER_3", "MSSQLSERVER_20", "MSSQLSERVER_100", "MSVC_-5",
        "MSVC_3", "MSVC_20", "MSVC_100",
      ])
    #expect(try corpus.ids("words", limit: 3) == ["-5", "3", "20"])
  }

  /// Fields weigh in this order, all else being the same.
  @Test func weighsFields() throws {
    func page(_ id: String, _ change: (inout SearchCorpus.Text) -> Void) -> SearchCorpus.Text {
      var text = SearchCorpus.Text(id: id, locale: "en-US")
      change(&text)
      return text
    }
    let corpus = try SearchCorpus([
      page("1") { $0.sections = [(.other, "spindle")] },
      page("2") { $0.sections = [(.userAction, "spindle")] },
      page("3") { $0.message = "spindle" },
      page("4") { $0.symbolicName = "SPINDLE" },
    ])
    #expect(try corpus.ids("spindle") == ["4", "3", "2", "1"])
  }

  @Test func prefersPagesToBareMessages() throws {
    let corpus = try SearchCorpus([
      .init(id: "1", locale: "en-US", kind: nil, message: "the spindle broke"),
      .init(id: "2", locale: "en-US", message: "the spindle broke"),
    ])
    #expect(try corpus.ids("spindle") == ["2", "1"])
  }

  @Test func isReadByTheSQLiteProgram() throws {
    let path = corpus.folder.path + "/catalogue.db"
    #expect(
      try sqlite3(path, "SELECT count(*) FROM search WHERE search MATCH 'refus'") == ["2"])
    #expect(
      try sqlite3(path, "SELECT count(*) FROM search WHERE search MATCH 'userAction: server'")
        == ["1"])
    #expect(
      try sqlite3(path, "SELECT count(*) FROM search WHERE search MATCH '\"ロク グイ イン\"'")
        == ["0"])
    #expect(
      try sqlite3(path, "SELECT count(*) FROM search WHERE search MATCH '\"ログ グイ イン\"'")
        == ["1"])
    #expect(try sqlite3(path, "PRAGMA integrity_check") == ["ok"])
    #expect(
      try sqlite3(path, "SELECT term FROM search_word WHERE word = 'refusee'") == ["refus"])
  }

  @Test func writesTheSameBytes() throws {
    let other = try SearchCorpus(
      (1...200).map { .init(id: "\($0)", locale: "fr-FR", kind: nil, message: "le mot \($0 % 7)") })
    let again = try SearchCorpus(
      (1...200).map { .init(id: "\($0)", locale: "fr-FR", kind: nil, message: "le mot \($0 % 7)") })
    #expect(
      try other.folder.bytes(of: "catalogue.db") == again.folder.bytes(of: "catalogue.db"))
  }

  @Test func keepsItsLayoutInWords() {
    let layout = SearchLayout(
      partBits: 2, eventBits: 14,
      locales: [.init(tag: LocaleTag(canonical: "en-US"), rows: 7)])
    #expect(layout.description == "2 14 en-US 7")
    #expect(SearchLayout(layout.description) == layout)
    let row = SearchRow(locale: 0, event: 9000, part: 3)
    #expect(layout.row(of: layout.number(of: row)) == row)
    for damaged in ["", "1", "x y", "1 2 en-US", "1 99 en-US 3", "-1 2"] {
      #expect(SearchLayout(damaged) == nil)
    }
  }
}
