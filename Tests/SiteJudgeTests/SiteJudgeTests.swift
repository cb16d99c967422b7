import TestSupport
import Testing

/// Judges from elsewhere on every page, or on the richest of each kind and language.
///
/// One after another: each keeps both cores of a small machine busy by itself.
@Suite(.serialized, .enabled(if: Judge.areThere, "a judge of 'make test-deps' is missing"))
struct SiteJudgeTests {
  private let site: JudgedSite

  init() throws { site = try JudgedSite.samples.get() }

  @Test func everyLinkLeadsSomewhere() throws {
    #expect(try Judge("links", site.path, site.baseURL).problems() == [])
  }

  @Test func everyPageIsHTML() throws {
    #expect(try Judge("markup", site.path).problems() == [])
  }

  @Test func everyRuleOfStyleIsKnown() throws {
    #expect(try Judge("styles", site.path).problems() == [])
  }

  @Test func everyReaderHasAccess() throws {
    #expect(try Judge("access", site.path).problems() == [])
  }

  @Test func dataIsAsTheSchemaSays() throws {
    let schema = "\(JudgedSite.root)/templates/schema/page.schema.json"
    #expect(try Judge("data", site.path, schema).problems() == [])
  }

  @Test func xmllintFindsNothingWrong() throws {
    let find = "find \"$0\" -name '*.xml' -exec xmllint --noout {} + && find \"$0\" -name '*.xml'"
    let run = try Program("sh", "-c", find, site.path).run()
    #expect(run.status == 0, "\(String(decoding: run.errors, as: UTF8.self))")
    // The site map, and the search of each language.
    #expect(run.output.count { $0 == UInt8(ascii: "\n") } == 8)
  }

  @Test func anEventPageIsLight() throws {
    try expectLightPages(of: site)
  }

  @Test func theJudgeOfLinksFindsWhatIsBroken() throws {
    let files = [
      File(
        "index.html",
        """
        <!doctype html><html lang="en" data-kind="home"><title>T</title>
        <p id="a"><a href="none.html">1</a> <a href="#b">2</a> <a href="page.html#c">3</a>
        <a href="/etc/passwd">4</a> <a href="../up.html">5</a> <a href="javascript:1">6</a>
        <p id="a"><a href="page.html#d">7</a> <a href="sub/">8</a> <a href="https://example.org">9</a>
        """),
      File("page.html", "<!doctype html><html lang=en><title>T</title><p id=\"d\">"),
      File(
        "sitemap.xml",
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://errors.example/site/gone/</loc></url></urlset>
        """),
    ]
    try Folder(files).whileWritten { folder in
      let problems = try Judge("links", folder, site.baseURL).problems()
      #expect(
        problems == [
          "index.html\n    '../up.html': leads out of the site",
          "index.html\n    '/etc/passwd': absolute path",
          "index.html\n    'javascript:1': scheme javascript",
          "index.html\n    'none.html': no such file",
          "index.html\n    'sub/': a folder, which a disk does not show as a page",
          "index.html\n    ID 'a' stands twice",
          "index.html\n    there is no 'c' in page.html",
          "index.html\n    there is no ID 'b'",
          "sitemap.xml\n    https://errors.example/site/gone/: no such file",
        ])
    }
  }
}

/// The site of the whole corpus.
@Suite(
  .serialized,
  .enabled(
    if: Judge.areThere && Corpus.isEnabled && Program(Program.release, "--version").isThere(),
    "a judge, the corpus or the release is missing"))
struct CorpusJudgeTests {
  private let site: JudgedSite

  init() throws { site = try JudgedSite.corpus.get() }

  @Test func everyLinkLeadsSomewhere() throws {
    #expect(try Judge("links", site.path, site.baseURL).problems() == [])
  }

  @Test func anEventPageIsLight() throws {
    try expectLightPages(of: site)
  }
}

/// What is sent for the heaviest and for the usual event page, with its style and scripts.
private func expectLightPages(of site: JudgedSite) throws {
  struct Weights: Decodable {
    var largest: Int
    var median: Int
    var page: String
  }
  let weights = try Judge("weight", site.path).verdict(Weights.self)
  #expect(weights.largest < 30_000, "\(weights.page)")
  #expect(weights.median < 27_000)
}
