import Markup

/// Makes documents out of everything that Markdown trips over, the same for the same seed.
struct MarkdownGenerator {
  private var state: UInt64
  private var sketch = DocumentSketch()

  static func document(seed: UInt64) -> Document {
    var generator = MarkdownGenerator(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    generator.blocks(1...3, depth: 0)
    return generator.sketch.document
  }

  private init(state: UInt64) { self.state = state }

  /// SplitMix64.
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(elements.count)]
  }

  /// Opens a node by hand: the sketch's closures cannot reach the generator.
  private mutating func node(
    _ kind: Document.Kind, detail: UInt8 = 0, number: Int32 = 0, text: String = "",
    attribute: String = "", _ body: (inout MarkdownGenerator) -> Void = { _ in }
  ) {
    let state = self.state
    var inner = MarkdownGenerator(state: state)
    sketch.node(kind, detail: detail, number: number, text: text, attribute: attribute) { sketch in
      inner.sketch = sketch
      body(&inner)
      sketch = inner.sketch
    }
    self.state = inner.state
  }

  // MARK: Blocks

  private mutating func blocks(_ count: ClosedRange<Int>, depth: Int) {
    for _ in 0..<count.lowerBound + next(count.upperBound - count.lowerBound + 1) {
      block(depth: depth)
    }
  }

  private mutating func block(depth: Int) {
    switch next(depth < 3 ? 11 : 5) {
    case 0, 1: node(.paragraph) { $0.inlines(breaks: true) }
    case 2: node(.heading, detail: UInt8(1 + next(6))) { $0.inlines(breaks: false) }
    case 3: node(.thematicBreak)
    case 4: codeBlock()
    case 5: node(.blockQuote) { $0.blocks(0...2, depth: depth + 1) }
    case 6: node(.alert, detail: UInt8(next(5))) { $0.blocks(1...3, depth: depth + 1) }
    case 7: table()
    case 8, 9: looseList(depth: depth)
    default: tightList(depth: depth)
    }
  }

  private mutating func codeBlock() {
    let lines = (0..<next(4)).map { _ in
      pick(["", "```", "~~~~", "   x", "`````` a", "> q", "\t- a", "select *", "    ", "# no"])
        + "\n"
    }
    let info = pick(["", "sql", "a b", "c`d", "x\\*y", "&amp;", "~~~"])
    node(.codeBlock, text: lines.joined(), attribute: info)
  }

  /// A list that has a place for the blank line that makes it loose.
  private mutating func looseList(depth: Int) {
    let isOrdered = next(2) == 1
    node(.list, detail: isOrdered ? 1 : 0, number: isOrdered ? Int32(pick([0, 1, 7, 998])) : 0) {
      for _ in 0..<2 + $0.next(2) {
        $0.node(.item) {
          $0.node(.paragraph) { $0.inlines(breaks: true) }
          $0.blocks(0...2, depth: depth + 1)
        }
      }
    }
  }

  /// A list whose items have nothing that needs a blank line.
  private mutating func tightList(depth: Int) {
    let isOrdered = next(2) == 1
    node(.list, detail: isOrdered ? 3 : 2, number: isOrdered ? 1 : 0) {
      for _ in 0..<1 + $0.next(3) {
        $0.node(.item) {
          $0.node(.paragraph) {
            $0.sketch.text("a ")
            $0.inlines(breaks: true)
          }
          switch $0.next(depth < 3 ? 6 : 3) {
          case 0: $0.codeBlock()
          case 1: $0.node(.heading, detail: 3) { $0.inlines(breaks: false) }
          case 2: $0.node(.thematicBreak)
          case 3: $0.tightList(depth: depth + 1)
          default: break
          }
        }
      }
    }
  }

  private mutating func table() {
    let columns = 1 + next(3)
    node(.table) {
      for _ in 0..<1 + $0.next(3) {
        $0.node(.tableRow) {
          for _ in 0..<columns {
            $0.node(.tableCell) { if $0.next(4) > 0 { $0.inlines(breaks: false) } }
          }
        }
      }
    }
  }

  // MARK: Inlines

  /// Inline nodes; breaks stand between words only.
  private mutating func inlines(breaks: Bool, depth: Int = 0, isLinked: Bool = false) {
    for _ in 0..<1 + next(5) {
      switch next(depth < 3 ? 12 : 4) {
      case 0...3: sketch.text(run())
      case 4:
        node(
          .code, text: pick(["a", "`", "``b", " x ", "  ", "a|b", "\\", "\\|", "*", "c` d", "x "]))
      case 5: node(.emphasis) { $0.inlines(breaks: false, depth: depth + 1, isLinked: isLinked) }
      case 6: node(.strong) { $0.inlines(breaks: false, depth: depth + 1, isLinked: isLinked) }
      case 7: node(.superscript) { $0.sketch.text("2") }
      case 8: node(.anchor, attribute: pick(["x", "a&b", "q\"<"]))
      case 9 where !isLinked:
        node(.link, attribute: target()) {
          $0.inlines(breaks: false, depth: depth + 1, isLinked: true)
        }
      case 10: node(.image, attribute: target()) { $0.sketch.text($0.run()) }
      case 11 where breaks:
        sketch.text("a")
        node(next(2) == 0 ? .softBreak : .hardBreak)
        sketch.text(run() + "b")
      default: sketch.text("w")
      }
    }
  }

  /// A run of text out of hazards.
  private mutating func run() -> String {
    let pieces = [
      "a", "b1", " ", " ", "*", "**", "_", "__", "`", "[", "]", "(", ")", "<", ">", "\\", "&", "#",
      "|", "~", "!", "-", "--", "---", "===", "+", "1.", "2) ", ":", ":-", "&amp;", "&#65", ";",
      "<b>", "%.*ls", "LOGON_FAILED", "é", "。", "€", "字", "\u{A0}", "[!NOTE]", "http://x.y", "\"",
      "</", "<!--", "^", "= ", "# ", "- ", "| a |", ":::",
    ]
    return (0..<1 + next(4)).map { _ in pick(pieces) }.joined()
  }

  private mutating func target() -> String {
    pick([
      "", "a.md", "a b", "(x", "(x)", "<y>", "a\\*b", "&amp;", "~/d/e.md?f#g", "x|y",
      "/p(v=sql.105)",
      "é", "a\\", "b`c",
    ])
  }
}
