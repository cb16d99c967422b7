internal import Markup

/// Reads the replies of a thread: who wrote when, what was tried, what came of it, and where.
///
/// Only what a reply states counts: a question, a hope or an advice is no outcome.
struct ReplyReader {
  private let page: Page
  private let document: Document
  private let quotes: SourceQuotes
  private let vocabulary: ReportVocabulary

  init(_ page: Page, quotes: SourceQuotes, vocabulary: ReportVocabulary) {
    self.page = page
    self.document = page.document
    self.quotes = quotes
    self.vocabulary = vocabulary
  }

  /// The sub-headings of the section of replies, each with what stands under it.
  func replies() -> [Page.Reply] {
    let sections = page.sections
    guard let top = sections.firstIndex(where: { isReplies($0) }) else { return [] }
    var replies: [Page.Reply] = []
    var index = top + 1
    while index < sections.count, sections[index].level > sections[top].level {
      var end = index + 1
      while end < sections.count, sections[end].level > sections[index].level { end += 1 }
      let nodes = sections[index].heading.upperBound..<sections[end - 1].body.upperBound
      let heading = ReplyHeading(sections[index].title)
      var reply = Page.Reply(
        number: heading.number ?? replies.count + 1, author: heading.author, date: heading.date,
        section: index, nodes: nodes)
      read(&reply)
      replies.append(reply)
      index = end
    }
    return replies
  }

  private func isReplies(_ section: Page.Section) -> Bool {
    // `Answers` may head the questions of a guide.
    section.role != .question
      && (vocabulary.isReplies(section.title) || vocabulary.isReplies(section.anchor))
  }

  // MARK: One reply

  /// A sentence of a reply.
  private struct Sentence {
    var words: ReportWords
    var isQuestion: Bool
    var outcome: (kind: Page.Outcome, words: Range<Int>)?
    var isTrial: Bool
  }

  private func read(_ reply: inout Page.Reply) {
    let sentences = blocks(in: reply.nodes).flatMap { block in
      let bytes = document.plainBytes(of: block)
      return Sentences.ranges(in: bytes).map { sentence(Array(bytes[$0])) }
    }
    let lines = lines(of: reply.nodes)
    settleOutcome(&reply, sentences, lines)
    let tried = tried(sentences, outcome: reply.outcome)
    reply.tried = tried.compactMap { quotes.quote(of: $0.words.bytes, in: lines) }
    if !reply.tried.isEmpty {
      reply.signs = SignFinder(vocabulary).signs(
        ofReport: tried.map(\.words), code: code(in: reply.nodes))
    }
    reply.environment = environment(sentences, lines)
  }

  /// The last statement decides; one that takes back an earlier success makes it a part of one.
  private func settleOutcome(
    _ reply: inout Page.Reply, _ sentences: [Sentence], _ lines: ClosedRange<Int>
  ) {
    let stated = sentences.filter { $0.outcome != nil }
    guard let last = stated.last, let outcome = last.outcome else { return }
    let hasWorked = stated.contains { $0.outcome?.kind == .worked }
    let words = last.words.words[outcome.words]
    guard let first = words.first, let end = words.last,
      let evidence = quotes.quote(
        of: Array(last.words.bytes[first.range.lowerBound..<end.range.upperBound]), in: lines)
    else { return }
    reply.outcome = outcome.kind == .didNotWork && hasWorked ? .partly : outcome.kind
    reply.evidence = evidence
  }

  /// The sentences that say what was tried: those that say so, that of the outcome, and the one
  /// before it where that only says that it worked.
  private func tried(_ sentences: [Sentence], outcome: Page.Outcome) -> [Sentence] {
    let finder = SignFinder(vocabulary)
    var chosen = Set<Int>()
    for (index, sentence) in sentences.enumerated() where !sentence.isQuestion {
      if sentence.isTrial { chosen.insert(index) }
      guard sentence.outcome?.kind == .worked || sentence.outcome?.kind == .partly else { continue }
      let signs = finder.signs(ofReport: [sentence.words], code: [])
      if signs.saysSomething {
        chosen.insert(index)
      } else if index > 0, sentences[index - 1].isTrial,
        finder.signs(ofReport: [sentences[index - 1].words], code: []).saysSomething
      {
        chosen.insert(index - 1)
      }
    }
    return chosen.sorted().map { sentences[$0] }
  }

