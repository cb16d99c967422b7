package import Catalogue
internal import Markup

/// A page as `show --format markdown` prints it: its own text, and before what else to read the
/// events that it is often confused with.
package enum PageMarkdown {
  /// Appends a page.
  package static func append(
    _ page: Page, words: InterfaceWords = .english, to output: inout [UInt8]
  ) {
    let document = page.document
    guard let beside = SetBeside.section(of: [page], words: words) else {
      return MarkdownWriter.append(document, document.indices, to: &output)
    }
    let last = page.sections.last
    let end =
      last?.role == .seeAlso
      ? last?.heading.lowerBound ?? document.nodes.count
      : document.nodes.count
    let parts = [
      (document, 0..<end), (beside, beside.indices), (document, end..<document.nodes.count),
    ]
    for (index, (document, range)) in parts.enumerated() where !range.isEmpty {
      if index > 0 { output.append(0x0A) }
      MarkdownWriter.append(document, range, to: &output)
    }
  }
}
