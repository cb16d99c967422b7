internal import Markup

/// Makes a document of elements of a page: what an article is made of stays, wrappers go.
///
/// Headings keep the levels of their elements; `HeadingLevels` puts them in order afterwards. What
/// is bold and stands alone where a heading would is one, below those of elements.
struct ArticleBuilder {
  /// What a heading is that only bold letters make.
  static let boldLevel: UInt8 = 7
  /// How deep lists and quotes may nest; what lies deeper is kept without its nesting.
  private static let depthLimit = 24

  private(set) var document = Document()

  private let outline: HTMLOutline
  private var tree: HTMLTree { outline.tree }
  /// What addresses are relative to, where that is known.
  private let base: Address?
  /// The slugs of the headings that are kept, by the identifiers that links lead to.
  private let anchors: [String: String]
  /// Nodes that are left out.
  private let left: Set<Int>
  /// Whether a text that is bold and alone is a heading.
  private let isHeading: (String) -> Bool

  /// What an open element made.
  private struct Frame {
    let end: Int
    var made: Int?
    var kind: Closing
    /// The item of a list that was begun last.
    var lastItem: Int?
  }
  private enum Closing { case block, span, container, heading, list }

  private var frames: [Frame] = []
  private var paragraph: Int?
  /// The spans that are open in the paragraph, the innermost last.
  private var spans: [Int] = []
  private var isBlankPending = false
  private var breaks = 0
  /// The text node that further text may be joined to.
  private var joint: Int?
  private var isInCell = false
  private var isInHead = false
  /// How many cells and headings are open: only inlines can stand there.
  private var inlineOnly = 0
  private var depth = 0

  init(
    _ outline: HTMLOutline, base: Address?, anchors: [String: String], without left: Set<Int>,
    isHeading: @escaping (String) -> Bool
  ) {
    self.outline = outline
    self.base = base
    self.anchors = anchors
    self.left = left
    self.isHeading = isHeading
  }

  /// Appends an element and what is in it.
  mutating func append(_ root: Int) {
    var index = root
    while index < tree.nodes[root].end {
      while let last = frames.last, last.end <= index { close(frames.removeLast()) }
      if let next = enter(index, isRoot: index == root) {
        index = next
      } else {
        index += 1
      }
    }
    while let last = frames.popLast() { close(last) }
    endParagraph()
  }

  // MARK: Elements

  /// Begins a node; returns where to go on if not with what is in it.
  private mutating func enter(_ index: Int, isRoot: Bool) -> Int? {
    let node = tree.nodes[index]
    if node.isText {
      append(tree.pool[node.text])
      return node.end
    }
    guard isRoot || !(outline.isHidden[index] || left.contains(index)),
      !HTMLKind.isUnseen(node.name)
    else { return node.end }
    if !isRoot, inlineOnly == 0, outline.isLinkBlock(index) { return node.end }
    if isFirstInAlert, outline.isAlertTitle(index) { return node.end }
    if let level = HTMLKind.headingLevel(node.name) {
      openHeading(level, index)
      return nil
    }
    if inlineOnly == 0, !isInAlert, let kind = outline.alert(at: index) {
      openContainer(.alert, index)
      if let made = frames.last?.made, document.nodes[made].kind == .alert {
        document.nodes[made].detail = kind.rawValue
      }
      return nil
    }
    switch node.name {
    case "br": breaks += 1
    case "hr": separate()
    case "em", "i", "var", "cite", "dfn": openSpan(.emphasis, index)
    case "strong", "b": openSpan(.strong, index)
    case "sup": openSpan(.superscript, index)
    case "sub": openSpan(.subscript, index)
    case "code", "kbd", "samp", "tt": return appendCode(index)
    case "pre", "listing", "xmp": return appendCodeBlock(index)
    case "a": openLink(index)
    case "img": appendImage(index)
    case "q": append([0x22])
    case "blockquote": openContainer(.blockQuote, index)
    case "ul", "dir", "menu", "ol": openList(index)
    case "li": openItem(index)
    case "dl": openList(index)
    case "dt": openItem(index)
    case "dd":
      // The definition stands in the line of its term unless it has blocks of its own.
      if paragraph != nil, inlineOnly == 0, beginsWithText(index) {
        closeSpans()
        isBlankPending = false
        breaks = 0
        appendText((document.pool.last == UInt8(ascii: ":") ? " " : ": ").utf8.map { $0 }[...])
      } else {
        separate()
      }
      frames.append(Frame(end: node.end, kind: .block))
    case "summary", "legend":
      separate()
      frames.append(Frame(end: node.end, kind: .block))
      openSpan(.strong, index)
    case "table":
      guard !HTMLTable.isLayout(index, in: outline), inlineOnly == 0 else {
        separate()
        break
      }
      appendTable(index)
      return node.end
    default:
      if HTMLKind.isBlock(node.name) {
        separate()
        frames.append(Frame(end: node.end, kind: .block))
      }
    }
    return nil
  }

