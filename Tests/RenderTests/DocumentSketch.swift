import Markup

/// Builds documents by nesting closures.
struct DocumentSketch {
  private(set) var document = Document()

  init() {}

  init(_ body: (inout DocumentSketch) -> Void) { body(&self) }

  /// A node with what stands under it.
  mutating func node(
    _ kind: Document.Kind, detail: UInt8 = 0, number: Int32 = 0, text: String = "",
    attribute: String = "", _ body: (inout DocumentSketch) -> Void = { _ in }
  ) {
    var node = Document.Node(kind, line: 1)
    node.detail = detail
    node.number = number
    node.text = document.store(text.utf8)
    node.attribute = document.store(attribute.utf8)
    let index = document.open(node)
    body(&self)
    document.close(index)
  }

  mutating func text(_ text: String) { node(.text, text: text) }

  mutating func paragraph(_ text: String) { node(.paragraph) { $0.text(text) } }

  mutating func heading(_ level: UInt8, _ text: String, anchor: String = "") {
    node(.heading, detail: level, attribute: anchor) { $0.text(text) }
  }

  mutating func item(_ text: String) { node(.item) { $0.paragraph(text) } }

  /// A table of plain cells.
  mutating func table(_ rows: [[String]], alignment: Document.Alignment = .none) {
    node(.table) { sketch in
      for row in rows {
        sketch.node(.tableRow) { sketch in
          for cell in row {
            sketch.node(.tableCell, detail: alignment.rawValue) { $0.text(cell) }
          }
        }
      }
    }
  }
}
