internal import Markup

/// Puts the levels of headings in order: each is one below the heading that it stands under.
enum HeadingLevels {
  private static let deepest = 6

  /// Gives the headings of a document levels from `first` on, none left out on the way down.
  static func normalise(_ document: inout Document, from first: Int) {
    /// The levels, as the page has them, of the headings that the next may stand under.
    var above: [UInt8] = []
    for index in document.indices where document.nodes[index].kind == .heading {
      let level = document.nodes[index].detail
      while let last = above.last, last >= level { above.removeLast() }
      above.append(level)
      document.nodes[index].detail = UInt8(min(first + above.count - 1, deepest))
    }
  }
}
