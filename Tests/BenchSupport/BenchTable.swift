/// Rows of a table in Markdown.
package struct BenchTable: Sendable {
  private let heads: [String]
  private var rows: [[String]] = []

  package init(_ heads: String...) { self.heads = heads }

  /// Adds a row; what it lacks is empty.
  package mutating func add(_ cells: String...) {
    rows.append(cells + Array(repeating: "", count: max(heads.count - cells.count, 0)))
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// The table; a pipe in a cell stays one.
  package var markdown: String {
    var text = Self.line(heads) + Self.line(heads.map { _ in "---" })
    for row in rows { text += Self.line(row) }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
