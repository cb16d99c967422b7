import Index
import Testing

struct SearchQueryTests {
  typealias Item = SearchQuery.Item

  @Test(arguments: [
    ("connexion refusée", [Item("connexion"), Item("refusée")]),
    ("  a\u{3000}b\tc\n", [Item("a"), Item("b"), Item("c")]),
    ("\"login failed\" sa", [Item("login failed", isPhrase: true), Item("sa")]),
    ("\"never closed", [Item("never closed", isPhrase: true)]),
    ("-réseau", [Item("réseau", isExcluded: true)]),
    ("-\"no network\"", [Item("no network", isPhrase: true, isExcluded: true)]),
    ("conn*", [Item("conn", isPrefix: true)]),
    ("\"log in\"*", [Item("log in", isPhrase: true, isPrefix: true)]),
    ("-conn*", [Item("conn", isExcluded: true, isPrefix: true)]),
    ("e-mail - --x", [Item("e-mail"), Item("-"), Item("-x", isExcluded: true)]),
    ("a\"b\"c", [Item("a"), Item("b", isPhrase: true), Item("c")]),
    ("a a a", [Item("a")]),
    ("AND OR NOT NEAR", [Item("AND"), Item("OR"), Item("NOT"), Item("NEAR")]),
    ("", []),
    ("\"", [Item("", isPhrase: true)]),
    ("*", [Item("", isPrefix: true)]),
  ])
  func reads(text: String, items: [Item]) {
    #expect(SearchQuery(text).items == items)
  }

  @Test func readsNoMoreThanAQuestion() {
    let words = (0..<5000).map { "word\($0)" }.joined(separator: " ")
    #expect(SearchQuery(words).items.count == SearchQuery.mostItems)
    #expect(SearchQuery(String(repeating: "x", count: 100_000)).items.count == 1)
  }
}
