internal import Diagnostics

/// Blocks of raw HTML: libxml2 reads them, and what `HTMLElement` allows of them becomes nodes.
extension MarkdownParser {
  /// Appends what a block of HTML shows.
  mutating func convertHTML(_ literal: [UInt8], line: Int) {
    var builder = HTMLBuilder(line: Int32(line + lineShift))
    swap(&builder.document, &document)
    HTMLParser.walk(literal) { builder.read($0) }
    builder.finish()
    swap(&builder.document, &document)
    for problem in builder.problems {
      report(.htmlRemoved, SourcePosition(line: line), problem)
    }
  }
}
