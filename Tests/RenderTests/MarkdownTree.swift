import Markup
import TestSupport
import Testing

/// A document as a nested value, in the one form that both sides of a comparison are brought to:
/// the nodes that were written, and what cmark-gfm read from it.
struct MarkdownTree: Hashable, CustomStringConvertible {
  var name: String
  var text = ""
  var children: [MarkdownTree] = []

  init(_ name: String, text: String = "", _ children: [MarkdownTree] = []) {
    self.name = name
    self.text = text
    self.children = children
  }

  var description: String { lines(indent: "").joined(separator: "\n") }

  private func lines(indent: String) -> [String] {
    ["\(indent)\(name) \(text.debugDescription)"]
      + children.flatMap { $0.lines(indent: indent + "  ") }
  }

  private static let inlines: Set<String> = [
    "text", "code", "emphasis", "strong", "superscript", "subscript", "link", "image", "softBreak",
    "hardBreak", "anchor",
  ]

  /// Text joined and trimmed where a line begins or ends, paragraphs without content left out.
  var normalised: MarkdownTree {
    var result = MarkdownTree(name, text: text)
    for child in children.map(\.normalised) {
      if child.name == "text", result.children.last?.name == "text" {
        result.children[result.children.count - 1].text += child.text
      } else if child.name != "paragraph" || !child.children.isEmpty {
        result.children.append(child)
      }
    }
    guard ["paragraph", "heading", "tableCell"].contains(name) else { return result }
    for index in result.children.indices where result.children[index].name == "text" {
      let isBreak = { (place: Int) in
        !result.children.indices.contains(place) || result.children[place].name.hasSuffix("Break")
      }
      if isBreak(index - 1) { result.children[index].text.trimStart() }
      if isBreak(index + 1) { result.children[index].text.trimEnd() }
    }
    result.children.removeAll { $0.name == "text" && $0.text.isEmpty }
    return result
  }
}

extension String {
  fileprivate mutating func trimStart() { self = String(drop { $0 == " " }) }

  fileprivate mutating func trimEnd() {
    while last == " " { removeLast() }
  }
}

// MARK: - From a document

extension MarkdownTree {
  /// The tree of a whole document.
  init(_ document: Document) {
    self.init("document", Self.children(document, document.indices))
    self = normalised
  }

  private static func children(_ document: Document, _ range: Range<Int>) -> [MarkdownTree] {
    document.roots(in: range).compactMap { index in
      let node = document.nodes[index]
      guard node.kind != .tableSurplus else { return nil }
      var tree = MarkdownTree("\(node.kind)", children(document, document.descendants(of: index)))
      switch node.kind {
      case .text, .code, .codeBlock: tree.text = document.string(node.text)
      case .link, .image, .anchor: tree.text = document.string(node.attribute)
      default: break
      }
      switch node.kind {
      case .heading: tree.text = "\(node.detail)"
      case .list:
        tree.name = "list-\(node.detail)-\(node.detail & 1 == 1 ? node.number : 0)"
      case .codeBlock: tree.name = "codeBlock-\(document.string(node.attribute))"
      case .alert:
        tree.name = "alert-\(node.detail)"
      default: break
      }
      return tree
    }
  }
}

// MARK: - From cmark

extension MarkdownTree {
  private static let reader = Program("cmark-gfm", "-e", "table", "-t", "xml")

  /// Whether the reader whose opinion counts is installed.
  static let canRead = reader.isThere()

  /// What cmark-gfm reads in Markdown.
  init(readingBack markdown: [UInt8]) throws {
    let result = try Self.reader.run(markdown)
    try #require(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
    var parser = XMLParser(Array(String(decoding: result.output, as: UTF8.self).unicodeScalars))
    self = Self.converted(parser.element()).normalised
  }

