import Markup
import Testing

@testable import Catalogue

@Suite struct PageServingTests {
  /// As a damaged catalogue may have it: sections that lie across one another.
  @Test func sectionsThatOverlapLeaveADocumentThatEnds() {
    var document = Document()
    for line in 1...4 {
      let paragraph = document.open(Document.Node(.paragraph, line: Int32(line)))
      document.appendText("\(line)".utf8, line: Int32(line))
      document.close(paragraph)
    }
    var page = Page(
      kind: .guide, source: "S", ids: [EventID("1"), EventID("2")],
      locale: LocaleTag(canonical: "en-US"), title: "T", path: "t.md", document: document)
    page.sections = [(2..<2, 2..<6), (0..<0, 0..<4), (6..<8, 4..<5)].map { heading, body in
      Page.Section(
        role: .cause, anchor: "a", level: 2, title: "A", heading: heading, body: body,
        events: [EventID("2")])
    }
    let served = page.serving(EventID("1"))
    #expect(served.sections.isEmpty)
    #expect(served.document.plainText(of: served.document.indices) == "4")
    for (index, node) in served.document.nodes.enumerated() { #expect(Int(node.end) > index) }
  }
}
