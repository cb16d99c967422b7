package import Catalogue
package import Markup

/// Writes nodes as a fragment of HTML.
///
/// Text and attributes are escaped here and nowhere before, and only targets that `LinkTarget`
/// allows are linked; of the others their text stays. The output holds no script, no style and no
/// markup of the page's own. Links, images and headings may be rewritten on the way by the caller.
package struct HTMLWriter {
  let document: Document
  private let words: InterfaceWords
  private let rewriting: HTMLRewriting
  private var output: [UInt8]
  /// For each open link whether its tag was written, outermost first.
  private var links: [Bool] = []
  /// The open lists, innermost last: whether each is tight.
  private var tightLists: [Bool] = []
  /// The open tables, innermost last.
  var tables: [Table] = []

  struct Table {
    /// The end of the row that is the header; its cells are headings.
    var headerEnd: Int
    /// Whether the header has text; one without is left out.
    var hasHeader: Bool
    var hasBody = false
  }

  /// Appends whole nodes.
  package static func append(
    _ document: Document, _ range: Range<Int>, words: InterfaceWords = .english,
    rewriting: HTMLRewriting = HTMLRewriting(), to output: inout [UInt8]
  ) {
    var writer = HTMLWriter(document, words, rewriting, output)
    output = []
    writer.write(range)
    output = writer.output
  }

  /// Appends a block of code that is no node of a document.
  package static func appendCode(_ code: String, to output: inout [UInt8]) {
    output.append(contentsOf: "<pre translate=\"no\"><code>".utf8)
    HTMLEscaping.appendText(code.utf8, to: &output)
    output.append(contentsOf: "</code></pre>\n".utf8)
  }

  private init(
    _ document: Document, _ words: InterfaceWords, _ rewriting: HTMLRewriting,
    _ output: consuming [UInt8]
  ) {
    self.document = document
    self.words = words
    self.rewriting = rewriting
    self.output = output
  }

  private mutating func write(_ range: Range<Int>) {
    var events = DocumentEvents(document, range)
    while let event = events.next() {
      switch event {
      case .enter(let index):
        enter(index, &events)
      case .leave(let index):
        leave(index, parent: events.open.last)
      }
    }
  }

  mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func putAttribute(_ value: some Collection<UInt8>) {
    HTMLEscaping.appendAttribute(value, to: &output)
  }
}

// MARK: - Entering

extension HTMLWriter {
  private mutating func enter(_ index: Int, _ events: inout DocumentEvents) {
    let node = document.nodes[index]
    switch node.kind {
    case .paragraph: openParagraph(index, parent: parent(in: events))
    case .heading: openHeading(index, node)
    case .blockQuote: put("<blockquote>\n")
    case .alert: openAlert(node)
    case .list: openList(node)
    case .item where tightLists.isEmpty:
      // An item without its list is written as its content.
      break
    case .item: put("<li>")
    case .codeBlock: writeCode(node)
    case .table: openTable(index)
    case .tableRow: openRow(index, &events)
    case .tableCell: openCell(index, node)
    case .thematicBreak: put("<hr>\n")
    case .tab: put("<section class=\"tab\">\n")
    case .text: HTMLEscaping.appendText(document.bytes(node.text), to: &output)
    case .code:
      put("<code translate=\"no\">")
      HTMLEscaping.appendText(document.bytes(node.text), to: &output)
      put("</code>")
    case .emphasis: put("<em>")
    case .strong: put("<strong>")
    case .superscript: put("<sup>")
    case .subscript: put("<sub>")
    case .link: openLink(node)
    case .image:
      writeImage(index, node)
      events.skipDescendants()
    case .softBreak: put("\n")
    case .hardBreak: put("<br>\n")
    case .anchor: writeAnchor(index, node)
    case .tableSurplus:
      break
    }
  }

  /// The node around the one entered last.
  private func parent(in events: DocumentEvents) -> Int? {
    events.open.count > 1 ? events.open[events.open.count - 2] : nil
  }

  /// Whether a paragraph needs no tags: it is the whole text of an item of a tight list.
  private func isBare(parent: Int?) -> Bool {
    guard let parent, document.nodes[parent].kind == .item else { return false }
    return tightLists.last ?? false
  }

  private mutating func openParagraph(_ index: Int, parent: Int?) {
    if isBare(parent: parent) {
      // A second paragraph of an item would run into the first.
      if let parent, index > parent + 1 { put("<br>\n") }
    } else if let parent, document.nodes[parent].kind == .tab, index == parent + 1 {
      put("<p class=\"tab-name\">")
    } else {
      put("<p>")
    }
  }

