internal import Markup

/// Finds the sentences in which a page speaks of other events.
///
/// Only running text speaks: no heading, table, code or message, no list of links, and no sentence
/// that only points elsewhere or leads on to code.
struct NamingSentenceFinder {
  private let page: Page
  private let document: Document
  /// Made for a page that has such a sentence.
  private let quotes: SourceQuotes
  private let message: [UInt8]

  init(_ page: Page, quotes: SourceQuotes) {
    self.page = page
    document = page.document
    self.quotes = quotes
    message = Array((page.message ?? "").utf8)
  }

  /// Those of the whole page, in its order.
  func sentences() -> [NamingSentence] {
    var sentences: [NamingSentence] = []
    let first = page.sections.first?.heading.lowerBound ?? document.nodes.count
    collect(0..<first, served: [], to: &sentences)
    for section in page.sections where section.role != .details && section.role != .seeAlso {
      collect(section.body, served: section.events, to: &sentences)
    }
    return sentences
  }

  private func collect(
    _ range: Range<Int>, served: [EventID], to sentences: inout [NamingSentence]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .paragraph:
        if mayName(index) { read(index, served: served, to: &sentences) }
        index = Int(node.end)
      case .heading, .codeBlock, .table:
        index = Int(node.end)
      default:
        index += 1
      }
    }
  }

  /// Whether there is a figure in a paragraph, or in what it leads to: no event is named without.
  private func mayName(_ paragraph: Int) -> Bool {
    document.descendants(of: paragraph).contains { index in
      let node = document.nodes[index]
      return [node.text, node.attribute].contains { slice in
        document.bytes(slice).contains { (0x30...0x39).contains($0) }
      }
    }
  }

  private func read(
    _ paragraph: Int, served: [EventID], to sentences: inout [NamingSentence]
  ) {
    let block = TextBlock(document, at: paragraph, links: page.links)
    guard block.text != message else { return }
    for range in SentenceSplitter.sentences(of: block.text) where !block.isLink(range) {
      let sentence = Array(block.text[range])
      // A link may reach beyond the sentence.
      let links = block.links(in: range).map { link in
        let clamped = link.range.clamped(to: range)
        return (clamped.lowerBound - range.lowerBound)..<(clamped.upperBound - range.lowerBound)
      }
      let written = WrittenEvent.all(in: sentence).filter { event in
        !isOwn(event)
          && !PointingWords.point(
            to: links.first { $0.overlaps(event.range) } ?? event.range, in: sentence)
      }
      let linked = block.links(in: range).enumerated().filter { number, link in
        link.index != nil && !PointingWords.point(to: links[number], in: sentence)
      }
      guard !written.isEmpty || !linked.isEmpty,
        Self.speaks(sentence, besides: written.map(\.range) + links)
      else { continue }
      let line = block.line(at: range.lowerBound)
      guard let quote = quotes.quote(of: sentence, in: line...line),
        written.allSatisfy({ quote.text.contains($0.id.text) })
      else { continue }
      sentences.append(
        NamingSentence(
          quote: quote, written: written,
          links: linked.compactMap { number, link in
            link.index.map { NamingSentence.Link(index: $0, text: Array(sentence[links[number]])) }
          }, served: served))
    }
  }

  /// Whether a page about one event is about the one that is named.
  private func isOwn(_ event: WrittenEvent) -> Bool {
    page.ids.count == 1 && page.ids[0].text.lowercased() == event.id.text.lowercased()
  }

  // MARK: What speaks

  /// The letters that a sentence has at least besides names; a wide one counts three.
  private static let fewestLetters = 12

  /// Whether a sentence says something of what it names.
  private static func speaks(_ sentence: [UInt8], besides names: [Range<Int>]) -> Bool {
    guard !leadsOn(sentence), !PointingWords.begin(sentence),
      !names.contains(where: { isMessageHead($0, in: sentence) })
    else { return false }
    var letters = 0
    for (index, byte) in sentence.enumerated() where !names.contains(where: { $0.contains(index) })
    {
      // Of a character of several bytes those after the first count.
      if (0x61...0x7A).contains(byte | 0x20) || byte & 0xC0 == 0x80 { letters += 1 }
      if byte >= 0xE0 { letters += 1 }
    }
    return letters >= fewestLetters
  }

  /// Whether what follows the sentence is what it is about: `The following sample gives C2065:`.
  private static func leadsOn(_ sentence: [UInt8]) -> Bool {
    sentence.last == UInt8(ascii: ":") || sentence[...].hasSuffix(Array("：".utf8))
  }

  /// Whether the product prints what stands around a name: `Error: 17187, Severity: 16, State: 1.`
  /// anywhere, `Msg 3851 - …` at the beginning.
  private static func isMessageHead(_ name: Range<Int>, in sentence: [UInt8]) -> Bool {
    let longestLead = 24
    var rest = sentence[name.upperBound...]
    let after = rest.drop { $0 == 0x20 }
    let isTitle = [":", "：", "- ", "– ", "\u{A0}:"].contains { after.starts(with: $0.utf8) }
    if isTitle, name.lowerBound < longestLead { return true }
    var facts = 0
    while let end = endOfFact(in: rest) {
      facts += 1
      rest = rest[end...]
    }
    return facts > 1
  }

  /// Where a comma, a word and a number end that a text begins with.
  private static func endOfFact(in text: ArraySlice<UInt8>) -> Int? {
    guard let comma = [",", "，", "、"].first(where: { text.starts(with: $0.utf8) }) else {
      return nil
    }
    let longestWord = 24
    let rest = text.dropFirst(comma.utf8.count)
    let word = rest.prefix { !(0x30...0x39).contains($0) }
    let digits = rest[word.endIndex...].prefix { (0x30...0x39).contains($0) }
    guard word.count <= longestWord, word.count(where: { $0 > 0x40 }) > 2, !digits.isEmpty else {
      return nil
    }
    return digits.endIndex
  }
}
