import Catalogue
import Diagnostics
import TestSupport
import Testing

@Suite struct ConfigurationTests {
  private func read(_ text: String) -> (configuration: Configuration, diagnostics: [String]) {
    var diagnostics: [Diagnostic] = []
    let configuration = Configuration.read(
      bytes: Array(text.utf8), path: "errkb.yml", diagnostics: &diagnostics)
    return (configuration, diagnostics.map(summary))
  }

  @Test func readsEveryKey() throws {
    let (configuration, diagnostics) = read(
      """
      # The pages of Acme.
      sources:
        MSSQLSERVER: SQL Server
        ACME:
          title: Acme Server
          ids: [ACME-####, "AC#..###"]
      defaultLocale: en-GB
      noTranslate: [Acme, Always On]
      baseURL: https://errors.example.org/kb/
      headings:
        fr:
          cause: [Motif]
          userAction:
          - Marche à suivre
      exclude:
      - drafts/**
      - "*.tmp.md"
      """)
    #expect(diagnostics == [])
    #expect(
      configuration.sources == [
        .init(name: "MSSQLSERVER", title: "SQL Server"),
        .init(
          name: "ACME", title: "Acme Server",
          ids: [try #require(IDShape("ACME-####")), try #require(IDShape("AC#..###"))]),
      ])
    #expect(configuration.defaultLocale == "en-GB")
    #expect(configuration.noTranslate == ["Acme", "Always On"])
    #expect(configuration.baseURL == "https://errors.example.org/kb")
    #expect(
      configuration.headings == [
        .init(locale: "fr", role: .cause, words: ["Motif"]),
        .init(locale: "fr", role: .userAction, words: ["Marche à suivre"]),
      ])
    #expect(configuration.excludes("drafts/fr-FR/1.md"))
    #expect(configuration.excludes("fr-FR/a.tmp.md"))
    #expect(!configuration.excludes("fr-FR/1.md"))
  }

  @Test(arguments: ["", "# nothing\n", "~", "sources:\nexclude:\n"])
  func bearsBeingEmpty(text: String) {
    let (configuration, diagnostics) = read(text)
    #expect(configuration == Configuration())
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    ("sources: [A, B]", ["A", "B"]), ("sources: A", ["A"]),
    ("sources:\n- name: A\n  title: x\n- B", ["A", "B"]),
  ])
  func takesSourcesAsAList(text: String, names: [String]) {
    let (configuration, diagnostics) = read(text)
    #expect(configuration.sources.map(\.name) == names)
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    ("default-locale: fr", "1:1", "key 'default-locale'; did you mean 'defaultLocale'?"),
    ("colour: red", "1:1", "key 'colour'"),
    ("headings:\n  fr:\n    useraction: x", "3:5", "role 'useraction'; did you mean 'userAction'?"),
    ("sources:\n  A: {titel: x}", "2:7", "key 'titel'; did you mean 'title'?"),
  ])
  func warnsOfAnUnknownKey(text: String, place: String, message: String) {
    #expect(read(text).diagnostics == ["\(place): warning: unknown \(message) [configuration-key]"])
  }

  @Test(arguments: [
    ("defaultLocale: [fr]", "1:16", "'defaultLocale' must be a text"),
    ("exclude: {a: b}", "1:10", "'exclude' must be a list of texts"),
    ("exclude:\n- a\n- [b]", "3:3", "'exclude' must be a list of texts"),
    ("headings: fr", "1:11", "'headings' must have keys under it"),
    ("sources:\n- title: x", "2:3", "each of 'sources' must have a 'name'"),
    ("sources:\n  A: {ids: [ABC]}", "2:13", "'ABC' is not the shape of an ID, such as 'LNK####'"),
    ("baseURL: 'javascript:x'", "1:10", "'baseURL' must begin with 'https://'"),
    ("- a", "1:1", "the file is not YAML: it has no keys"),
    ("a: b: c", "1:5", "the file is not YAML: mapping values are not allowed in this context"),
  ])
  func reportsWhatIsOfTheWrongType(text: String, place: String, message: String) {
    #expect(read(text).diagnostics == ["\(place): error: \(message) [configuration-syntax]"])
  }

  @Test(arguments: [
    ("drafts/**", "drafts/a.md", true), ("drafts/**", "drafts/x/a.md", true),
    ("drafts/**", "a.md", false),
    ("drafts", "drafts/a.md", true), ("drafts", "x/drafts/a.md", true),
    ("drafts", "mydrafts/a.md", false),
    ("/drafts", "x/drafts/a.md", false), ("/drafts", "drafts/a.md", true),
    ("drafts/", "drafts/a.md", true),
    ("*.md", "x/a.md", true), ("*.md", "x/a.mdx", false), ("x/*.md", "x/a.md", true),
    ("x/*.md", "x/y/a.md", false),
    ("x/**/a.md", "x/a.md", true), ("x/**/a.md", "x/y/z/a.md", true),
    ("x/**/a.md", "x/ya.md", false),
    ("**/a.md", "a.md", true), ("?.md", "a.md", true), ("?.md", "ab.md", false),
    ("a*b*c", "aXbYc", true),
    ("a*b*c", "aXcYb", false), ("", "a.md", false), ("**", "a.md", true),
  ])
  func excludesByPattern(pattern: String, path: String, answer: Bool) {
    #expect(PathPattern(pattern).matches(path) == answer)
  }

  @Test(arguments: ["", "LNK", "####", "#", "A#B#", "A##..#", "A#..x#"])
  func refusesAShapeThatFitsTooMuch(text: String) {
    #expect(IDShape(text) == nil)
  }
}