  private func sentence(_ bytes: [UInt8]) -> Sentence {
    let words = ReportWords(bytes)
    var sentence = Sentence(
      words: words, isQuestion: Sentences.isQuestion(bytes[...]), outcome: nil, isTrial: false)
    var isDoubted = false
    var negation: Int?
    for match in vocabulary.verdicts.matches(words.words) {
      switch match.meaning {
      case .doubt: isDoubted = true
      case .negation: negation = match.words.upperBound
      case .trial: if !isDoubted { sentence.isTrial = true }
      case .outcome(let outcome):
        guard !isDoubted, !sentence.isQuestion else { continue }
        let isNegated = negation.map { isClose($0, match.words.lowerBound, words) } ?? false
        let kind = isNegated && outcome != .didNotWork ? .didNotWork : outcome
        sentence.outcome = (kind, match.words)
      }
    }
    return sentence
  }

  /// Whether at most one word and no punctuation stands between two words.
  private func isClose(_ start: Int, _ end: Int, _ text: ReportWords, most: Int = 1) -> Bool {
    guard start <= end, end - start <= most, start > 0, end < text.words.count else { return false }
    let between = text.bytes[
      text.words[start - 1].range.upperBound..<text.words[end].range.lowerBound]
    return !between.contains { ",;:.()".utf8.contains($0) }
  }

  // MARK: Where

  private func environment(_ sentences: [Sentence], _ lines: ClosedRange<Int>) -> [Page.Quote] {
    var found: [Page.Quote] = []
    for sentence in sentences {
      let words = sentence.words.words
      var index = 0
      var negation: Int?
      while index < words.count {
        if let match = vocabulary.verdicts.match(words, at: index), case .negation = match.meaning {
          negation = match.words.upperBound
        }
        guard let match = vocabulary.places.match(words, at: index),
          isVersion(words[match.words])
        else {
          index += 1
          continue
        }
        var end = match.words.upperBound
        while end < words.count, let edition = vocabulary.editions.match(words, at: end) {
          end = edition.words.upperBound
        }
        let isAbsent = negation.map { isClose($0, index, sentence.words, most: 3) } ?? false
        let range = words[index].range.lowerBound..<words[end - 1].range.upperBound
        let plain = Array(sentence.words.bytes[range])
        if !isAbsent, !isQuoted(range.lowerBound, in: sentence.words.bytes),
          let quote = quotes.quote(of: plain, in: lines),
          !found.contains(where: { $0.text.lowercased() == quote.text.lowercased() })
        {
          found.append(quote)
        }
        index = end
      }
    }
    return found
  }

  /// Whether words stand in quotation marks: what a message says is no word on where it was.
  private func isQuoted(_ start: Int, in bytes: [UInt8]) -> Bool {
    ["\"", "“", "„", "«", "「", "« ", "«\u{A0}"].contains { bytes[..<start].ends(with: $0.utf8) }
  }

  /// Whether the numbers among words are versions or years: 1433 is a port.
  private func isVersion(_ words: ArraySlice<ReportWords.Word>) -> Bool {
    words.allSatisfy { word in
      guard let number = Int(word.text) else { return true }
      return number < 100 || (1_990...2_100).contains(number)
    }
  }

  // MARK: Nodes

  /// The paragraphs and table cells of a reply; what it quotes of others is not its own.
  private func blocks(in nodes: Range<Int>) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .item, .list, .alert, .tab, .table, .tableRow: index += 1
      case .blockQuote, .codeBlock, .heading, .tableSurplus: index = Int(node.end)
      default:
        blocks.append(index..<Int(node.end))
        index = Int(node.end)
      }
    }
    return blocks
  }

  private func code(in nodes: Range<Int>) -> [String] {
    nodes.filter { document.nodes[$0].kind == .codeBlock || document.nodes[$0].kind == .code }
      .map { document.string(document.nodes[$0].text) }
  }

  /// The lines on which nodes begin, and those up to what follows them.
  private func lines(of nodes: Range<Int>) -> ClosedRange<Int> {
    guard let first = document.nodes[nodes].first else { return 1...1 }
    let end =
      nodes.upperBound < document.nodes.count
      ? Int(document.nodes[nodes.upperBound].line) : Int.max / 2
    return Int(first.line)...max(Int(first.line), end - 1)
  }
}

/// The heading of a reply: `4. Jon Hancock · 2006-03-14`, each part of which may be missing.
struct ReplyHeading {
  private(set) var number: Int?
  private(set) var author: String?
  private(set) var date: CalendarDate?

  init(_ title: String) {
    var rest = title[...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let behind = rest.dropFirst(digits.count)
    if let number = Int(digits), behind.isEmpty || behind.first == "." || behind.first == ")" {
      self.number = number
      rest = behind.dropFirst()
    }
    var parts = rest.split(separator: "·").map(Self.trimmed)
    if let last = parts.last, let date = CalendarDate(last) {
      self.date = date
      parts.removeLast()
    }
    let name = parts.joined(separator: " · ")
    author = name.isEmpty ? nil : name
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: some Collection<UInt8>) -> Bool {
    suffix(text.count).elementsEqual(text)
  }
}