  private mutating func close(_ frame: Frame) {
    switch frame.kind {
    case .block: separate()
    case .span:
      if let made = frame.made, let place = spans.lastIndex(of: made) {
        while spans.count > place { closeSpan() }
      }
    case .heading:
      inlineOnly -= 1
      closeSpans()
      isBlankPending = false
      breaks = 0
      if let made = frame.made { closeOrDrop(made) }
    case .container, .list:
      endParagraph()
      depth -= 1
      guard let made = frame.made else { return }
      closeOrDrop(made)
      if frame.kind == .list, made < document.nodes.count { tighten(made) }
    }
  }

  private mutating func closeOrDrop(_ index: Int) {
    if document.nodes.count == index + 1 {
      document.nodes.removeLast()
    } else {
      document.close(index)
    }
  }

  // MARK: Blocks

  private mutating func openHeading(_ level: UInt8, _ index: Int) {
    endParagraph()
    guard inlineOnly == 0, depth == 0 else {
      separate()
      frames.append(Frame(end: tree.nodes[index].end, kind: .block))
      openSpan(.strong, index)
      return
    }
    var heading = Document.Node(.heading, line: 1)
    heading.detail = level
    let made = document.open(heading)
    inlineOnly += 1
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .heading))
  }

  private mutating func openContainer(_ kind: Document.Kind, _ index: Int) {
    separate()
    guard inlineOnly == 0, depth < Self.depthLimit else { return }
    let made = document.open(Document.Node(kind, line: 1))
    depth += 1
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .container))
  }

  private mutating func openList(_ index: Int) {
    separate()
    guard inlineOnly == 0, depth < Self.depthLimit else { return }
    // A list right in a list belongs to the item before it.
    if let outer = frames.lastIndex(where: { $0.kind == .list || $0.kind == .container }),
      frames[outer].kind == .list
    {
      if let item = frames[outer].lastItem, document.nodes.at(item)?.kind == .item {
        frames.append(Frame(end: tree.nodes[index].end, made: item, kind: .container))
        depth += 1
      } else {
        openItem(index)
      }
    }
    var list = Document.Node(.list, line: 1)
    list.detail = tree.nodes[index].name == "ol" ? 1 : 0
    let start = tree.attribute("start", of: index).flatMap { Int32($0.trimmed) } ?? 1
    list.number = max(0, start)
    let made = document.open(list)
    depth += 1
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .list))
  }

  private mutating func openItem(_ index: Int) {
    endParagraph()
    guard inlineOnly == 0,
      let list = frames.lastIndex(where: { $0.kind == .list || $0.kind == .container }),
      frames[list].kind == .list
    else {
      // An item in no list, or where no list can stand.
      separate()
      frames.append(Frame(end: tree.nodes[index].end, kind: .block))
      return
    }
    let isTerm = tree.nodes[index].name == "dt"
    let made = document.open(Document.Node(.item, line: 1))
    frames[list].lastItem = made
    depth += 1
    // The definitions of a term follow it.
    let end = isTerm ? definitionEnd(of: index, in: frames[list].end) : tree.nodes[index].end
    frames.append(Frame(end: end, made: made, kind: .container))
    if isTerm { openSpan(.strong, index) }
  }

  /// Where the definitions of a term end: at the next term, or with the list.
  private func definitionEnd(of term: Int, in listEnd: Int) -> Int {
    var index = tree.nodes[term].end
    let parentEnd = tree.nodes[tree.nodes[term].parent].end
    var hasDefinition = false
    while index < min(listEnd, parentEnd) {
      if tree.nodes[index].name == "dt", hasDefinition { return index }
      if tree.nodes[index].name == "dt" { return index }
      if tree.nodes[index].name == "dd" { hasDefinition = true }
      index = tree.nodes[index].end
    }
    return min(listEnd, parentEnd)
  }

  /// A list is tight where no item holds two blocks, its sub-lists not counted.
  private mutating func tighten(_ list: Int) {
    var isTight = true
    var item = list + 1
    while item < Int(document.nodes[list].end) {
      var block = item + 1
      var count = 0
      while block < Int(document.nodes[item].end) {
        if document.nodes[block].kind != .list { count += 1 }
        block = Int(document.nodes[block].end)
      }
      if count > 1 { isTight = false }
      item = Int(document.nodes[item].end)
    }
    if isTight { document.nodes[list].detail |= 2 }
  }

  private var isInAlert: Bool {
    // A span may be gone while its element is still open; a container is not.
    frames.contains { frame in
      guard frame.kind == .container, let made = frame.made else { return false }
      return document.nodes.at(made)?.kind == .alert
    }
  }

  private var isFirstInAlert: Bool {
    guard let last = document.nodes.last else { return false }
    return last.kind == .alert
      || (last.kind == .paragraph && document.nodes.at(document.nodes.count - 2)?.kind == .alert)
  }

  private func beginsWithText(_ index: Int) -> Bool {
    let first = tree.children(of: index).first { child in
      !tree.nodes[child].isText || tree.pool[tree.nodes[child].text].contains { $0 > 0x20 }
    }
    return first.map { !HTMLKind.isBlock(tree.nodes[$0].name) } ?? false
  }

  // MARK: Code

  private mutating func appendCodeBlock(_ index: Int) -> Int? {
    let end = tree.nodes[index].end
    guard inlineOnly == 0 else { return appendCode(index) }
    separate()
    appendCode(lines(of: index), language: CodeLanguage.of(index, in: tree))
    return end
  }

  /// Appends what `code` and its like hold: in the line, or as a block where it has several lines.
  private mutating func appendCode(_ index: Int) -> Int? {
    let end = tree.nodes[index].end
    let code = lines(of: index)
    let trimmed = Self.trimmed(code)
    guard !trimmed.isEmpty else { return end }
    if trimmed.contains(0x0A), inlineOnly == 0, paragraph == nil, holdsBreaks(index) {
      appendCode(code, language: CodeLanguage.of(index, in: tree))
      return end
    }
    var folder = WhitespaceFolder()
    folder.append(trimmed)
    startParagraph()
    if code.first.map({ $0 <= 0x20 }) ?? false { isBlankPending = true }
    flushBlank()
    var node = Document.Node(.code, line: 1)
    node.text = document.store(folder.bytes)
    document.open(node)
    isBlankPending = code.last.map { $0 <= 0x20 } ?? false
    return end
  }

  private func holdsBreaks(_ index: Int) -> Bool {
    tree.descendants(of: index).contains { ["br", "pre", "div"].contains(tree.nodes[$0].name) }
  }

  private mutating func appendCode(_ code: [UInt8], language: String?) {
    var lines = code.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { line in
        var line = line
        while let last = line.last, last <= 0x20 { line.removeLast() }
        return line
      }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard !lines.isEmpty else { return }
    var node = Document.Node(.codeBlock, line: 1)
    node.text = document.store(lines.joined(separator: [0x0A]) + [0x0A])
    if let language { node.attribute = document.store(language.utf8) }
    document.open(node)
  }

  /// The text of a preformatted element: its own line breaks, `br`, and the ends of blocks.
  private func lines(of index: Int) -> [UInt8] {
    var code: [UInt8] = []
    var blockEnds: [Int] = []
    var current = index + 1
    while current < tree.nodes[index].end {
      while let end = blockEnds.last, end <= current {
        blockEnds.removeLast()
        if code.last != 0x0A { code.append(0x0A) }
      }
      let node = tree.nodes[current]
      if outline.isHidden[current] || HTMLKind.isUnseen(node.name) {
        current = node.end
        continue
      }
      if node.isText {
        // No-break spaces indent code in old pages; nobody types them.
        code +=
          String(decoding: tree.pool[node.text], as: UTF8.self)
          .replacing("\u{A0}", with: " ").utf8
      } else if node.name == "br" {
        code.append(0x0A)
      } else if HTMLKind.isBlock(node.name) {
        blockEnds.append(node.end)
      }
      current += 1
    }
    return code
  }

  private static func trimmed(_ code: [UInt8]) -> ArraySlice<UInt8> {
    var code = code[...]
    while let first = code.first, first <= 0x20 { code.removeFirst() }
    while let last = code.last, last <= 0x20 { code.removeLast() }
    return code
  }

  // MARK: Tables

  private mutating func appendTable(_ index: Int) {
    separate()
    let table = HTMLTable(index, in: outline)
    if let caption = tree.descendants(of: index).first(where: { tree.nodes[$0].name == "caption" })
    {
      startParagraph()
      appendInlines(of: caption)
      endParagraph()
    }
    guard depth < Self.depthLimit, !table.rows.isEmpty else { return }
    isInCell = true
    defer { (isInCell, isInHead) = (false, false) }
    let made = document.open(Document.Node(.table, line: 1))
    for (place, row) in table.rows.enumerated() {
      isInHead = place == 0
      let line = document.open(Document.Node(.tableRow, line: 1))
      for column in 0..<table.columns {
        let cell = document.open(Document.Node(.tableCell, line: 1))
        if let source = row.at(column), let source { appendInlines(of: source) }
        document.close(cell)
      }
      document.close(line)
    }
    document.close(made)
  }

  /// Appends what an element holds where only inlines can stand.
  private mutating func appendInlines(of index: Int) {
    let (outer, wasOpen) = (frames, paragraph)
    (frames, paragraph) = ([], nil)
    inlineOnly += 1
    isBlankPending = false
    breaks = 0
    var current = index + 1
    while current < tree.nodes[index].end {
      while let last = frames.last, last.end <= current { close(frames.removeLast()) }
      current = enter(current, isRoot: false) ?? current + 1
    }
    while let last = frames.popLast() { close(last) }
    closeSpans()
    inlineOnly -= 1
    isBlankPending = false
    breaks = 0
    (frames, paragraph) = (outer, wasOpen)
  }
}

