/// A table of HTML: whether it is one or only lays things out, and its cells in rows and columns.
struct HTMLTable {
  /// The cells by row; nil where a cell before it, or above, reaches.
  private(set) var rows: [[Int?]] = []
  /// How many columns there are.
  private(set) var columns = 0

  /// Whether it has far more places than cells, or more columns than are counted: lines of text keep
  /// more of it than rows would.
  private(set) var isMostlyHoles = false

  private static let mostColumns = 200

  /// Whether a table is for layout: it says so, holds another table, headings or a form, has one
  /// row or column, or long texts without any heading cell.
  static func isLayout(_ index: Int, in outline: HTMLOutline) -> Bool {
    let tree = outline.tree
    let role = tree.attribute("role", of: index)?.lowercased()
    if role == "presentation" || role == "none" { return true }
    var hasHead = role == "table" || role == "grid"
    for child in tree.descendants(of: index) {
      switch tree.nodes[child].name {
      case "th", "caption", "thead": hasHead = true
      case "table", "form", "h1", "h2", "h3", "blockquote": return true
      case "td" where !hasHead && outline.text[child] > 600: return true
      case "pre" where !hasHead: return true
      default: break
      }
    }
    let table = HTMLTable(index, in: outline)
    return table.isMostlyHoles || table.columns < 2 || (table.rows.count < 2 && !hasHead)
  }

  /// Reads the rows of a table that holds no other.
  init(_ index: Int, in outline: HTMLOutline) {
    let tree = outline.tree
    /// How many rows more the cell above reaches down, by column.
    var reaching: [Int: Int] = [:]
    var row: [Int?] = []
    var cells = 0
    var isOpen = false
    func endRow(_ rows: inout [[Int?]]) {
      guard isOpen else { return }
      while let left = reaching[row.count], left > 0 {
        reaching[row.count] = left - 1
        row.append(nil)
      }
      if row.contains(where: { $0 != nil }) { rows.append(row) }
      row = []
      isOpen = false
    }
    var rows: [[Int?]] = []
    var current = index + 1
    while current < tree.nodes[index].end {
      let node = tree.nodes[current]
      if outline.isHidden[current] {
        current = node.end
        continue
      }
      switch node.name {
      case "tr":
        endRow(&rows)
        isOpen = true
      case "td", "th":
        isOpen = true
        while let left = reaching[row.count], left > 0 {
          reaching[row.count] = left - 1
          row.append(nil)
        }
        cells += 1
        if row.count >= Self.mostColumns { isMostlyHoles = true }
        let across = Self.span("colspan", of: current, in: tree)
        let down = Self.span("rowspan", of: current, in: tree)
        for column in 0..<across where row.count < Self.mostColumns {
          if down > 1 { reaching[row.count] = down - 1 }
          row.append(column == 0 ? current : nil)
        }
        current = node.end
        continue
      default: break
      }
      current += 1
    }
    endRow(&rows)
    self.rows = rows
    // Columns in which no cell begins say nothing.
    columns = rows.reduce(0) { most, row in max(most, (row.lastIndex { $0 != nil } ?? -1) + 1) }
    if rows.count * columns > 1_000 + cells * 8 { isMostlyHoles = true }
  }

  private static func span(_ name: String, of cell: Int, in tree: HTMLTree) -> Int {
    min(max(tree.attribute(name, of: cell).flatMap { Int($0.trimmed) } ?? 1, 1), mostColumns)
  }
}
