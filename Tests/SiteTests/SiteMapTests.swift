import Catalogue
import Foundation
import TestSupport
import Testing

@testable import Site

struct SiteMapTests {
  private let tags = ["en-US", "fr-FR", "ja-JP"].map { LocaleTag(canonical: $0) }

  private func group(_ id: Int) -> SiteMap.Group {
    SiteMap.Group(
      pages: tags.map { tag in
        SiteMap.Group.Page(
          address: SiteAddress.event(source: "MSSQLSERVER", id: EventID(String(id)), tag),
          locale: tag, date: CalendarDate(year: 2020, month: 1, day: 1 + id % 28))
      },
      fallback: 0)
  }

  private func text(_ map: SiteMap, _ number: Int) -> String {
    String(decoding: map.file(number).bytes, as: UTF8.self)
  }

  @Test func isOneFileUpToTheLimit() {
    let map = SiteMap(
      (0..<4).map(group), base: "https://example.org", limits: .init(pages: 12, bytes: 1 << 20))
    #expect(map.count == 1)
    #expect(map.file(0).path == "sitemap.xml")
    #expect(text(map, 0).all(between: "<loc>", and: "</loc>").count == 12)
  }

  @Test func sixtyThousandPagesAreAnIndexAndParts() throws {
    let map = SiteMap((0..<20_000).map(group), base: "https://example.org/kb")
    #expect(map.count == 3)
    #expect((0..<3).map { map.file($0).path } == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    #expect(
      text(map, 0).all(between: "<loc>", and: "</loc>") == [
        "https://example.org/kb/sitemap-1.xml", "https://example.org/kb/sitemap-2.xml",
      ])
    var pages: [String] = []
    for number in 1..<3 {
      let file = map.file(number).bytes
      #expect(file.count <= 50_000_000)
      let own = text(map, number).all(between: "<loc>", and: "</loc>")
      #expect(own.count <= 50_000)
      pages += own
    }
    #expect(pages.count == 60_000)
    #expect(Set(pages).count == 60_000)
    #expect(pages.first == "https://example.org/kb/en-us/mssqlserver/0/")
    #expect(pages.last == "https://example.org/kb/ja-jp/mssqlserver/19999/")
  }

  @Test func noPartIsLargerThanItMayBe() {
    let limits = SiteMap.Limits(pages: 1000, bytes: 8192)
    let map = SiteMap((0..<50).map(group), base: "https://example.org/a&b", limits: limits)
    #expect(map.count > 3)
    let sizes = (1..<map.count).map { map.file($0).bytes.count }
    #expect(sizes.allSatisfy { $0 <= limits.bytes })
    #expect(sizes.dropLast().allSatisfy { $0 > limits.bytes / 3 })
  }

  @Test func eachPageNamesItsLanguages() {
    let map = SiteMap([group(7)], base: "https://example.org")
    let pages = text(map, 0).all(between: "<url>", and: "</url>")
    #expect(pages.count == 3)
    for page in pages {
      #expect(
        page.all(between: "hreflang=\"", and: "/>") == [
          "en-US\" href=\"https://example.org/en-us/mssqlserver/7/\"",
          "fr-FR\" href=\"https://example.org/fr-fr/mssqlserver/7/\"",
          "ja-JP\" href=\"https://example.org/ja-jp/mssqlserver/7/\"",
          "x-default\" href=\"https://example.org/en-us/mssqlserver/7/\"",
        ])
      #expect(page.contains("<lastmod>2020-01-08</lastmod>"))
    }
  }

  @Test func namesNoPageThatStandsInForAnother() throws {
    let map = try SmallSite.files().text("sitemap.xml")
    let pages = map.all(between: "<loc>https://example.org/kb/", and: "</loc>")
    #expect(pages.contains("fr-fr/mssqlserver/10061/"))
    #expect(!pages.contains("fr-fr/mssqlserver/18456/"))
    #expect(!pages.contains { $0.hasPrefix("e/") || $0.contains("10060") || $0.hasPrefix("api") })
    #expect(Set(pages).count == pages.count)
  }

  @Test func standsOnThisMachineWhereNothingElseIsKnown() throws {
    let files = try SmallSite.files(baseURL: nil)
    #expect(try files.text("sitemap.xml").contains("<loc>http://localhost:8000/en-us/</loc>"))
    #expect(try files.text("robots.txt").hasSuffix("Sitemap: http://localhost:8000/sitemap.xml\n"))
  }

  @Test(arguments: [
    ("fr-FR", "fr-FR"), ("zh-Hant-TW", "zh-Hant-TW"), ("es-419", "es-419"), ("en", "en"),
    ("de-DE-1996", "de-DE"), ("en-US-u-ca-buddhist", "en-US"), ("x-own", nil),
  ])
  func languagesAreThoseThatOthersKnow(tag: String, value: String?) {
    #expect(Hreflang.value(LocaleTag(canonical: tag)) == value)
  }

  @Test(.enabled(if: Program("xmllint", "--version").isThere()))
  func xmllintFindsNothingWrong() throws {
    let files = try SmallSite.files()
    let index = SiteMap(
      (0..<9).map(group), base: "https://example.org/?a&b", limits: .init(pages: 9, bytes: 1 << 20))
    let texts =
      files.paths.filter { $0.hasSuffix(".xml") }.compactMap { files[$0] }
      + (0..<index.count).map { index.file($0).bytes }
    #expect(texts.count == 8)
    for text in texts {
      let run = try Program("xmllint", "--noout", "-").run(text)
      #expect(run.status == 0, "\(String(decoding: run.errors, as: UTF8.self))")
    }
  }

  @Test(.enabled(if: Program("xmllint", "--version").isThere()))
  func isAsTheSchemaSays() throws {
    let map = SiteMap(
      (0..<9).map(group), base: "https://example.org", limits: .init(pages: 9, bytes: 1 << 20))
    try Folder(
      File("sitemap.rng", Self.schema),
    ).whileWritten { folder in
      for number in 0..<map.count {
        let run = try Program("xmllint", "--noout", "--relaxng", "\(folder)/sitemap.rng", "-")
          .run(map.file(number).bytes)
        #expect(run.status == 0, "\(String(decoding: run.errors, as: UTF8.self))")
      }
    }
  }

  /// What https://www.sitemaps.org/protocol.html and Google's page on localized versions ask for.
  private static let schema = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.sitemaps.org/schemas/sitemap/0.9"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start><choice>
        <element name="urlset"><oneOrMore><element name="url">
          <ref name="place"/>
          <zeroOrMore><element name="link" ns="http://www.w3.org/1999/xhtml">
            <attribute name="rel" ns=""><value>alternate</value></attribute>
            <attribute name="hreflang" ns=""><data type="language"/></attribute>
            <attribute name="href" ns=""><data type="anyURI"/></attribute>
          </element></zeroOrMore>
        </element></oneOrMore></element>
        <element name="sitemapindex"><oneOrMore>
          <element name="sitemap"><ref name="place"/></element>
        </oneOrMore></element>
      </choice></start>
      <define name="place">
        <element name="loc"><data type="anyURI"><param name="maxLength">2047</param></data></element>
        <optional><element name="lastmod"><data type="date"/></element></optional>
      </define>
    </grammar>
    """
}
