package import Markup

/// The walk over whole nodes of a document: each is entered before what lies under it and left
/// after.
///
/// The nodes that are open stand on an explicit stack, so the depth of the input costs memory and
/// never the thread's stack. What surplus pipes cut off is passed over, as every renderer does.
///
/// ```swift
/// var events = DocumentEvents(document, range)
/// while let event = events.next() {
///   switch event {
///   case .enter(let node): …
///   case .leave(let node): …
///   }
/// }
/// ```
package struct DocumentEvents {
  package enum Event: Sendable, Hashable {
    /// A node begins; for one without descendants `leave` follows at once.
    case enter(Int)
    case leave(Int)
  }

  private let document: Document
  private let end: Int
  private var upcoming: Int
  /// The nodes entered and not yet left, outermost first.
  package private(set) var open: [Int] = []

  /// The walk over a range that holds whole nodes.
  package init(_ document: Document, _ range: Range<Int>) {
    self.document = document
    self.upcoming = range.lowerBound
    self.end = range.upperBound
  }

  /// The next step, or nil when every node was left.
  package mutating func next() -> Event? {
    while true {
      if let node = open.last, upcoming >= Int(document.nodes[node].end) {
        open.removeLast()
        return .leave(node)
      }
      guard upcoming < end else { return nil }
      let node = upcoming
      if document.nodes[node].kind == .tableSurplus {
        upcoming = Int(document.nodes[node].end)
        continue
      }
      upcoming += 1
      open.append(node)
      return .enter(node)
    }
  }

  /// Passes over the descendants of the node entered last; its `leave` comes next.
  package mutating func skipDescendants() {
    guard let node = open.last else { return }
    upcoming = Int(document.nodes[node].end)
  }

  /// Passes over the text nodes that stand right behind the one entered last and returns the
  /// indices of all of them: text is split where the parser looked for markup and found none.
  package mutating func takeText() -> Range<Int> {
    guard let first = open.last else { return upcoming..<upcoming }
    let limit = open.count > 1 ? Int(document.nodes[open[open.count - 2]].end) : end
    while upcoming < limit, document.nodes[upcoming].kind == .text { upcoming += 1 }
    return first..<upcoming
  }
}
