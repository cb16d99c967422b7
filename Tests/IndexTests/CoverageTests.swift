import Catalogue
import Index
import Testing

struct CoverageTests {
  private let folder: TemporaryFolder
  private let reader: CatalogueReader

  init() throws {
    folder = try TemporaryFolder()
    try SampleCatalogue.write(to: folder.path + "/catalogue.db")
    reader = try CatalogueReader(path: folder.path + "/catalogue.db")
  }

  private func cell(_ source: String, _ locale: LocaleTag) throws -> Coverage.Cell {
    let coverage = try reader.coverage()
    let found = try #require(coverage.sources.first { $0.name == source })
    return try #require(found.cells.first { $0.locale == locale })
  }

  @Test func hasACellForEverySourceAndLocale() throws {
    let coverage = try reader.coverage()
    #expect(
      coverage.locales == [
        SampleCatalogue.english, SampleCatalogue.french, SampleCatalogue.japanese,
      ])
    #expect(coverage.sources.map(\.name) == ["MSSQLSERVER", "MSVC", "WINSOCK"])
    #expect(coverage.sources.allSatisfy { $0.cells.map(\.locale) == coverage.locales })
  }

  @Test func countsReferencePagesAndTheEventsTheyAreAbout() throws {
    // 10060, 10061, 11001, -2, and one about 10060 and 10061; the guide does not count.
    let english = try cell("MSSQLSERVER", SampleCatalogue.english)
    #expect(english.pages == 5)
    #expect(english.events == 4)
    #expect(english.missing == 1)
    #expect(english.messages == 1)
    #expect(english.drifted == 0)
    #expect(english.share == 0.8)
  }

  @Test func tellsDriftedFromCurrent() throws {
    let french = try cell("MSSQLSERVER", SampleCatalogue.french)
    #expect(french.pages == 2)
    #expect(french.drifted == 1)
    #expect(french.current == 1)
    #expect(french.missing == 3)
  }

  @Test func whatHasMessagesOnlyHasNoPages() throws {
    let japanese = try cell("MSSQLSERVER", SampleCatalogue.japanese)
    #expect(japanese.pages == 0)
    #expect(japanese.missing == 5)
    #expect(japanese.messages == 2)
    #expect(japanese.share == 0)
    #expect(try cell("MSVC", SampleCatalogue.japanese).missing == 1)
  }

  @Test func countsWhatMachinesMade() throws {
    let path = folder.path + "/machine.db"
    let writer = try CatalogueWriter(path: path)
    for (index, method) in ["MT", "mt", "HT", nil].enumerated() {
      var page = Page(
        kind: .reference, source: "S", ids: [EventID(String(index))],
        locale: SampleCatalogue.french, title: "S_\(index)", path: "\(index).md")
      page.translation = Page.Translation()
      page.translation?.method = method
      try writer.insert(page, number: index + 1)
    }
    try writer.finish(defaultLocale: SampleCatalogue.english, programVersion: "1.0")
    let coverage = try CatalogueReader(path: path).coverage()
    #expect(coverage.sources.map { $0.cells.map(\.machineTranslated) } == [[2]])
  }

  @Test func givesRedirectionsBack() throws {
    let path = folder.path + "/redirections.db"
    let redirections = [
      Redirection(path: "a.md", target: .address("https://example.org/")),
      Redirection(
        path: "b/1.md", locale: SampleCatalogue.french,
        event: .init(source: "S", id: EventID("1")), target: .page(number: 7, anchor: "cause")),
      Redirection(path: "c.md", target: .page(number: 8, anchor: nil)),
    ]
    let writer = try CatalogueWriter(path: path)
    for redirection in redirections.reversed() { try writer.insert(redirection) }
    try writer.finish(defaultLocale: SampleCatalogue.english, programVersion: "1.0")
    #expect(try CatalogueReader(path: path).redirections() == redirections)
  }
}
