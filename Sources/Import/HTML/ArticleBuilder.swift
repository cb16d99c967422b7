internal import Markup

/// Makes a document of elements of a page: what an article is made of stays, wrappers go.
///
/// Headings keep the levels of their elements; `HeadingLevels` puts them in order afterwards. What
/// is bold and stands alone where a heading would is one, below those of elements.
struct ArticleBuilder {
  /// How deep lists and quotes may nest; what lies deeper is kept without its nesting.
  private static let depthLimit = 24

  /// The pictures that had to be left out: their text, else what they are.
  private(set) var dropped: [String] = []

  private let outline: HTMLOutline
  private var tree: HTMLTree { outline.tree }
  private let links: ArticleLinks
  private let tabs: TabNames
  /// Nodes that are left out.
  private let left: Set<Int>
  private var text: ArticleText

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

  /// What was built so far.
  var document: Document { text.document }

  /// `isHeading` says whether a text that is bold and alone is a heading.
  init(
    _ outline: HTMLOutline, links: ArticleLinks, without left: Set<Int>,
    isHeading: @escaping (String) -> Bool
  ) {
    self.outline = outline
    self.links = links
    tabs = outline.tabs
    self.left = left
    text = ArticleText(isHeading: isHeading)
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
    text.endParagraph()
  }

  // MARK: Elements

  /// Begins a node; returns where to go on if not with what is in it.
  private mutating func enter(_ index: Int, isRoot: Bool) -> Int? {
    let node = tree.nodes[index]
    if node.isText {
      text.append(tree.pool[node.text])
      return node.end
    }
    guard isRoot || !(outline.isHidden[index] || left.contains(index)),
      !HTMLKind.isUnseen(node.name)
    else { return node.end }
    if !isRoot, text.inlineOnly == 0, outline.isLinkBlock(index) { return node.end }
    if text.inlineOnly == 0, outline.isLabel(index) { return node.end }
    if isFirstInAlert, outline.isAlertTitle(index) { return node.end }
    if let level = HTMLKind.headingLevel(node.name) {
      openHeading(level, index)
      return nil
    }
    if text.inlineOnly == 0, !isInAlert, let kind = outline.alert(at: index) {
      openContainer(.alert, index)
      if let made = frames.last?.made, document.nodes[made].kind == .alert {
        text.setDetail(kind.rawValue, of: made)
      }
      return nil
    }
    switch node.name {
    case "br": text.appendBreak()
    case "hr": text.separate()
    case "cite" where outline.isSaying(index):
      text.separate()
      frames.append(Frame(end: node.end, kind: .block))
    case "em", "i", "var", "cite", "dfn": openSpan(.emphasis, index)
    case "strong", "b": openSpan(.strong, index)
    case "sup": openSpan(.superscript, index)
    case "sub": openSpan(.subscript, index)
    case "code", "kbd", "samp", "tt": return appendCode(index)
    case "pre", "listing", "xmp": return appendCodeBlock(index)
    case "a":
      if outline.isMark(index) { return node.end }
      openLink(index)
    case "img": appendImage(index)
    case "q": text.append([0x22])
    case "blockquote": openContainer(.blockQuote, index)
    case "ul", "dir", "menu", "ol": openList(index)
    case "li": openItem(index)
    case "dl": openList(index)
    case "dt": openItem(index)
    case "dd":
      // The definition stands in the line of its term unless it has blocks of its own.
      if text.paragraph != nil, text.inlineOnly == 0, beginsWithText(index) {
        text.continueAfterColon()
      } else {
        text.separate()
      }
      frames.append(Frame(end: node.end, kind: .block))
    case "summary", "legend":
      text.separate()
      frames.append(Frame(end: node.end, kind: .block))
      openSpan(.strong, index)
    case "table":
      guard !HTMLTable.isLayout(index, in: outline), text.inlineOnly == 0 else {
        if outline.isQuoteTable(index) {
          openContainer(.blockQuote, index)
        } else {
          text.separate()
        }
        break
      }
      appendTable(index)
      return node.end
    default:
      if HTMLKind.isBlock(node.name) {
        text.separate()
        frames.append(Frame(end: node.end, kind: .block))
        if text.inlineOnly == 0, let name = tabs.name(of: index) { appendName(name) }
      }
    }
    return nil
  }

  private mutating func close(_ frame: Frame) {
    switch frame.kind {
    case .block: text.separate()
    case .span:
      if let made = frame.made { text.closeSpan(made) }
    case .heading:
      text.inlineOnly -= 1
      text.endLine()
      if let made = frame.made { text.closeOrDrop(made) }
    case .container, .list:
      text.endParagraph()
      text.depth -= 1
      guard let made = frame.made else { return }
      text.closeOrDrop(made)
      if frame.kind == .list, made < document.nodes.count { tighten(made) }
    }
  }

  // MARK: Blocks

