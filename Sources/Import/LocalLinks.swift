internal import Markup

/// Links from one place of a page to another.
enum LocalLinks {
  /// Takes away the links of a document to headings that it does not have; their text stays.
  static func check(_ document: inout Document) {
    var slugs: Set<String> = []
    for index in document.indices where document.nodes[index].kind == .heading {
      slugs.insert("#" + Slug.of(document.plainText(of: document.descendants(of: index))))
    }
    /// How many nodes before an index are taken away.
    var taken: [Int32] = [0]
    var kept: [Document.Node] = []
    for index in document.indices {
      let node = document.nodes[index]
      let target = node.kind == .link ? document.string(node.attribute) : ""
      let isDead = target.hasPrefix("#") && !slugs.contains(target)
      if !isDead { kept.append(node) }
      taken.append(taken[index] + (isDead ? 1 : 0))
    }
    guard kept.count < document.nodes.count else { return }
    for index in kept.indices { kept[index].end -= taken[Int(kept[index].end)] }
    document.nodes = kept
  }
}
