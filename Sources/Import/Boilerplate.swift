internal import Markup

/// Lines that pages carry around an article, such as `Skip to main content`.
enum Boilerplate {
  private static let lines: Set<String> = Set(WordLists.shared["boilerplate"].map(\.wordKey))

  /// Whether a line is such a one as a whole.
  static func isLine(_ line: String) -> Bool {
    line.utf8.count <= 120 && lines.contains(line.wordKey)
  }

  /// Takes such blocks out of a document, at any place between its other blocks.
  static func remove(from document: inout Document, into dropped: inout [String]) {
    var kept = Document()
    var isChanged = false
    for index in document.roots(in: document.indices) {
      let node = document.nodes[index]
      let range = index..<Int(node.end)
      if node.kind == .paragraph || node.kind == .heading, range.count < 8 {
        let text = document.plainText(of: range)
        if isLine(text) {
          dropped.append(text)
          isChanged = true
          continue
        }
      }
      kept.append(range, of: document)
    }
    if isChanged { document = kept }
  }
}