// MARK: - Inlines

extension ArticleBuilder {
  private mutating func openSpan(_ kind: Document.Kind, _ index: Int) {
    startParagraph()
    flushBlank()
    // Bold within bold says nothing, nor does it in the head of a table.
    guard !(kind == .strong && isInHead),
      !spans.contains(where: { document.nodes[$0].kind == kind }), spans.count < 20
    else {
      return
    }
    let made = document.open(Document.Node(kind, line: 1))
    spans.append(made)
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .span))
  }

  private mutating func openLink(_ index: Int) {
    guard let target = target(of: index), outline.text[index] > 0 || holdsImage(index) else {
      return
    }
    openSpan(.link, index)
    if let made = frames.last?.made, made == document.nodes.count - 1,
      document.nodes[made].kind == .link
    {
      document.nodes[made].attribute = document.store(target.utf8)
    }
  }

  private func holdsImage(_ index: Int) -> Bool {
    tree.descendants(of: index).contains { tree.nodes[$0].name == "img" }
  }

  /// Where a link leads; nil where it is none, may not be followed, or leads to a place in the page
  /// that is not kept.
  private func target(of index: Int) -> String? {
    guard let href = tree.attribute("href", of: index)?.trimmed, !href.isEmpty,
      LinkTarget.isAllowed(href)
    else { return nil }
    if href.hasPrefix("#") {
      if let slug = anchors[String(href.dropFirst())] { return "#\(slug)" }
      return href == "#" ? nil : base?.resolving(href)
    }
    return resolved(href)
  }

  /// An address made absolute where what it is relative to is known, else as written.
  private func resolved(_ reference: String) -> String? {
    guard let base else { return reference }
    return base.resolving(reference)
  }

  /// Appends an image as a link with its alternative text; one that says nothing is left out.
  private mutating func appendImage(_ index: Int) {
    let isInLink = spans.contains { document.nodes[$0].kind == .link }
    let alternative = (tree.attribute("alt", of: index) ?? tree.attribute("title", of: index) ?? "")
      .folded
    if isInLink { return append(Array(alternative.utf8)[...]) }
    let sources = ["src", "data-src", "data-original", "data-lazy-src"]
    let written = sources.compactMap { tree.attribute($0, of: index)?.trimmed }
      .first { !$0.isEmpty && !$0.lowercased().hasPrefix("data:") }
    guard let source = written, LinkTarget.isAllowed(source),
      let target = resolved(source)
    else { return append(Array(alternative.utf8)[...]) }
    guard !alternative.isEmpty else { return }
    startParagraph()
    flushBlank()
    var node = Document.Node(.link, line: 1)
    node.attribute = document.store(target.utf8)
    let made = document.open(node)
    document.appendText(Array(alternative.utf8), line: 1)
    document.close(made)
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let blank = WhitespaceFolder.whitespace(in: text, at: index)
      if blank > 0 {
        isBlankPending = true
        index += blank
        continue
      }
      let start = index
      while index < text.endIndex, WhitespaceFolder.whitespace(in: text, at: index) == 0 {
        index += 1
      }
      startParagraph()
      flushBlank()
      appendText(text[start..<index])
    }
  }

  /// Appends to the text node that stands last and beside what comes, or begins one.
  private mutating func appendText(_ bytes: ArraySlice<UInt8>) {
    if let joint, joint == document.nodes.count - 1, document.nodes[joint].kind == .text,
      document.nodes[joint].text.range.upperBound == document.pool.count
    {
      document.pool += bytes
      document.nodes[joint].text.count += Int32(bytes.count)
    } else {
      document.appendText(bytes, line: 1)
      joint = document.nodes.count - 1
    }
  }

  private mutating func startParagraph() {
    // An empty line made of breaks ends a paragraph.
    if breaks > 1, inlineOnly == 0, paragraph != nil { endParagraph() }
    guard paragraph == nil, inlineOnly == 0 else { return }
    paragraph = document.open(Document.Node(.paragraph, line: 1))
    isBlankPending = false
    breaks = 0
  }

  /// Puts in the blank or the break that is due; there is none at the beginning of a block.
  private mutating func flushBlank() {
    defer {
      isBlankPending = false
      breaks = 0
    }
    guard isBlankPending || breaks > 0, !isAtStart else { return }
    if breaks > 0 {
      document.open(Document.Node(.hardBreak, line: 1))
    } else {
      appendText([0x20])
    }
  }

  /// Whether nothing stands in the block but spans that have just begun.
  private var isAtStart: Bool {
    var index = document.nodes.count - 1
    while index >= 0 {
      switch document.nodes[index].kind {
      case .strong, .emphasis, .link, .superscript, .subscript: index -= 1
      case .paragraph, .heading, .tableCell: return true
      default: return false
      }
    }
    return true
  }

  private mutating func closeSpan() {
    let index = spans.removeLast()
    closeOrDrop(index)
    joint = nil
  }

  private mutating func closeSpans() {
    while !spans.isEmpty { closeSpan() }
  }

  /// Ends the paragraph; where only inlines can stand, a blank stands between.
  private mutating func separate() {
    if inlineOnly > 0 {
      // In a cell blocks stand on lines of their own.
      if isInCell { breaks = max(breaks, 1) } else { isBlankPending = true }
    } else {
      endParagraph()
    }
  }

  private mutating func endParagraph() {
    guard inlineOnly == 0 else { return }
    closeSpans()
    isBlankPending = false
    breaks = 0
    guard let index = paragraph else { return }
    paragraph = nil
    closeOrDrop(index)
    guard index < document.nodes.count else { return }
    makeHeading(index)
  }

  /// Makes a heading of a paragraph that is bold as a whole and reads like one.
  private mutating func makeHeading(_ index: Int) {
    let strong = index + 1
    guard depth == 0, strong < document.nodes.count, document.nodes[strong].kind == .strong,
      document.nodes[strong].end == document.nodes[index].end,
      document.descendants(of: strong).allSatisfy({ document.nodes[$0].kind == .text })
    else { return }
    let text = document.plainText(at: strong)
    guard text.count <= 80, !text.endsSentence || text.hasSuffix("?"), isHeading(text) else {
      return
    }
    joint = nil
    document.nodes.remove(at: strong)
    document.nodes[index].kind = .heading
    document.nodes[index].detail = Self.boldLevel
    document.close(index)
    for node in index + 1..<document.nodes.count { document.nodes[node].end -= 1 }
  }
}
