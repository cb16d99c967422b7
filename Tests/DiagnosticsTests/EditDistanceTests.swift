import Diagnostics
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("Abc", "abc", 1),
    ("kitten", "sitting", 3), ("source", "sources", 1), ("exlcude", "exclude", 1),
    ("état", "etat", 1), ("参照", "参考", 1), ("ca", "abc", 3),
  ])
  func countsEdits(word: String, other: String, distance: Int) {
    #expect(EditDistance.between(Array(word), Array(other)) == distance)
    #expect(EditDistance.between(Array(other), Array(word)) == distance)
  }

  @Test(arguments: [
    ("default-locale", ["defaultLocale"]),
    ("baseurl", ["baseURL"]),
    ("souces", ["sources"]),
    ("title", []),
    ("", []),
  ])
  func findsNearMisses(word: String, expected: [String]) {
    let keys = ["sources", "defaultLocale", "noTranslate", "baseURL", "headings", "exclude"]
    #expect(EditDistance.nearMisses(to: word, among: keys) == expected)
  }

  @Test func givesTheNearestFirstAndThreeAtMost() {
    #expect(
      EditDistance.nearMisses(to: "10062", among: ["10060", "10061", "10602", "1062", "18456"])
        == ["10060", "10061", "10602"])
    #expect(
      EditDistance.nearMisses(to: "abcdef", among: ["abXYef", "abcdeX"]) == ["abcdeX", "abXYef"])
  }
}
