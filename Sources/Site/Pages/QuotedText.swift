internal import Markup
internal import Render

/// Words as they stand in a file, with their markup, as HTML.
enum QuotedText {
  /// The words as inline markup: code and emphasis, and of links the text, since their targets mean
  /// something only where the words stand.
  static func html(of words: String) -> [UInt8] {
    let document = document(of: words)
    var html: [UInt8] = []
    for root in document.roots(in: document.indices) {
      if !html.isEmpty { html.append(0x20) }
      if document.nodes[root].kind == .paragraph {
        HTMLWriter.append(
          document, document.descendants(of: root),
          rewriting: HTMLRewriting(link: { _ in nil }, picture: { _ in nil }, places: [:]),
          to: &html)
      } else {
        // A heading or a list, as words out of their page may seem to be.
        let nodes = root..<Int(document.nodes[root].end)
        HTMLEscaping.appendText(document.plainBytes(of: nodes), to: &html)
      }
    }
    return html
  }

  /// The words without their markup.
  static func plain(_ words: String) -> String {
    let document = document(of: words)
    return document.plainText(of: document.indices)
  }

  private static func document(of words: String) -> Document {
    var parser = MarkdownParser(path: "", library: FragmentLibrary(locator: NoFragments()))
    return parser.parse(Array(words.utf8))
  }

  /// What words include cannot be had here: its label stands for it.
  private struct NoFragments: FragmentLocator {
    func locate(_ target: String, from file: String) -> FragmentLocation { .missing }
    func read(_ path: String) throws -> [UInt8] { [] }
  }
}
