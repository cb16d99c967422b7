internal import Markup

/// The text of code in a page of HTML, with the line ends that a reader sees.
struct CodeText {
  /// The text as it stands, blanks at either end with it.
  private(set) var bytes: [UInt8] = []

  /// Reads a preformatted element: its own line breaks, `br`, and the ends of blocks.
  init(_ index: Int, in outline: HTMLOutline) {
    let tree = outline.tree
    var blockEnds: [Int] = []
    var current = index + 1
    while current < tree.nodes[index].end {
      while let end = blockEnds.last, end <= current {
        blockEnds.removeLast()
        if bytes.last != 0x0A { bytes.append(0x0A) }
      }
      let node = tree.nodes[current]
      if outline.isHidden[current] || HTMLKind.isUnseen(node.name) {
        current = node.end
        continue
      }
      if node.isText {
        append(tree.pool[node.text])
      } else if node.name == "br" {
        bytes.append(0x0A)
      } else if HTMLKind.isBlock(node.name) {
        blockEnds.append(node.end)
      }
      current += 1
    }
  }

  /// Whether more than one line of it has text.
  var hasLines: Bool {
    bytes.split(separator: 0x0A).count { line in line.contains { $0 > 0x20 } } > 1
  }

  /// The lines as a block of code has them: none empty at either end, no blanks at their ends; nil
  /// where there is no text.
  var block: [UInt8]? {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { line in
        var line = line
        while let last = line.last, last <= 0x20 { line.removeLast() }
        return line
      }[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.isEmpty ? nil : lines.joined(separator: [0x0A]) + [0x0A]
  }

  /// No-break spaces indent code in old pages; nobody types them.
  private mutating func append(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xA0 {
        bytes.append(0x20)
        index += 2
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
  }
}
