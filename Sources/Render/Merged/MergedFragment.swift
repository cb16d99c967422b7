package import Catalogue
internal import Markup

/// An answer that several pages give as one HTML `article`, which begins as that of a page does.
package enum MergedFragment {
  /// Appends a merged answer, or its sections alone where no article is wanted.
  package static func append(
    _ merged: MergedAnswer, of answer: Answer, isArticle: Bool, words: InterfaceWords,
    to output: inout [UInt8]
  ) {
    func write(_ nodes: Range<Int>) {
      HTMLWriter.append(merged.document, nodes, words: words, to: &output)
    }
    guard isArticle else {
      for part in merged.parts { write(part.nodes) }
      return
    }
    let page = answer.pages.first
    let message = answer.pages.lazy.compactMap(\.message).first ?? answer.messages.first?.text
    let head = ArticleHead(
      source: answer.source, ids: page?.ids ?? [answer.id], locale: answer.locale,
      title: page?.title ?? "\(answer.source)_\(answer.id)", message: message,
      placeholders: message.map { Placeholders.ranges(in: Array($0.utf8)) } ?? [],
      severity: page?.severity ?? answer.messages.first?.severity,
      logged: page?.logged ?? answer.messages.first?.logged)
    head.append(words: words, to: &output)
    write(merged.introduction)
    for part in merged.parts {
      output.append(contentsOf: "<section data-role=\"\(part.name)\">\n".utf8)
      write(part.nodes)
      output.append(contentsOf: "</section>\n".utf8)
    }
    output.append(contentsOf: "</article>\n".utf8)
  }
}
