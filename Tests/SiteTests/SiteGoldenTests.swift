import Site
import TestSupport
import Testing

/// One page of each kind, made with the templates that ship.
struct SiteGoldenTests {
  private static let pages = [
    ("event.html", "en-us/ledger/17/index.html"),
    ("translated.html", "fr-fr/ledger/17/index.html"),
    ("fallback.html", "fr-fr/ledger/18/index.html"),
    ("message.html", "en-us/ledger/19/index.html"),
    ("guide.html", "en-us/ledger/guides/unlock/index.html"),
    ("thread.html", "en-us/ledger/threads/locked/index.html"),
    ("event.json", "api/en-us/ledger/17.json"),
    ("message.json", "api/en-us/ledger/19.json"),
  ]

  @Test func pagesAreAsRecorded() throws {
    let site = try SiteSample(SamplePages.all)
    for (name, path) in Self.pages {
      // Not what assets hold: every change of the style would show in all pages.
      let text = site[path].replacing(/\.[0-9a-f]{16}\./, with: ".HASH.")
      try Golden("Pages", name).expect(text.utf8)
    }
    #expect(try Golden.names(of: "Pages") == Self.pages.map(\.0).sorted())
  }
}
