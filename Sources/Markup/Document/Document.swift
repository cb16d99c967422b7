/// A parsed text: a tree laid out flat.
///
/// The nodes stand in document order, each followed by its descendants, and each names the index
/// that follows its last descendant. All text lies in one pool of UTF-8 bytes. So a document is two
/// arrays: it is walked without recursion however deep the input nests, and written to a file and
/// read back by copying.
package struct Document: Sendable, Hashable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    // Blocks.
    case paragraph
    /// A heading: `detail` is its level, `attribute` its anchor.
    case heading
    case blockQuote
    /// A quote that began with `[!KIND]`: `detail` is an `Alert`.
    case alert
    /// A list: `detail` is 1 where it is ordered, plus 2 where it is tight; `number` is its start.
    case list
    case item
    /// Code: `text` is the code, `attribute` the language as written, or empty; `detail` is a
    /// `CodeStart`.
    case codeBlock
    /// A table: its rows are children, the first of them the header.
    case table
    case tableRow
    /// A cell: `detail` is an `Alignment`.
    case tableCell
    /// What stands in a row after its last column, from the blanks before the pipe: GFM drops it,
    /// a message list needs it.
    case tableSurplus
    case thematicBreak
    /// A tab of `# [Name](#tab/id)`: its first child is a paragraph, the name.
    case tab

    // Inlines.
    case text
    case code
    case emphasis
    case strong
    case superscript
    case `subscript`
    /// A link: `attribute` is its destination as written.
    case link
    /// An image: `attribute` is its source as written; its children are the alternative text.
    case image
    case softBreak
    case hardBreak
    /// A target of links inside a paragraph: `attribute` is its name.
    case anchor
  }

  /// The kinds of alert that Docs Markdown knows.
  package enum Alert: UInt8, Sendable, CaseIterable {
    case note, tip, important, caution, warning

    /// The kind's word in small letters, as JSON and class names have it.
    package var name: String {
      switch self {
      case .note: "note"
      case .tip: "tip"
      case .important: "important"
      case .caution: "caution"
      case .warning: "warning"
      }
    }
  }

  /// Where the lines of a block of code stand in the page.
  package enum CodeStart: UInt8, Sendable {
    /// Only the line of the block is known.
    case unknown
    /// The code begins on the line of the block.
    case sameLine
    /// The code begins on the line after, as in a fence.
    case nextLine
  }

  /// How the cells of a column are set.
  package enum Alignment: UInt8, Sendable {
    case none, left, center, right
  }

  /// Where a run of bytes lies in the pool.
  package struct Slice: Sendable, Hashable {
    package var start: Int32
    package var count: Int32

    package init(start: Int32 = 0, count: Int32 = 0) {
      self.start = start
      self.count = count
    }

    package var isEmpty: Bool { count == 0 }
    package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  package struct Node: Sendable, Hashable {
    package var kind: Kind
    /// A small number whose meaning the kind gives.
    package var detail: UInt8 = 0
    /// A larger number whose meaning the kind gives.
    package var number: Int32 = 0
    /// The index that follows the last descendant.
    package var end: Int32 = 0
    package var text = Slice()
    package var attribute = Slice()
    /// The line of the page on which the node begins; what an include brought has the include's.
    package var line: Int32 = 0

    package init(_ kind: Kind, line: Int32) {
      self.kind = kind
      self.line = line
    }
  }

  package var nodes: [Node] = []
  /// The pool: UTF-8, always valid.
  package var pool: [UInt8] = []

  package init() {}

  /// The indices of all nodes.
  package var indices: Range<Int> { nodes.indices }

  /// The indices of a node's descendants.
  package func descendants(of index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }

  /// The indices of the nodes directly under a node.
  package func children(of index: Int) -> Siblings { Siblings(self, descendants(of: index)) }

  /// The indices of the topmost nodes within a range that holds whole nodes.
  package func roots(in range: Range<Int>) -> Siblings { Siblings(self, range) }

  /// The bytes of a slice.
  package func bytes(_ slice: Slice) -> ArraySlice<UInt8> { pool[slice.range] }

  /// A slice as a string.
  package func string(_ slice: Slice) -> String {
    String(decoding: pool[slice.range], as: UTF8.self)
  }

  /// The nodes that stand beside one another, as indices.
  package struct Siblings: Sequence, IteratorProtocol {
    private let document: Document
    private var upcoming: Int
    private let end: Int

    init(_ document: Document, _ range: Range<Int>) {
      self.document = document
      self.upcoming = range.lowerBound
      self.end = range.upperBound
    }

    package mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(document.nodes[upcoming].end) }
      return upcoming
    }
  }
}
