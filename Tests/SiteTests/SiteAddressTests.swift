import Testing

import Catalogue
import Site

struct SiteAddressTests {
  @Test("An address is in small letters and ends in a file")
  func events() {
    #expect(
      SiteAddress.event(source: "MSSQLSERVER", id: EventID("10061"), LocaleTag(canonical: "fr-FR"))
        == "fr-fr/mssqlserver/10061/index.html")
    #expect(SiteAddress.short(EventID("LNK2019")) == "e/lnk2019/index.html")
  }

  @Test("No name leads out of its folder", arguments: ["..", ".", "../x", "a/b", "a\\b", "", "é", "%2e"])
  func components(name: String) {
    let part = SiteAddress.component(name)
    #expect(!part.isEmpty && !part.hasPrefix(".") && !part.contains("/") && !part.contains("\\"))
    #expect(part.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") })
  }
}
