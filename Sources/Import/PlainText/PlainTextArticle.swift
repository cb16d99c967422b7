internal import Catalogue
internal import Markup

/// Reads plain text as an article: what was copied out of a page, its marks lost.
struct PlainTextArticle {
  private var lines: ArraySlice<TextLine>
  private let locale: LocaleTag
  private let isMonthFirst: Bool
  private var article = Article()

  /// How far facts are looked for from either end of a text, in lines.
  private static let factLines = 8

  /// Reads a text in UTF-8 in a language that is known.
  static func read(_ text: [UInt8], locale: LocaleTag) -> Article {
    var reader = PlainTextArticle(TextLine.lines(of: text), locale: locale)
    reader.read()
    return reader.article
  }

  private init(_ lines: [TextLine], locale: LocaleTag) {
    self.lines = lines[...]
    self.locale = locale
    isMonthFirst = locale.text == "en" || locale.text == "en-US"
  }

  private mutating func read() {
    dropEnds()
    readReplies()
    dropEnds()
    readTitle()
    readFacts()
    let blocks = BlockReader.blocks(of: Array(lines), locale: locale, findsHeadings: true)
    let (body, tail) = Self.withoutTail(blocks)
    article.body = TextDocument(body).document
    appendTail(tail)
    HeadingLevels.normalise(&article.body, from: 2)
  }

  /// Takes empty lines and boilerplate off both ends.
  private mutating func dropEnds() {
    while let line = lines.first, line.isEmpty || Boilerplate.isLine(line.text) {
      if !line.isEmpty { article.dropped.append(line.text) }
      lines.removeFirst()
    }
    var tail: [String] = []
    while let line = lines.last, line.isEmpty || Boilerplate.isLine(line.text) {
      if !line.isEmpty { tail.append(line.text) }
      lines.removeLast()
    }
    article.dropped += tail.reversed()
  }

  // MARK: Title and facts

  /// Takes the first line if it is a title: short, no sentence, no heading of a section.
  private mutating func readTitle() {
    guard let first = lines.first, first.text.count <= 160,
      !first.text.endsSentence || first.text.hasSuffix("?") || lines.count == 1,
      Vocabulary.shared.role(forHeading: first.text, locale: locale) == nil,
      ItemMark.read(first.text) == nil, !CodeLines().isCode(first.text)
    else { return }
    let next = lines.dropFirst().first
    let isUnderlined =
      next.map { line in
        line.text.count > 2 && line.text.allSatisfy { $0 == "=" || $0 == "-" }
      } ?? false
    let stands =
      next?.isEmpty ?? true || isUnderlined
      || (next.map { $0.text.count > first.text.count * 2 || Self.isFact($0.text) } ?? false)
      || next.map { Vocabulary.shared.role(forHeading: $0.text, locale: locale) != nil } ?? false
    guard stands, lines.count > 1 else { return }
    article.facts.title = first.text.folded
    lines = lines.dropFirst(isUnderlined ? 2 : 1)
    while lines.first?.isEmpty == true { lines.removeFirst() }
  }

  private enum Fact { case address, author, license }
  private static let labels: [(word: String, fact: Fact)] = [
    ("source: http", .address), ("url: http", .address), ("original: http", .address),
    ("quelle: http", .address), ("fuente: http", .address), ("by ", .author),
    ("author: ", .author), ("license: ", .license), ("licence: ", .license),
  ]
  private static let dated = WordLists.shared["dated"].filter { $0 != "by" }

  private static func isFact(_ line: String) -> Bool {
    let lowered = line.lowercased()
    return line.count <= 120
      && (labels.contains { lowered.hasPrefix($0.word) }
        || dated.contains { lowered.hasPrefix($0) })
  }

  /// Takes the lines at either end that only say who published, when, where and on what terms.
  private mutating func readFacts() {
    func take(_ line: TextLine) -> Bool {
      Self.isFact(line.text) && read(line.text, into: &article.facts)
    }
    var seen = 0
    while let line = lines.first, seen < Self.factLines, line.isEmpty || take(line) {
      lines.removeFirst()
      seen += 1
    }
    seen = 0
    while let line = lines.last, seen < Self.factLines, line.isEmpty || take(line) {
      lines.removeLast()
      seen += 1
    }
    if article.facts.license == nil {
      let ends = (lines.prefix(Self.factLines) + lines.suffix(Self.factLines))
        .filter { $0.text.utf8.count <= 600 }
      article.facts.license = ends.lazy.compactMap { License.name(in: $0.text) }.first
    }
  }

  /// Whether a line told a fact.
  private func read(_ line: String, into facts: inout ArticleFacts) -> Bool {
    let lowered = line.lowercased()
    if Self.dated.contains(where: { lowered.hasPrefix($0) }) {
      guard
        let date = CalendarDate.first(in: line)
          ?? WrittenDate.find(in: line, isMonthFirst: isMonthFirst)
      else { return false }
      facts.date = facts.date ?? date
      return true
    }
    for (word, fact) in Self.labels where lowered.hasPrefix(word) {
      let label = word.hasSuffix("http") ? word.count - "http".count : word.count
      let text = String(line.dropFirst(label)).trimmed
      switch fact {
      case .address:
        guard facts.address == nil, let address = Address(text) else { return false }
        facts.address = address.text
      case .license:
        guard facts.license == nil, !text.isEmpty else { return false }
        facts.license = text
      case .author:
        guard facts.author == nil, !text.endsSentence,
          let name = ReplyLine.name(in: String(text.prefix { !"|·•,".contains($0) }))
        else { return false }
        facts.author = name
        facts.date =
          facts.date ?? CalendarDate.first(in: text)
          ?? WrittenDate.find(in: text, isMonthFirst: isMonthFirst)
      }
      return true
    }
    return false
  }

