import Markup
import TestSupport
import Testing

@testable import Catalogue

struct SectionEventsTests {
  @Test func aGuideShowsWhatServesTheEvent() throws {
    let page = try #require(
      try Built(ReportSample.guide, ReportSample.reference).pages["en-us/guides/refused.md"])
    func titles(_ id: String) -> [String] { page.serving(EventID(id)).fixes.map { $0.text } }
    #expect(
      titles("10061") == [
        "Start the server: On the server, as administrator.",
        "Close port 1433 in the firewall: Only for a test.",
      ])
    #expect(
      titles("53") == [
        "Check the name: Ask the name server for the address.",
        "Close port 1433 in the firewall: Only for a test.",
      ])
    let other = page.serving(EventID("53"))
    #expect(
      other.sections.map(\.anchor) == [
        "how-to-fix-it", "check-the-name", "close-port-1433-in-the-firewall",
      ])
    #expect(!other.document.plainText(of: other.document.indices).contains("net start"))
    for (section, old) in zip(
      other.sections, page.sections.filter { $0.events != [EventID("10061")] })
    {
      #expect(other.document.plainText(of: section.heading) == section.title)
      #expect(other.document.plainText(of: section.body) == page.document.plainText(of: old.body))
    }
  }

  @Test func aGuideHasTheSourceOfItsEvents() throws {
    let built = try Built(ReportSample.guide, ReportSample.reference)
    #expect(built.pages["en-us/guides/refused.md"]?.source == "MSSQLSERVER")
    #expect(built.diagnostics == [])
  }

  @Test(arguments: [
    ("guide", "Ada", "https://example.org/a", "MIT"), ("thread", nil, nil, "CC BY-SA 4.0"),
    ("guide", nil, nil, nil), ("reference", "Ada", "https://example.org/a", "MIT"),
  ])
  func aGuideSaysWhereItComesFrom(
    kind: String, author: String?, address: String?, license: String?
  ) throws {
    let facts = [("author", author), ("address", address), ("license", license)]
      .compactMap { name, value in value.map { "\(name): \($0)\n" } }.joined()
    let file = File(
      "en-us/page.md",
      "---\ntitle: Refused\nkind: \(kind)\nevents: [MSSQLSERVER_10061]\n\(facts)---\n# Refused\n")
    let page = try #require(try Built(file).pages["en-us/page.md"])
    let isTold = kind != "reference"
    #expect(
      page.origin
        == (isTold ? Page.Origin(author: author, address: address, license: license) : nil))
  }

  @Test func reportsWhatFitsNothing() throws {
    let text = """
      ---
      title: Cannot connect
      kind: guid
      events: [MSSQLSERVER_10061]
      sections:
        10061: [start-the-servise]
        53: [start-the-service]
      ---
      # Cannot connect

      ## How to fix it

      ### Start the service

      Now.

      """
    #expect(
      try Built(File("en-us/g.md", text)).diagnostics == [
        "en-us/g.md:3:7: 'guid' is no kind of page; did you mean 'guide'? [page-kind]",
        "en-us/g.md:6:11: no section has the anchor 'start-the-servise'; did you mean 'start-the-service'? [section-event]",
        "en-us/g.md:7:3: the page is not about event '53' but about 10061 [section-event]",
      ])
  }
}
