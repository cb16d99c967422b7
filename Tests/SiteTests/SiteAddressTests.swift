import Catalogue
import Site
import Testing

struct SiteAddressTests {
  @Test("An address is in small letters and ends in a file")
  func events() {
    #expect(
      SiteAddress.event(source: "MSSQLSERVER", id: EventID("10061"), LocaleTag(canonical: "fr-FR"))
        == "fr-fr/mssqlserver/10061/index.html")
    #expect(SiteAddress.short(EventID("LNK2019")) == "e/lnk2019/index.html")
  }

  @Test(
    "No name leads out of its folder",
    arguments: ["..", ".", "../x", "a/b", "a\\b", "", "é", "%2e"])
  func components(name: String) {
    let part = SiteAddress.component(name)
    #expect(!part.isEmpty && !part.hasPrefix(".") && !part.contains("/") && !part.contains("\\"))
    #expect(part.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") })
  }

  @Test func aNameThatIsTooLongIsCutOffAndToldApart() {
    let (one, other) = (String(repeating: "長", count: 90), String(repeating: "長", count: 91))
    #expect(SiteAddress.component(one).utf8.count <= 200)
    #expect(SiteAddress.component(one) != SiteAddress.component(other))
  }

  @Test func aSourceNeverTakesThePlaceOfAnotherPage() {
    let locale = LocaleTag(canonical: "fr-FR")
    #expect(SiteAddress.list(of: "Search", locale) != SiteAddress.search(locale))
    #expect(SiteAddress.list(of: "COVERAGE", locale) != SiteAddress.coverage(locale))
  }

  @Test(arguments: [
    ("a/b/index.html", "a/b/index.html", "index.html"),
    ("a/b/index.html", "a/c/index.html", "../c/index.html"),
    ("a/b/index.html", "a/index.html", "../index.html"),
    ("a/index.html", "a/b/c/index.html", "b/c/index.html"),
    ("index.html", "a/x.css", "a/x.css"),
    ("a/bc/index.html", "a/bd/index.html", "../bd/index.html"),
    ("fr/x/index.html", "api/fr/x.json", "../../api/fr/x.json"),
  ])
  func leadsFromOnePageToAnother(page: String, target: String, link: String) {
    #expect(SiteAddress.relative(from: page, to: target) == link)
  }
}
