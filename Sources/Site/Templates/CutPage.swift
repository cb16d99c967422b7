internal import Render

/// What a template makes of all pages of one shape: bytes that are always the same, and between them
/// holes for the texts.
struct CutPage: Equatable, Sendable {
  private struct Hole: Equatable {
    /// The number of the text that goes there; those that pages share come after a page's own.
    var text: Int
    var isEscaped: Bool
    /// Where in `bytes` it is.
    var place: Int
  }

  private var bytes: [UInt8] = []
  private var holes: [Hole] = []

  /// How many bytes it takes, about.
  var size: Int { bytes.count + holes.count * MemoryLayout<Hole>.size }

  mutating func append(_ bytes: some Collection<UInt8>) { self.bytes += bytes }

  mutating func appendHole(_ text: Int, isEscaped: Bool) {
    holes.append(Hole(text: text, isEscaped: isEscaped, place: bytes.count))
  }

  /// Whether it has holes for no more than so many texts.
  func takes(_ count: Int) -> Bool { holes.allSatisfy { $0.text < count } }

  /// The page with its texts.
  func filled(_ leaves: PageShape.Leaves, _ shared: SharedValues) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(bytes.count + Self.length(of: leaves) + holes.count * 16)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for hole in holes {
        unsafe page.append(
          contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<hole.place]))
        start = hole.place
        if hole.text < leaves.count {
          Self.append(leaves[hole.text], isEscaped: hole.isEscaped, to: &page)
        } else if hole.isEscaped {
          page += shared.escapedLeaves[hole.text - leaves.count]
        } else {
          page += shared.leaves[hole.text - leaves.count].utf8
        }
      }
      unsafe page.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    return page
  }

  private static func append(
    _ leaf: TemplateValues.Value, isEscaped: Bool, to page: inout [UInt8]
  ) {
    switch leaf {
    case .text(let text) where isEscaped: HTMLEscaping.appendAttribute(text.utf8, to: &page)
    case .text(let text): page += text.utf8
    case .html(let html) where isEscaped: HTMLEscaping.appendAttribute(html, to: &page)
    case .html(let html): page += html
    case .absent, .holds, .list: break
    }
  }

  /// How long texts are, unescaped.
  private static func length(of leaves: PageShape.Leaves) -> Int {
    leaves.reduce(0) { length, leaf in
      switch leaf {
      case .text(let text): length + text.utf8.count
      case .html(let html): length + html.count
      case .absent, .holds, .list: length
      }
    }
  }
}
