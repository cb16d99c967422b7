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
  /// Its text as lines.
  let lines: PageLines

  package init(_ page: Page) {
    self.page = page
    body = PageCodec.encode(page)
    lines = PageLines(page)
    sectionTexts = page.sections.map { page.document.plainText(of: $0.body) }
  }
}
