internal import Markup

/// The things to try that a page lists: items, steps, paragraphs and sub-headings under its
/// user-action sections, in order, each with its code.
struct FixFinder {
  private let document: Document
  private let sections: [Page.Section]
  private let vocabulary: Vocabulary
  private var fixes: [Page.Fix] = []

  static func fixes(
    in document: Document, sections: [Page.Section], vocabulary: Vocabulary
  ) -> [Page.Fix] {
    var finder = FixFinder(document: document, sections: sections, vocabulary: vocabulary)
    finder.find()
    return finder.fixes
  }

  private init(document: Document, sections: [Page.Section], vocabulary: Vocabulary) {
    self.document = document
    self.sections = sections
    self.vocabulary = vocabulary
  }

  private mutating func find() {
    var index = 0
    while index < sections.count {
      let section = sections[index]
      guard section.role == .userAction else {
        index += 1
        continue
      }
      readBlocks(of: index)
      // What stands under a sub-heading is one thing to try, with all that lies deeper.
      var next = index + 1
      while next < sections.count, sections[next].level > section.level,
        sections[next].role == .userAction
      {
        var end = next + 1
        while end < sections.count, sections[end].level > sections[next].level,
          sections[end].role == .userAction
        {
          end += 1
        }
        readSubsection(next..<end)
        next = end
      }
      index = max(next, index + 1)
    }
  }

  /// Each list item and each paragraph directly under a heading; code goes with what precedes it.
  private mutating func readBlocks(of section: Int) {
    let blocks = Array(document.roots(in: sections[section].body))
    for (position, block) in blocks.enumerated() {
      let node = document.nodes[block]
      switch node.kind {
      case .list:
        for item in document.children(of: block) {
          append(item..<Int(document.nodes[item].end), section: section)
        }
      case .paragraph:
        let following =
          position + 1 < blocks.count ? document.nodes[blocks[position + 1]].kind : nil
        if following == .list, isLeadIn(block) { continue }
        append(block..<Int(node.end), section: section)
      case .codeBlock:
        let code = document.string(node.text)
        if let last = fixes.indices.last, fixes[last].section == section {
          fixes[last].code.append(code)
          fixes[last].nodes = fixes[last].nodes.lowerBound..<Int(node.end)
        } else {
          fixes.append(
            Page.Fix(text: "", code: [code], section: section, nodes: block..<Int(node.end)))
        }
      default:
        break
      }
    }
  }

  /// Whether a paragraph only announces the list under it.
  private func isLeadIn(_ paragraph: Int) -> Bool {
    let text = document.plainText(at: paragraph)
    return text.hasSuffix(":") || text.hasSuffix("\u{FF1A}") || text.hasSuffix("\u{A0}:")
      || text.hasSuffix("。") || text.hasSuffix(".")
  }

  private mutating func readSubsection(_ range: Range<Int>) {
    let nodes =
      sections[range.lowerBound].heading.lowerBound..<sections[range.upperBound - 1].body.upperBound
    let title = sections[range.lowerBound].title
    let (text, code) = content(sections[range.lowerBound].heading.upperBound..<nodes.upperBound)
    let isClosed = title.last.map { ".:?!。：".contains($0) } ?? true
    fixes.append(
      Page.Fix(
        text: text.isEmpty ? title : title + (isClosed ? " " : ": ") + text, code: code,
        section: range.lowerBound, nodes: nodes))
  }

  private mutating func append(_ nodes: Range<Int>, section: Int) {
    let (text, code) = content(nodes)
    if code.isEmpty, isNothing(text) { return }
    fixes.append(Page.Fix(text: text, code: code, section: section, nodes: nodes))
  }

  /// Whether a text says that there is nothing to do: `None`, `Keine.`, `无。`, or nothing at all.
  private func isNothing(_ text: String) -> Bool {
    var word = text[...]
    while let last = word.last, ".。．:[] ".contains(last) { word.removeLast() }
    guard word.utf8.count <= vocabulary.longestAbsent else { return false }
    return vocabulary.isAbsent(String(word.drop { $0 == "[" }))
  }

  /// The plain text of nodes without their code blocks, and those blocks.
  private func content(_ nodes: Range<Int>) -> (text: String, code: [String]) {
    var folder = WhitespaceFolder()
    var code: [String] = []
    var start = nodes.lowerBound
    for index in nodes where document.nodes[index].kind == .codeBlock {
      folder.append(document.plainBytes(of: start..<index))
      folder.separate()
      code.append(document.string(document.nodes[index].text))
      start = index + 1
    }
    folder.append(document.plainBytes(of: start..<nodes.upperBound))
    return (String(decoding: folder.bytes, as: UTF8.self), code)
  }
}
