internal import Diagnostics

/// What Docs Markdown writes inside lines: includes, videos, snippets, images.
extension InlineConverter {
  mutating func append(_ token: InlineToken, _ parser: inout MarkdownParser) {
    switch token.kind {
    case .include(let label, let path):
      guard let fragment = parser.fragment(for: token, path: path) else {
        startParagraph(&parser)
        joint.append(Array(label.utf8)[...], to: &parser.document, line: fileLine)
        return
      }
      append(fragment, &parser)
    case .video(let address):
      appendSpan(.link, text: address, address: address, &parser)
    case .snippet(let label, let path):
      appendSpan(.link, text: label.isEmpty ? path : label, address: path, &parser)
    case .image(let source, let text):
      appendSpan(.image, text: text, address: source, &parser)
    case .literal(let text):
      startParagraph(&parser)
      joint.append(Array(text.utf8)[...], to: &parser.document, line: fileLine)
    }
  }

  /// Puts a fragment in the place of its include: its inlines where it is one paragraph, its blocks
  /// where they can stand, else its text.
  private mutating func append(_ fragment: Document, _ parser: inout MarkdownParser) {
    var roots = fragment.roots(in: fragment.indices)
    guard let first = roots.next() else { return }
    if roots.next() == nil, fragment.nodes[first].kind == .paragraph {
      startParagraph(&parser)
      joint.append(
        fragment.descendants(of: first), of: fragment, to: &parser.document, line: fileLine)
    } else if isSplittable {
      endParagraph(&parser)
      parser.document.append(fragment.indices, of: fragment, line: fileLine)
    } else {
      startParagraph(&parser)
      joint.append(
        fragment.plainBytes(of: fragment.indices)[...], to: &parser.document, line: fileLine)
    }
  }

  /// Appends a link or an image of one text; the text alone where its address is not allowed.
  mutating func appendSpan(
    _ kind: Document.Kind, text: String, address: String, _ parser: inout MarkdownParser
  ) {
    startParagraph(&parser)
    guard let stored = storeAddress(address, &parser) else {
      joint.append(Array(text.utf8)[...], to: &parser.document, line: fileLine)
      return
    }
    var node = Document.Node(kind, line: fileLine)
    node.attribute = stored
    let index = parser.document.open(node)
    parser.document.appendText(Array(text.utf8), line: fileLine)
    parser.document.close(index)
  }

  func storeAddress(
    _ address: String, _ parser: inout MarkdownParser
  ) -> Document.Slice? {
    parser.storeAddress(address, at: SourcePosition(line: line, column: max(column, 1)))
  }
}
