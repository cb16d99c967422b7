internal import Markup

/// Makes a document of the blocks of a plain text: lists get their levels, steps what belongs to them.
struct TextDocument {
  private(set) var document = Document()

  private let blocks: [TextBlock]
  /// For each item the next one of its list; nil for the last, and for what is no item.
  private var following: [Int?]
  private var hasRoleHeading = false

  private static let depthLimit = 12

  init(_ blocks: [TextBlock]) {
    self.blocks = blocks
    following = Array(repeating: nil, count: blocks.count)
    link()
    append(blocks.indices, depth: 0)
  }

  /// Finds for each numbered or lettered item the one with the next number, before any heading.
  private mutating func link() {
    var upcoming: [ItemMark: Int] = [:]
    for index in blocks.indices.reversed() {
      switch blocks[index].content {
      case .heading:
        upcoming = [:]
      case .item(let mark, _) where !mark.isBullet:
        var next = mark
        next.number += 1
        following[index] = upcoming[next]
        upcoming[mark] = index
      default: break
      }
    }
  }

  // MARK: Blocks

  private mutating func append(_ range: Range<Int>, depth: Int) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch blocks[index].content {
      case .heading(let text, let hasRole):
        appendHeading(text, hasRole: hasRole)
        index += 1
      case .paragraph(let text):
        appendParagraph(text)
        index += 1
      case .code(let lines, let language):
        appendCode(lines, language)
        index += 1
      case .item(let mark, let text):
        if depth < Self.depthLimit, let items = items(from: index, mark, in: range) {
          index = appendList(items, mark, until: range.upperBound, depth: depth)
        } else {
          appendParagraph(Self.written(mark) + text)
          index += 1
        }
      }
    }
  }

  /// The items of the list that begins here; nil where a mark is no list's.
  private func items(from start: Int, _ mark: ItemMark, in range: Range<Int>) -> [Int]? {
    var items = [start]
    if mark.isBullet {
      var index = start + 1
      while index < range.upperBound {
        if case .item(let other, _) = blocks[index].content, other.style == mark.style,
          blocks[index].indent <= blocks[start].indent + 1
        {
          items.append(index)
        } else if !belongs(index, to: start) {
          break
        }
        index += 1
      }
      return items
    }
    guard mark.number == 1 else { return nil }
    while let next = following[items[items.count - 1]], next < range.upperBound {
      items.append(next)
    }
    return items.count > 1 ? items : nil
  }

  /// Whether a block that follows the last item of a list belongs to it: it is set in deeper, is
  /// code, or is an item of another kind.
  private func belongs(_ index: Int, to item: Int) -> Bool {
    if blocks[index].indent > blocks[item].indent, !blocks[index].isHeading { return true }
    switch blocks[index].content {
    case .code: return true
    case .item(let mark, _):
      guard case .item(let own, _) = blocks[item].content else { return false }
      if case .letter = mark.style, case .number = own.style { return true }
      return false
    default: return false
    }
  }

  private mutating func appendList(
    _ items: [Int], _ mark: ItemMark, until limit: Int, depth: Int
  ) -> Int {
    var list = Document.Node(.list, line: 1)
    list.detail = mark.isBullet ? 0 : 1
    list.number = Int32(max(1, mark.number))
    let made = document.open(list)
    var isTight = true
    var end = limit
    for (place, item) in items.enumerated() {
      if let next = items.at(place + 1) {
        end = next
      } else {
        end = item + 1
        while end < limit, belongs(end, to: item) { end += 1 }
      }
      let opened = document.open(Document.Node(.item, line: 1))
      if case .item(_, let text) = blocks[item].content { appendParagraph(text) }
      let hasOnlyItems = (item + 1..<end).allSatisfy { blocks[$0].isItem }
      if !hasOnlyItems { isTight = false }
      append(item + 1..<end, depth: depth + 1)
      document.close(opened)
    }
    if isTight { document.nodes[made].detail |= 2 }
    document.close(made)
    return end
  }

  private static func written(_ mark: ItemMark) -> String {
    switch mark.style {
    case .number(let sign): "\(mark.number)\(sign) "
    case .letter(let sign):
      String(UnicodeScalar(UInt8(min(max(mark.number, 1), 26)) + 0x60)) + "\(sign) "
    case .bullet(let sign): "\(sign) "
    }
  }

  // MARK: Leaves

  private mutating func appendHeading(_ text: String, hasRole: Bool) {
    if hasRole { hasRoleHeading = true }
    var node = Document.Node(.heading, line: 1)
    node.detail = hasRole || !hasRoleHeading ? 2 : 3
    let made = document.open(node)
    document.appendText(Array(text.folded.utf8), line: 1)
    document.close(made)
  }

  private mutating func appendParagraph(_ text: String) {
    guard !text.isEmpty else { return }
    let made = document.open(Document.Node(.paragraph, line: 1))
    document.appendLinked(text.folded)
    document.close(made)
  }

  private mutating func appendCode(_ lines: [String], _ language: String?) {
    var node = Document.Node(.codeBlock, line: 1)
    node.text = document.store((lines.joined(separator: "\n") + "\n").utf8)
    if let language { node.attribute = document.store(language.utf8) }
    document.open(node)
  }
}

extension TextBlock {
  fileprivate var isHeading: Bool { if case .heading = content { true } else { false } }
  fileprivate var isItem: Bool { if case .item = content { true } else { false } }
}

extension Document {
  /// Appends text in which addresses on the web become links.
  mutating func appendLinked(_ text: String) {
    var pending = ""
    var isFirst = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isFirst { pending += " " }
      isFirst = false
      guard let start = word.firstRange(of: "http")?.lowerBound else {
        pending += word
        continue
      }
      var address = word[start...]
      while let last = address.last, ".,;:!?)]>\"'”».。、".contains(last) { address.removeLast() }
      guard let target = Address(String(address)), target.text == String(address) else {
        pending += word
        continue
      }
      pending += word[..<start]
      appendText(Array(pending.utf8), line: 1)
      var link = Node(.link, line: 1)
      link.attribute = store(address.utf8)
      let made = open(link)
      appendText(Array(address.utf8), line: 1)
      close(made)
      pending = String(word[address.endIndex...])
    }
    appendText(Array(pending.utf8), line: 1)
  }
}
