internal import Catalogue
internal import Markup

/// The numbers of a page's fixes, for those who walk its document in order and number each where it
/// begins.
struct FixNumbers {
  /// In order of their nodes; the first is numbered 1.
  private let fixes: [Page.Fix]
  private var next = 0

  init(_ fixes: [Page.Fix] = []) { self.fixes = fixes }

  var count: Int { fixes.count }

  /// The nodes that say a fix, by its place.
  func nodes(of fix: Int) -> Range<Int> { fixes[fix].nodes }

  /// Passes to the first fix that begins at a node or after it.
  mutating func go(to index: Int) {
    next = fixes.firstIndex { $0.nodes.lowerBound >= index } ?? fixes.count
  }

  /// The place of the fix that begins at a node, passing those that lie behind.
  mutating func fix(at index: Int) -> Int? {
    while next < fixes.count, fixes[next].nodes.lowerBound < index { next += 1 }
    guard next < fixes.count, fixes[next].nodes.lowerBound == index else { return nil }
    return next
  }

  /// The number that the item at a node has as a fix.
  mutating func number(ofItem index: Int, in document: Document) -> Int? {
    if let fix = fix(at: index) { return fix + 1 }
    // Or the fix is all that stands in the item.
    guard next < fixes.count, fixes[next].nodes.lowerBound == index + 1,
      fixes[next].nodes.upperBound == Int(document.nodes[index].end)
    else { return nil }
    next += 1
    return next
  }

  /// The number of the fix that a sub-heading is.
  func number(ofHeading heading: Range<Int>) -> Int? {
    fixes.firstIndex { heading.contains($0.nodes.lowerBound) }.map { $0 + 1 }
  }

  /// Whether a fix begins under a node.
  func begin(under nodes: Range<Int>) -> Bool {
    fixes.contains { nodes.contains($0.nodes.lowerBound) }
  }
}
