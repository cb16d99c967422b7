/// A place in a file as it was written: front matter, includes and byte-order mark counted.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// The line, counted from 1.
  package var line: Int
  /// The column in UTF-8 bytes, counted from 1.
  package var column: Int

  /// The place at a line and a column, both counted from 1.
  package init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// The first byte of a file.
  package static let start = SourcePosition(line: 1, column: 1)

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
