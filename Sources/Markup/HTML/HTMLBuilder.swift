/// Makes nodes of the events of an HTML tree.
struct HTMLBuilder {
  var document = Document()
  /// What was removed, a sentence each.
  private(set) var problems: [String] = []

  private let line: Int32
  /// The elements that are open, with the node that each made.
  private var open: [(name: String, index: Int?)] = []
  /// The paragraph that collects inlines, if one is open.
  private var paragraph: Int?
  /// The element whose content is being removed, by its place in `open`.
  private var removing: Int?
  /// The text of the preformatted block that is open: white space counts, tags do not.
  private var preformatted: [UInt8]?
  private var isBlankPending = false
  private var cellDepth = 0
  private var joint = TextJoint()

  init(line: Int32) { self.line = line }

  mutating func finish() { endParagraph() }

  mutating func read(_ event: HTMLParser.Event) {
    switch event {
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    case .text(let bytes): append(bytes)
    }
  }

  // MARK: Elements

  private mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    guard removing == nil, open.count < 2 * MarkdownParser.depthLimit else {
      open.append((name, nil))
      return
    }
    problems += HTMLAttribute.problems(attributes, of: name)
    if preformatted != nil {
      startInPreformatted(name)
      return
    }
    func attribute(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    var made: Int?
    switch HTMLElement.treatment(of: name) {
    case .unwrap: break
    // A name that is no element's: the tag was text, and so it stays.
    case nil: append(Array("<\(name)>".utf8))
    case .remove:
      problems.append("the element '\(name)' is removed")
      removing = open.count
    case .hide: removing = open.count
    case .lineBreak:
      startParagraph()
      document.open(Document.Node(.hardBreak, line: line))
    case .rule:
      separate()
      if !isInlineOnly { document.open(Document.Node(.thematicBreak, line: line)) }
    case .emphasis: made = span(.emphasis)
    case .strong: made = span(.strong)
    case .superscript: made = span(.superscript)
    case .subscript: made = span(.subscript)
    case .code: made = span(.code)
    case .anchor:
      if let anchor = attribute("name") ?? attribute("id"), !anchor.isEmpty {
        let index = span(.anchor)
        document.nodes[index].attribute = document.store(anchor.utf8)
        document.close(index)
      }
      if let target = attribute("href"), !target.isEmpty, LinkTarget.isAllowed(target) {
        let index = span(.link)
        document.nodes[index].attribute = document.store(target.utf8)
        made = index
      }
    case .image:
      guard let source = attribute("src"), LinkTarget.isAllowed(source) else {
        append(Array((attribute("alt") ?? "").utf8))
        break
      }
      let index = span(.image)
      document.nodes[index].attribute = document.store(source.utf8)
      document.appendText(Array((attribute("alt") ?? "").utf8), line: line)
      document.close(index)
    case .block: separate()
    case .heading(let level):
      made = block(.heading)
      if let made { document.nodes[made].detail = level }
    case .preformatted:
      made = block(.codeBlock)
      if made != nil { preformatted = [] }
    case .quote: made = block(.blockQuote)
    case .list(let isOrdered):
      made = block(.list)
      if let made {
        document.nodes[made].detail = isOrdered ? 3 : 2
        document.nodes[made].number = Int32(attribute("start") ?? "") ?? 1
      }
    case .item:
      let isInList = enclosing { $0 == .list }
      made = isInList ? block(.item) : nil
      if !isInList { separate() }
    case .table: made = block(.table)
    case .row: made = enclosing { $0 == .table } ? block(.tableRow) : nil
    case .cell, .headerCell:
      if enclosing({ $0 == .tableRow }) {
        endParagraph()
        made = document.open(Document.Node(.tableCell, line: line))
        cellDepth += 1
      } else {
        separate()
      }
    }
    open.append((name, made))
  }

