internal import Catalogue
internal import Markup

/// A page's error states with the table that they were read from.
struct ToldStates {
  /// A row that links may lead to: `state-38`, `state-102-111`.
  struct Row {
    let state: Page.State
    /// The cells that tell what the state means; none where the table was not found.
    let cells: [Int]
    var id = ""

    /// `38`, `102–111`.
    var label: String {
      state.from == state.to ? "\(state.from)" : "\(state.from)–\(state.to)"
    }

    var wantedID: String {
      state.from == state.to ? "state-\(state.from)" : "state-\(state.from)-\(state.to)"
    }
  }

  /// The place of the page among those told.
  let page: Int
  var rows: [Row]
  /// The section that holds the table, and what stands in it before and after.
  let section: Int?
  /// The table itself, if it is one that stands in no other block.
  let table: Int?
  let before: Piece
  let after: Piece

  /// The states of a page; nil where it has none.
  init?(_ page: Page, at place: Int) {
    guard !page.states.isEmpty else { return nil }
    self.page = place
    let document = page.document
    for (index, section) in page.sections.enumerated() {
      let roots = Array(document.roots(in: section.body))
      for (position, root) in roots.enumerated() where document.nodes[root].kind == .table {
        guard let rows = Self.rows(of: page, in: root) else { continue }
        self.rows = rows
        self.section = index
        table = root
        before = Piece(page: place, roots: Array(roots[..<position]), in: document)
        after = Piece(page: place, roots: Array(roots[(position + 1)...]), in: document)
        return
      }
    }
    let start = page.sections.first?.heading.lowerBound ?? document.nodes.count
    let found = document.roots(in: 0..<start).lazy
      .filter { document.nodes[$0].kind == .table }
      .compactMap { root in Self.rows(of: page, in: root).map { (root, $0) } }.first
    table = found?.0
    rows = found?.1 ?? page.states.map { Row(state: $0, cells: []) }
    section = nil
    before = Piece(page: place, nodes: [])
    after = Piece(page: place, nodes: [])
  }

  /// The page's states with the cells of a table that says all of them; nil where it does not.
  private static func rows(of page: Page, in table: Int) -> [Row]? {
    let document = page.document
    var rows: [Row] = []
    var states = page.states[...]
    for row in document.children(of: table).dropFirst() {
      let cells = document.children(of: row).filter { document.nodes[$0].kind == .tableCell }
      let told = cells.dropFirst().filter {
        !document.plainBytes(of: document.descendants(of: $0)).isEmpty
      }
      let text = told.map { document.plainText(at: $0) }.joined(separator: " ")
      // `38, 46` in one row are two states with one text.
      while let state = states.first, state.text == text {
        rows.append(Row(state: state, cells: told))
        states.removeFirst()
        if states.first?.text == text, !Self.names(states.first, in: cells.first, of: document) {
          break
        }
      }
    }
    return states.isEmpty ? rows : nil
  }

  /// Whether a cell has the number that a state begins with.
  private static func names(_ state: Page.State?, in cell: Int?, of document: Document) -> Bool {
    guard let state, let cell else { return false }
    let digits = String(state.from).utf8
    let text = document.plainBytes(of: document.descendants(of: cell))
    return text.split { !(0x30...0x39).contains($0) }.contains { $0.elementsEqual(digits) }
  }
}