  private static func converted(_ element: XMLElement) -> MarkdownTree {
    var tree = MarkdownTree(names[element.name] ?? element.name)
    switch element.name {
    case "text", "code": tree.text = element.text
    case "code_block":
      tree.name = "codeBlock-\(element.attributes["info"] ?? "")"
      tree.text = element.text
    case "link", "image": tree.text = element.attributes["destination"] ?? ""
    case "heading": tree.text = element.attributes["level"] ?? ""
    case "list":
      let isOrdered = element.attributes["type"] == "ordered"
      let detail = (isOrdered ? 1 : 0) + (element.attributes["tight"] == "true" ? 2 : 0)
      tree.name = "list-\(detail)-\(element.attributes["start"] ?? "0")"
    default: break
    }
    tree.children = nested(element.children)
    guard tree.name == "blockQuote", let first = tree.children.first, first.name == "paragraph",
      let title = first.children.first?.text,
      let kind = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!CAUTION]", "[!WARNING]"]
        .firstIndex(of: title), first.children.count == 1 || first.children[1].name == "softBreak"
    else { return tree }
    tree.name = "alert-\(kind)"
    tree.children[0].children.removeFirst(min(2, first.children.count))
    return tree
  }

  private static let names = [
    "block_quote": "blockQuote", "emph": "emphasis", "softbreak": "softBreak",
    "linebreak": "hardBreak", "thematic_break": "thematicBreak", "table_row": "tableRow",
    "table_header": "tableRow", "table_cell": "tableCell",
  ]

  private static let tags = [
    "em": "emphasis", "strong": "strong", "sup": "superscript", "sub": "subscript",
  ]

  /// Siblings with the tags among them turned into nodes; text is joined, since an alert's title
  /// comes in pieces.
  private static func nested(_ elements: [XMLElement]) -> [MarkdownTree] {
    var levels = [MarkdownTree("")]
    for element in elements {
      guard element.name == "html_inline" else {
        let tree = converted(element)
        if tree.name == "text", let last = levels[levels.count - 1].children.last,
          last.name == "text"
        {
          levels[levels.count - 1].children[levels[levels.count - 1].children.count - 1].text +=
            tree.text
        } else {
          levels[levels.count - 1].children.append(tree)
        }
        continue
      }
      let tag = element.text
      if tag.hasPrefix("</"), tag != "</a>" {
        let closed = levels.removeLast()
        levels[levels.count - 1].children.append(closed)
      } else if let name = tags[String(tag.dropFirst().dropLast())] {
        levels.append(MarkdownTree(name))
      } else if tag == "<br>" {
        levels[levels.count - 1].children.append(MarkdownTree("hardBreak"))
      } else if tag.hasPrefix("<a name=\"") {
        let name = XMLParser.decoded(Array(tag.dropFirst(9).dropLast(2).unicodeScalars)[...])
        levels[levels.count - 1].children.append(MarkdownTree("anchor", text: name))
      }
    }
    return levels[0].children
  }
}

// MARK: - XML

/// An element of cmark's XML.
private struct XMLElement {
  var name = ""
  var attributes: [String: String] = [:]
  var text = ""
  var children: [XMLElement] = []
}

/// Reads the small part of XML that cmark writes.
private struct XMLParser {
  private let input: [Unicode.Scalar]
  private var index = 0

  init(_ input: [Unicode.Scalar]) {
    self.input = input
    // Past the declaration and the document type.
    for _ in 0..<2 { skip(past: ">") }
  }

  private mutating func skip(past scalar: Unicode.Scalar) {
    while index < input.count, input[index] != scalar { index += 1 }
    index += 1
  }

  private mutating func word(until ends: Set<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let start = index
    while index < input.count, !ends.contains(input[index]) { index += 1 }
    return input[start..<index]
  }

  mutating func element() -> XMLElement {
    skip(past: "<")
    var element = XMLElement(name: Self.decoded(word(until: [" ", ">", "/"])))
    while index < input.count, input[index] == " " {
      index += 1
      guard input[index] != "/" else { break }
      let name = Self.decoded(word(until: ["="]))
      index += 2
      element.attributes[name] = Self.decoded(word(until: ["\""]))
      index += 1
    }
    if input[index] == "/" {
      index += 2
      return element
    }
    index += 1
    while true {
      let text = word(until: ["<"])
      if index + 1 < input.count, input[index + 1] == "/" {
        if element.children.isEmpty { element.text = Self.decoded(text) }
        skip(past: ">")
        return element
      }
      guard index < input.count else { return element }
      element.children.append(self.element())
    }
  }

  static func decoded(_ text: ArraySlice<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text)
    var string = String(result)
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      string = string.split(separator: entity, omittingEmptySubsequences: false).joined(
        separator: character)
    }
    return string
  }
}