  private mutating func openHeading(_ index: Int, _ node: Document.Node) {
    put("<h\(level(index, node))")
    writeID(index, node)
    put(">")
  }

  private mutating func writeAnchor(_ index: Int, _ node: Document.Node) {
    let start = output.count
    put("<span")
    let tag = output.count
    writeID(index, node)
    // Without a name it marks nothing.
    if output.count == tag { output.removeSubrange(start...) } else { put("></span>") }
  }

  private mutating func writeID(_ index: Int, _ node: Document.Node) {
    if let places = rewriting.places {
      guard let id = places[index]?.id else { return }
      put(" id=\"")
      putAttribute(id.utf8)
      put("\"")
    } else if !node.attribute.isEmpty {
      put(" id=\"")
      putAttribute(document.bytes(node.attribute))
      put("\"")
    }
  }

  private func level(_ index: Int, _ node: Document.Node) -> Int {
    min(max(rewriting.places?[index]?.level ?? Int(node.detail), 1), 6)
  }

  private mutating func openAlert(_ node: Document.Node) {
    let alert = Document.Alert(rawValue: node.detail) ?? .note
    put("<div class=\"alert alert-\(alert.name)\">\n<p class=\"alert-title\">")
    HTMLEscaping.appendText(words[alert: alert].utf8, to: &output)
    put("</p>\n")
  }

  private mutating func openList(_ node: Document.Node) {
    tightLists.append(node.detail & 2 == 2)
    if node.detail & 1 == 0 {
      put("<ul>\n")
    } else if node.number == 1 {
      put("<ol>\n")
    } else {
      put("<ol start=\"\(node.number)\">\n")
    }
  }

  private mutating func writeCode(_ node: Document.Node) {
    put("<pre translate=\"no\"><code")
    let language = document.bytes(node.attribute)
    if Self.isLanguage(language) {
      put(" class=\"language-")
      putAttribute(language)
      put("\"")
    }
    put(">")
    HTMLEscaping.appendText(document.bytes(node.text), to: &output)
    put("</code></pre>\n")
  }

  /// Whether the words of a fence can name a language; anything else never becomes a class.
  private static func isLanguage(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty
      && name.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "+"),
          UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

// MARK: - Links and images

extension HTMLWriter {
  private mutating func openLink(_ node: Document.Node) {
    let target = rewriting.link(document.string(node.attribute))
    let judgement = target.map { LinkTarget($0.utf8) } ?? .refused
    // A link within a link would end the outer one.
    guard let target, judgement != .refused, !links.contains(true) else {
      links.append(false)
      return
    }
    links.append(true)
    put("<a href=\"")
    LinkTarget.append(target.utf8, to: &output)
    put(judgement == .external ? "\" rel=\"noopener\">" : "\">")
  }

  private mutating func writeImage(_ index: Int, _ node: Document.Node) {
    let text = document.plainBytes(of: document.descendants(of: index))
    let target = rewriting.picture(document.string(node.attribute))
    guard let target, LinkTarget.isPicture(target.utf8) else {
      HTMLEscaping.appendText(text, to: &output)
      return
    }
    put("<img src=\"")
    LinkTarget.append(target.utf8, to: &output)
    put("\" alt=\"")
    putAttribute(text)
    put("\">")
  }
}

// MARK: - Leaving

extension HTMLWriter {
  private mutating func leave(_ index: Int, parent: Int?) {
    let node = document.nodes[index]
    switch node.kind {
    case .paragraph:
      if !isBare(parent: parent) { put("</p>\n") }
    case .heading: put("</h\(level(index, node))>\n")
    case .blockQuote: put("</blockquote>\n")
    case .alert: put("</div>\n")
    case .list:
      tightLists.removeLast()
      put(node.detail & 1 == 0 ? "</ul>\n" : "</ol>\n")
    case .item:
      if !tightLists.isEmpty { put("</li>\n") }
    case .table: closeTable()
    case .tableRow: closeRow(index)
    case .tableCell: put(isHeader(index) ? "</th>" : "</td>")
    case .tab: put("</section>\n")
    case .emphasis: put("</em>")
    case .strong: put("</strong>")
    case .superscript: put("</sup>")
    case .subscript: put("</sub>")
    case .link:
      if links.popLast() == true { put("</a>") }
    case .codeBlock, .thematicBreak, .tableSurplus, .text, .code, .image, .softBreak, .hardBreak,
      .anchor:
      break
    }
  }
}
