internal import Markup

/// Completes a page with what is needed to weigh its fixes: the words they stand on, what tells
/// them apart, and the replies of a thread.
struct ReportReader {
  private let document: Document
  private let quotes: SourceQuotes
  private let vocabulary: ReportVocabulary

  init(_ document: Document, quotes: SourceQuotes, vocabulary: ReportVocabulary = .standard) {
    self.document = document
    self.quotes = quotes
    self.vocabulary = vocabulary
  }

  /// The page with quotes and signs at its fixes, and with its replies.
  func complete(_ page: Page) -> Page {
    var page = page
    let finder = SignFinder(vocabulary)
    for index in page.fixes.indices {
      let fix = page.fixes[index]
      page.fixes[index].quote = quote(of: fix)
      let title = words(of: fix)
      let isTitle = document.nodes[fix.nodes.lowerBound].kind == .heading
      page.fixes[index].signs = finder.signs(
        of: isTitle ? String(decoding: title, as: UTF8.self) : fix.text,
        body: isTitle ? fix.text : "", code: fix.code + inlineCode(in: fix.nodes))
    }
    if page.kind != .reference {
      page.replies = ReplyReader(
        page, quotes: quotes, vocabulary: vocabulary
      ).replies()
    }
    return page
  }

  /// The words that a fix stands on: its title or first paragraph, else its first line of code.
  private func quote(of fix: Page.Fix) -> Page.Quote? {
    guard let first = document.nodes[fix.nodes].first else { return nil }
    let line = Int(first.line)
    let words = words(of: fix)
    if !words.isEmpty {
      return quotes.quote(of: words, in: line...line) ?? quotes.quote(ofLine: line)
    }
    guard let code = fix.nodes.first(where: { document.nodes[$0].kind == .codeBlock }) else {
      return quotes.quote(ofLine: line)
    }
    let start = Int(document.nodes[code].line)
    let text = document.bytes(document.nodes[code].text).prefix { $0 != 0x0A }
    return quotes.quote(of: Array(text), in: start...start + 1) ?? quotes.quote(ofLine: line)
  }

  /// The plain text of the first block of a fix that has any.
  private func words(of fix: Page.Fix) -> [UInt8] {
    var index = fix.nodes.lowerBound
    while index < fix.nodes.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .item, .list, .blockQuote, .alert, .tab: index += 1
      case .paragraph, .heading:
        let text = document.plainBytes(of: index..<Int(node.end))
        if !text.isEmpty { return text }
        index = Int(node.end)
      case .text, .code, .emphasis, .strong, .link, .superscript, .subscript:
        // The inlines of an item that an include brought.
        var end = index
        while end < fix.nodes.upperBound, !document.nodes[end].kind.isBlock {
          end = Int(document.nodes[end].end)
        }
        return document.plainBytes(of: index..<end)
      default: index = Int(node.end)
      }
    }
    return []
  }

  private func inlineCode(in nodes: Range<Int>) -> [String] {
    nodes.filter { document.nodes[$0].kind == .code }.map {
      document.string(document.nodes[$0].text)
    }
  }
}

extension Document.Kind {
  /// Whether a node stands on lines of its own.
  fileprivate var isBlock: Bool {
    switch self {
    case .paragraph, .heading, .blockQuote, .alert, .list, .item, .codeBlock, .table, .tableRow,
      .tableCell, .tableSurplus, .thematicBreak, .tab:
      true
    case .text, .code, .emphasis, .strong, .superscript, .subscript, .link, .image, .softBreak,
      .hardBreak, .anchor:
      false
    }
  }
}
