internal import Markup

/// A page of HTML as libxml2 mended it, laid out flat: nodes in document order, each followed by its
/// descendants.
struct HTMLTree {
  /// An element, or a run of text.
  struct Node {
    /// The element's name in lower case; empty for text.
    var name = ""
    /// The index of the element that it stands in; -1 for the root.
    var parent: Int
    /// The index that follows the last descendant.
    var end: Int
    /// The element's attributes, in `attributes`.
    var attributes = 0..<0
    /// The text, in `pool`.
    var text = 0..<0

    var isText: Bool { name.isEmpty }
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var pool: [UInt8] = []

  /// Reads HTML in UTF-8.
  init(_ html: [UInt8]) {
    var open: [Int] = []
    HTMLParser.walk(HTMLDepth.limited(html)) { event in
      switch event {
      case .start(let name, let given):
        let start = attributes.count
        attributes += given.map { ($0.name.lowercased(), $0.value) }
        nodes.append(
          Node(
            name: name.lowercased(), parent: open.last ?? -1, end: nodes.count + 1,
            attributes: start..<attributes.count))
        open.append(nodes.count - 1)
      case .end:
        if let index = open.popLast() { nodes[index].end = nodes.count }
      case .text(let bytes):
        let start = pool.count
        pool += bytes
        nodes.append(
          Node(parent: open.last ?? -1, end: nodes.count + 1, text: start..<pool.count))
      }
    }
  }
}

extension HTMLTree {
  /// The indices of a node's descendants.
  func descendants(of index: Int) -> Range<Int> { index + 1..<nodes[index].end }

  /// The value of an attribute.
  func attribute(_ name: String, of index: Int) -> String? {
    attributes[nodes[index].attributes].first { $0.name == name }?.value
  }

  /// The words of an element's `class` and `id`, in lower case.
  func words(of index: Int) -> [Substring] {
    var words: [Substring] = []
    for attribute in attributes[nodes[index].attributes]
    where attribute.name == "class" || attribute.name == "id" {
      words += attribute.value.lowercased().split(whereSeparator: \.isWhitespace)
    }
    return words
  }

  /// The words of an element's `itemprop`, in lower case.
  func properties(of index: Int) -> [Substring] {
    (attribute("itemprop", of: index) ?? "").lowercased().split(whereSeparator: \.isWhitespace)
  }

  /// The children of a node, in order.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      children.append(child)
      child = nodes[child].end
    }
    return children
  }

  /// The text of a node and what is in it, blanks folded; what `isHidden` names is left out.
  func text(
    of index: Int, limit: Int = .max, without isHidden: (Int) -> Bool = { _ in false }
  ) -> String {
    var folder = WhitespaceFolder()
    var current = index
    while current < nodes[index].end, folder.bytes.count < limit {
      let node = nodes[current]
      if isHidden(current) || HTMLKind.isUnseen(node.name) {
        current = node.end
        continue
      }
      if node.isText {
        folder.append(pool[node.text])
      } else if HTMLKind.isBlock(node.name) || node.name == "br" {
        folder.separate()
      }
      current += 1
    }
    return String(decoding: folder.bytes, as: UTF8.self)
  }

  /// The first element of a name.
  func first(_ name: String) -> Int? { nodes.firstIndex { $0.name == name } }
}