  private mutating func openHeading(_ level: UInt8, _ index: Int) {
    text.endParagraph()
    guard text.inlineOnly == 0, text.depth == 0 else {
      text.separate()
      frames.append(Frame(end: tree.nodes[index].end, kind: .block))
      openSpan(.strong, index)
      return
    }
    let made = text.open(.heading) { $0.detail = level }
    text.inlineOnly += 1
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .heading))
  }

  /// Appends the name of a tab, as Markdown without tabs has it.
  private mutating func appendName(_ name: String) {
    guard let made = text.openSpan(.strong) else { return }
    text.append(Array(name.utf8)[...])
    text.closeSpan(made)
    text.separate()
  }

  private mutating func openContainer(_ kind: Document.Kind, _ index: Int) {
    text.separate()
    guard text.inlineOnly == 0, text.depth < Self.depthLimit else { return }
    let made = text.open(kind)
    text.depth += 1
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .container))
  }

  private mutating func openList(_ index: Int) {
    text.separate()
    guard text.inlineOnly == 0, text.depth < Self.depthLimit else { return }
    // A list right in a list belongs to the item before it.
    if let outer = frames.lastIndex(where: { $0.kind == .list || $0.kind == .container }),
      frames[outer].kind == .list
    {
      if let item = frames[outer].lastItem, document.nodes.at(item)?.kind == .item {
        frames.append(Frame(end: tree.nodes[index].end, made: item, kind: .container))
        text.depth += 1
      } else {
        openItem(index)
      }
    }
    let start = tree.attribute("start", of: index).flatMap { Int32($0.trimmed) } ?? 1
    let isOrdered = tree.nodes[index].name == "ol"
    let made = text.open(.list) { list in
      list.detail = isOrdered ? 1 : 0
      list.number = max(0, start)
    }
    text.depth += 1
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .list))
  }

  private mutating func openItem(_ index: Int) {
    text.endParagraph()
    guard text.inlineOnly == 0,
      let list = frames.lastIndex(where: { $0.kind == .list || $0.kind == .container }),
      frames[list].kind == .list
    else {
      // An item in no list, or where no list can stand.
      text.separate()
      frames.append(Frame(end: tree.nodes[index].end, kind: .block))
      return
    }
    let isTerm = tree.nodes[index].name == "dt"
    let made = text.open(.item)
    frames[list].lastItem = made
    text.depth += 1
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
    if isTight { text.setDetail(document.nodes[list].detail | 2, of: list) }
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
    guard text.inlineOnly == 0 else { return appendCode(index) }
    text.separate()
    appendBlock(CodeText(index, in: outline), index)
    return tree.nodes[index].end
  }

  /// Appends what `code` and its like hold: in the line, or as a block where it has several lines.
  private mutating func appendCode(_ index: Int) -> Int? {
    let code = CodeText(index, in: outline)
    if text.inlineOnly == 0, text.paragraph == nil, code.hasLines, holdsBreaks(index) {
      appendBlock(code, index)
    } else {
      text.appendCode(code.bytes)
    }
    return tree.nodes[index].end
  }

  private func holdsBreaks(_ index: Int) -> Bool {
    tree.descendants(of: index).contains { ["br", "pre", "div"].contains(tree.nodes[$0].name) }
  }

  private mutating func appendBlock(_ code: CodeText, _ index: Int) {
    guard let block = code.block else { return }
    text.appendCodeBlock(block, language: CodeLanguage.of(index, in: tree))
  }

  // MARK: Tables

  private mutating func appendTable(_ index: Int) {
    text.separate()
    let table = HTMLTable(index, in: outline)
    if let caption = tree.descendants(of: index).first(where: { tree.nodes[$0].name == "caption" })
    {
      text.startParagraph()
      appendInlines(of: caption)
      text.endParagraph()
    }
    guard text.depth < Self.depthLimit, !table.rows.isEmpty else { return }
    text.isInCell = true
    defer { (text.isInCell, text.isInHead) = (false, false) }
    let made = text.open(.table)
    for (place, row) in table.rows.enumerated() {
      text.isInHead = place == 0
      let line = text.open(.tableRow)
      // A row ends with its last cell: it is filled up when it is written.
      for source in row.prefix(table.columns) {
        let cell = text.open(.tableCell)
        if let source { appendInlines(of: source) }
        text.close(cell)
      }
      text.close(line)
    }
    text.close(made)
  }

  /// Appends what an element holds where only inlines can stand.
  private mutating func appendInlines(of index: Int) {
    let outer = frames
    frames = []
    let wasOpen = text.beginCell()
    var current = index + 1
    while current < tree.nodes[index].end {
      while let last = frames.last, last.end <= current { close(frames.removeLast()) }
      current = enter(current, isRoot: false) ?? current + 1
    }
    while let last = frames.popLast() { close(last) }
    text.endCell(around: wasOpen)
    frames = outer
  }

  // MARK: Spans

  private mutating func openSpan(_ kind: Document.Kind, _ index: Int, target: String? = nil) {
    guard let made = text.openSpan(kind, target: target) else { return }
    frames.append(Frame(end: tree.nodes[index].end, made: made, kind: .span))
  }

  private mutating func openLink(_ index: Int) {
    guard let target = links.target(tree.attribute("href", of: index)),
      outline.text[index] > 0 || holdsImage(index)
    else { return }
    openSpan(.link, index, target: target)
  }

  private func holdsImage(_ index: Int) -> Bool {
    tree.descendants(of: index).contains { tree.nodes[$0].name == "img" }
  }

  /// Appends an image as a link with its alternative text, else with the name of its file; what
  /// only decorates is its text, if it has any.
  private mutating func appendImage(_ index: Int) {
    let picture = Picture(index, in: tree)
    let target = picture.isDecoration ? nil : links.picture(index, in: tree)
    let words = picture.text.nonEmpty ?? target.flatMap { Picture.name(at: $0) }
    guard let target, let words else {
      if picture.text.isEmpty, !picture.isDecoration { dropped.append(picture.tag) }
      return text.append(Array(picture.text.utf8)[...])
    }
    if text.isInLink { return text.append(Array(words.utf8)[...]) }
    text.appendLink(words, to: target)
  }
}
