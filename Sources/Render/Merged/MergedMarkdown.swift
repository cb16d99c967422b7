package import Catalogue
internal import Markup

/// An answer that several pages give as one Markdown text.
package enum MergedMarkdown {
  /// Appends a merged answer, under the title of its first page if that is wanted.
  package static func append(
    _ merged: MergedAnswer, of answer: Answer, hasTitle: Bool, to output: inout [UInt8]
  ) {
    guard hasTitle else {
      return MarkdownWriter.append(merged.document, merged.document.indices, to: &output)
    }
    var document = Document()
    var heading = Document.Node(.heading, line: 0)
    heading.detail = 1
    let index = document.open(heading)
    let title = answer.pages.first?.title ?? "\(answer.source)_\(answer.id)"
    document.appendText(title.utf8, line: 0)
    document.close(index)
    document.append(merged.document.indices, of: merged.document)
    MarkdownWriter.append(document, document.indices, to: &output)
  }
}
