package import Catalogue

/// A row of a message list as an HTML `article`, which begins as that of a page does.
///
/// It is what `show --format html` prints of an event that has no page.
package enum MessageFragment {
  /// Appends a message.
  package static func append(
    _ message: Message, words: InterfaceWords = .english, to output: inout [UInt8]
  ) {
    let head = ArticleHead(
      source: message.source, ids: [message.id], locale: message.locale,
      title: "\(message.source)_\(message.id)", message: message.text,
      placeholders: Placeholders.ranges(in: Array(message.text.utf8)), severity: message.severity,
      logged: message.logged)
    head.append(words: words, to: &output)
    output.append(contentsOf: "</article>\n".utf8)
  }
}
