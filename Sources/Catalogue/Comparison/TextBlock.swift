internal import Markup

/// The plain text of a paragraph or cell, with the lines of the page and the links in it.
struct TextBlock {
  struct Link {
    let range: Range<Int>
    /// Its place among the links of the page; links to one target have that of the first.
    let index: Int?
  }

  /// As `Document.plainText(at:)` gives it.
  let text: [UInt8]
  let links: [Link]
  /// The line on which the text from an offset on stands.
  private let lines: [(offset: Int, line: Int)]

  init(_ document: Document, at index: Int, links pageLinks: [Page.Link]) {
    var folder = WhitespaceFolder()
    var lines: [(Int, Int)] = []
    var links: [Link] = []
    var open: [(end: Int, start: Int, index: Int?)] = []
    func close(before node: Int) {
      while let last = open.last, last.end <= node {
        open.removeLast()
        // A blank that waits before the link's text is not part of it.
        let isBlank = last.start < folder.bytes.count && folder.bytes[last.start] == 0x20
        let start = last.start + (isBlank ? 1 : 0)
        if start < folder.bytes.count {
          links.append(Link(range: start..<folder.bytes.count, index: last.index))
        }
      }
    }
    var next = index
    while next < Int(document.nodes[index].end) {
      let node = document.nodes[next]
      close(before: next)
      switch node.kind {
      case .text, .code:
        lines.append((folder.bytes.count, Int(node.line)))
        folder.append(document.bytes(node.text))
      case .link:
        let target = document.string(node.attribute)
        let index = pageLinks.firstIndex { $0.target == target }
        open.append((Int(node.end), folder.bytes.count, index))
      case .tableSurplus:
        next = Int(node.end)
        continue
      case .emphasis, .strong, .superscript, .subscript, .image, .anchor:
        break
      default:
        folder.separate()
      }
      next += 1
    }
    close(before: .max)
    text = folder.bytes
    self.links = links
    self.lines = lines
  }

  /// The links that begin in a range of the text.
  func links(in range: Range<Int>) -> [Link] {
    links.filter { range.contains($0.range.lowerBound) }
  }

  /// Whether a range of the text is a link and nothing else.
  func isLink(_ range: Range<Int>) -> Bool { links.contains { $0.range == range } }

  /// The line of the page on which the text at an offset stands.
  func line(at offset: Int) -> Int {
    lines.last { $0.offset <= offset }?.line ?? 1
  }
}