  // MARK: The tail

  private static let disclaimers = WordLists.shared["disclaimers"]

  /// Parts off the signature and the disclaimer that posts end with.
  private static func withoutTail(_ blocks: [TextBlock]) -> (body: [TextBlock], tail: [String]) {
    func paragraph(_ index: Int) -> String? {
      guard case .paragraph(let text)? = blocks.at(index)?.content else { return nil }
      return text
    }
    let start = max(0, blocks.count - 3)
    guard
      let first = (start..<blocks.count).first(where: { index in
        let lowered = paragraph(index)?.lowercased() ?? ""
        return disclaimers.contains { lowered.hasPrefix($0) }
      }), (first..<blocks.count).allSatisfy({ paragraph($0) != nil })
    else { return (blocks, []) }
    var cut = first
    switch blocks.at(first - 1)?.content {
    case .paragraph(let text)? where text.count < 60 && !text.endsSentence: cut -= 1
    case .heading(_, hasRole: false)?: cut -= 1
    default: break
    }
    let tail = blocks[cut...].map { block in
      switch block.content {
      case .paragraph(let text), .heading(let text, _), .item(_, let text): text
      case .code(let lines, _): lines.joined(separator: " ")
      }
    }
    return (Array(blocks[..<cut]), tail)
  }

  /// Appends the tail as a quote, so that it is no step of what stands before it.
  private mutating func appendTail(_ tail: [String]) {
    guard !tail.isEmpty else { return }
    let quote = article.body.open(Document.Node(.blockQuote, line: 1))
    for text in tail {
      let paragraph = article.body.open(Document.Node(.paragraph, line: 1))
      article.body.appendLinked(text.folded)
      article.body.close(paragraph)
    }
    article.body.close(quote)
  }
}

// MARK: - Replies

extension PlainTextArticle {
  /// The line that begins a reply.
  private struct Opening {
    var line: Int
    var number: Int?
    var author: String?
    var date: CalendarDate?
    /// What of the reply stands on that line.
    var text: String
  }

  /// Parts off the replies: what follows a heading such as `Comments (26)`, or the first of several
  /// lines `NAME says:`.
  private mutating func readReplies() {
    var openings: [Opening] = []
    var headed: Int?
    for index in lines.indices where !lines[index].isEmpty {
      let line = lines[index]
      if headed == nil, let title = RepliesTitle.title(in: line.text),
        beginsReplies(after: index)
      {
        headed = index
        article.repliesTitle = title
        openings = []
        continue
      }
      if let opening = opening(at: index, after: openings, isHeaded: headed != nil) {
        openings.append(opening)
      }
    }
    guard let first = openings.first, headed != nil || openings.count > 1 else { return }
    for (place, opening) in openings.enumerated() {
      let end = openings.at(place + 1)?.line ?? lines.endIndex
      article.replies.append(reply(opening, until: end, place: place))
    }
    article.replies.removeAll { $0.body.nodes.isEmpty }
    lines = lines[lines.startIndex..<(headed ?? first.line)]
  }

  private func beginsReplies(after heading: Int) -> Bool {
    let next = lines[(heading + 1)...].prefix(6).first { !$0.isEmpty }
    guard let next else { return false }
    if let (mark, _) = ItemMark.read(next.text), mark.number == 1 { return true }
    return ReplyLine.author(in: next.text) != nil
  }

  private func opening(at index: Int, after openings: [Opening], isHeaded: Bool) -> Opening? {
    let line = lines[index]
    let isDated: (String) -> CalendarDate? = { text in
      CalendarDate.first(in: text) ?? WrittenDate.find(in: text, isMonthFirst: isMonthFirst)
    }
    if let (mark, text) = ItemMark.read(line.text), case .number = mark.style {
      guard mark.number == (openings.last?.number ?? 0) + 1,
        openings.isEmpty || openings.last?.number != nil,
        openings.first.map({ abs(lines[$0.line].indent - line.indent) <= 1 }) ?? true
      else { return nil }
      if let author = ReplyLine.author(in: text) {
        return Opening(
          line: index, number: mark.number, author: author, date: isDated(text), text: "")
      }
      // Without a name only in a row of replies: a step of a list is no reply.
      guard isHeaded else { return nil }
      return Opening(line: index, number: mark.number, text: text)
    }
    // Where replies are numbered, a line without a number is part of one.
    guard openings.last?.number == nil, let author = ReplyLine.author(in: line.text) else {
      return nil
    }
    return Opening(line: index, author: author, date: isDated(line.text), text: "")
  }

  private func reply(_ opening: Opening, until end: Int, place: Int) -> Reply {
    var reply = Reply(
      author: opening.author, date: opening.date, number: opening.number ?? place + 1)
    var said = Array(lines[(opening.line + 1)..<end])
    // A date may have a line of its own.
    if let first = said.firstIndex(where: { !$0.isEmpty }), reply.date == nil,
      said[first].text.count <= 40,
      let date = CalendarDate.first(in: said[first].text)
        ?? WrittenDate.find(in: said[first].text, isMonthFirst: isMonthFirst)
    {
      reply.date = date
      said.remove(at: first)
    }
    if !opening.text.isEmpty { said.insert(TextLine(Array(opening.text.utf8)[...]), at: 0) }
    let blocks = BlockReader.blocks(of: said, locale: locale, findsHeadings: false)
    reply.body = TextDocument(blocks).document
    return reply
  }
}
