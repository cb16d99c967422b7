package import Catalogue
internal import Markup

/// A page made ready for the catalogue file: all that costs time and needs no database, so that
/// pages are prepared side by side and written one after another.
package struct PageRecord: Sendable {
  package let page: Page
  /// What `PageCodec` makes of it.
  let body: [UInt8]
  /// The plain text of each section, without that of its sub-sections.
  let sectionTexts: [String]
  /// The plain text of what stands before the first section, but for the title.
  let introduction: String
  /// Its text as lines.
  let lines: PageLines

  package init(_ page: Page) {
    self.page = page
    body = PageCodec.encode(page)
    introduction = Self.introduction(of: page)
    lines = PageLines(page)
    sectionTexts = page.sections.map { page.document.plainText(of: $0.body) }
  }

  private static func introduction(of page: Page) -> String {
    let document = page.document
    var start = document.indices.lowerBound
    let end = page.sections.first?.heading.lowerBound ?? document.indices.upperBound
    while start < end, document.nodes[start].kind == .heading, document.nodes[start].detail == 1 {
      start = Int(document.nodes[start].end)
    }
    return start < end ? document.plainText(of: start..<end) : ""
  }
}