  /// Begins an element among preformatted text, of which only the text is kept.
  private mutating func startInPreformatted(_ name: String) {
    switch HTMLElement.treatment(of: name) {
    case nil: append(Array("<\(name)>".utf8))
    case .lineBreak: append([0x0A])
    case .remove:
      problems.append("the element '\(name)' is removed")
      removing = open.count
    case .hide: removing = open.count
    default: break
    }
    open.append((name, nil))
  }

  private mutating func end(_ name: String) {
    guard let last = open.popLast() else { return }
    if let removed = removing {
      if open.count == removed { removing = nil }
      return
    }
    guard let index = last.index else {
      if case .block = HTMLElement.treatment(of: name) { separate() }
      return
    }
    joint.cut()
    let kind = document.nodes[index].kind
    switch kind {
    case .codeBlock:
      var text = (preformatted ?? [])[...]
      // A line feed right after the tag is no content (HTML, section 13.1.2.5).
      if text.first == 0x0A { text = text.dropFirst() }
      if text.last != 0x0A { text.append(0x0A) }
      document.nodes[index].text = document.store(text)
      preformatted = nil
    case .tableCell:
      cellDepth -= 1
      isBlankPending = false
    case .paragraph, .heading, .blockQuote, .list, .item, .table, .tableRow:
      endParagraph()
    case .code:
      document.close(index)
      document.flattenCode(at: index)
    default:
      break
    }
    document.close(index)
  }

  private func enclosing(_ isWanted: (Document.Kind) -> Bool) -> Bool {
    guard let inner = open.last(where: { $0.index != nil })?.index else { return false }
    return isWanted(document.nodes[inner].kind)
  }

  /// Whether only inlines can stand here: in a cell, a heading, or a span whose paragraph would else
  /// end within it.
  private var isInlineOnly: Bool {
    cellDepth > 0 || isInsideSpan || enclosing { $0 == .heading }
  }

  /// Opens a block, or nothing where only inlines can stand.
  private mutating func block(_ kind: Document.Kind) -> Int? {
    separate()
    return isInlineOnly ? nil : document.open(Document.Node(kind, line: line))
  }

  private mutating func span(_ kind: Document.Kind) -> Int {
    startParagraph()
    flushBlank()
    return document.open(Document.Node(kind, line: line))
  }

  /// Ends the paragraph; where only inlines can stand, a blank stands between.
  private mutating func separate() {
    if isInlineOnly { isBlankPending = true } else { endParagraph() }
  }

  // MARK: Text

  private mutating func startParagraph() {
    guard paragraph == nil, cellDepth == 0, !enclosing({ $0 == .heading || $0 == .paragraph }),
      !isInsideSpan
    else { return }
    paragraph = document.open(Document.Node(.paragraph, line: line))
    isBlankPending = false
  }

  private var isInsideSpan: Bool {
    enclosing {
      switch $0 {
      case .emphasis, .strong, .link, .code, .superscript, .subscript: true
      default: false
      }
    }
  }

  private mutating func endParagraph() {
    isBlankPending = false
    guard let index = paragraph else { return }
    paragraph = nil
    if document.nodes.count == index + 1 {
      document.nodes.removeLast()
    } else {
      document.close(index)
    }
  }

  private mutating func flushBlank() {
    guard isBlankPending else { return }
    isBlankPending = false
    joint.append([0x20], to: &document, line: line)
  }

  private mutating func append(_ text: [UInt8]) {
    guard removing == nil else { return }
    if preformatted != nil {
      preformatted?.append(contentsOf: text)
      return
    }
    var run: [UInt8] = []
    for byte in text {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C {
        if !run.isEmpty { appendRun(run) }
        run = []
        isBlankPending = paragraph != nil || cellDepth > 0 || isInsideSpan
      } else {
        run.append(byte)
      }
    }
    if !run.isEmpty { appendRun(run) }
  }

  private mutating func appendRun(_ run: [UInt8]) {
    startParagraph()
    let isFirst = document.nodes.last.map { $0.kind == .tableCell || $0.kind == .paragraph } ?? true
    if isFirst { isBlankPending = false }
    flushBlank()
    joint.append(run[...], to: &document, line: line)
  }
}
