internal import Catalogue

/// Splits plain text into headings, paragraphs, code and items of lists.
///
/// Texts come in two styles: dense ones have a block a line and no empty lines, others part blocks
/// by empty lines. Lines of a text that is broken at a column are joined.
struct BlockReader {
  private let lines: [TextLine]
  private let locale: LocaleTag
  private let findsHeadings: Bool
  private let isDense: Bool
  private let isWrapped: Bool
  private let code = CodeLines()

  /// A heading has at most so many characters, and words.
  private static let headingLimit = (characters: 90, words: 14)
  /// A text none of whose lines is longer is broken at a column.
  private static let wrapLimit = 110

  private var blocks: [TextBlock] = []

  /// Reads lines; in replies nothing is a heading.
  static func blocks(
    of lines: [TextLine], locale: LocaleTag, findsHeadings: Bool
  ) -> [TextBlock] {
    var reader = BlockReader(lines: lines, locale: locale, findsHeadings: findsHeadings)
    reader.read()
    return reader.blocks
  }

  private init(lines: [TextLine], locale: LocaleTag, findsHeadings: Bool) {
    self.lines = lines
    self.locale = locale
    self.findsHeadings = findsHeadings
    let full = lines.count { !$0.isEmpty }
    isDense = (lines.count - full) * 8 < full
    let longest = lines.reduce(0) { max($0, $1.text.utf8.count) }
    isWrapped = longest <= Self.wrapLimit && !isDense && longest > 50
  }

  private mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isEmpty {
        index += 1
      } else if let end = codeEnd(from: index) {
        appendCode(index..<end)
        index = end
      } else if let heading = heading(at: index) {
        let hasRole = Vocabulary.shared.role(forHeading: heading, locale: locale) != nil
        append(.heading(heading, hasRole: hasRole), line)
        index += isUnderline(index + 1) ? 2 : 1
      } else if let (mark, text) = ItemMark.read(line.text) {
        let (whole, end) = joined(text, from: index + 1, after: line)
        append(.item(mark, whole), line)
        index = end
      } else {
        let (whole, end) = joined(line.text, from: index + 1, after: line)
        append(.paragraph(whole), line)
        index = end
      }
    }
    nameLanguages()
  }

  private mutating func append(_ content: TextBlock.Content, _ line: TextLine) {
    blocks.append(TextBlock(content: content, indent: line.indent))
  }

  /// A line and those that it goes on with where lines are broken at a column.
  private func joined(
    _ text: String, from start: Int, after line: TextLine
  ) -> (text: String, end: Int) {
    guard isWrapped else { return (text, start) }
    var whole = [text]
    var index = start
    while index < lines.count, !lines[index].isEmpty, lines[index - 1].text.utf8.count > 40,
      ItemMark.read(lines[index].text) == nil, !code.isCode(lines[index].text)
    {
      whole.append(lines[index].text)
      index += 1
    }
    return (whole.joined(separator: " "), index)
  }

  // MARK: Code

  /// Where the code that begins here ends; nil where none begins.
  private func codeEnd(from start: Int) -> Int? {
    guard isCodeStart(start) else { return nil }
    var end = start + 1
    var hasStatement = !code.isComment(lines[start].text)
    while end < lines.count {
      let line = lines[end]
      if line.isEmpty {
        // Code may have empty lines where indents or further code show that it goes on.
        guard end + 1 < lines.count, lines[end + 1].indent >= 4, isIndentedCode(start),
          isIndentedCode(end + 1)
        else { break }
      } else if isIndentedCode(start) {
        guard line.indent >= 4 else { break }
      } else {
        guard ItemMark.read(line.text) == nil || code.isCode(line.text),
          code.continuesCode(line.text, after: lines[end - 1].text)
        else { break }
      }
      hasStatement = hasStatement || !code.isComment(line.text)
      end += 1
    }
    // A comment alone is a line of prose that begins with hyphens.
    return hasStatement || end - start > 1 ? end : nil
  }

  private func isCodeStart(_ index: Int) -> Bool {
    if isIndentedCode(index) { return true }
    let text = lines[index].text
    guard code.isCode(text) else { return false }
    if let (mark, _) = ItemMark.read(text), mark.isBullet { return false }
    return true
  }

  /// Whether a line is set in as code is, and does not read as prose.
  private func isIndentedCode(_ index: Int) -> Bool {
    let line = lines[index]
    guard findsHeadings, line.indent >= 4, ItemMark.read(line.text) == nil else { return false }
    // Deeper text under an item is the item's.
    guard (blocks.last?.indent ?? 0) == 0 || blocks.last?.isCode == true || line.indent >= 8 else {
      return false
    }
    return !line.text.endsSentence || line.text.hasSuffix(";")
  }

  private mutating func appendCode(_ range: Range<Int>) {
    let shared = lines[range].filter { !$0.isEmpty }.map(\.indent).min() ?? 0
    let code = lines[range].map { line in
      line.isEmpty ? "" : String(repeating: " ", count: line.indent - shared) + line.text
    }
    // Commands that only empty lines part are one block, which grows where it is.
    if case .code(var whole, _)? = blocks.last?.content,
      blocks.last?.indent == lines[range.lowerBound].indent
    {
      blocks.removeLast()
      whole += code
      append(.code(whole, language: nil), lines[range.lowerBound])
    } else {
      append(.code(code, language: nil), lines[range.lowerBound])
    }
  }

  /// Names the languages of the blocks of code, once each is whole.
  private mutating func nameLanguages() {
    for index in blocks.indices {
      guard case .code(let lines, _) = blocks[index].content else { continue }
      blocks[index].content = .code(lines, language: code.language(of: lines))
    }
  }

  // MARK: Headings

  /// The heading that a line is.
  private func heading(at index: Int) -> String? {
    guard findsHeadings else { return nil }
    let line = lines[index]
    var text = line.text
    if isUnderline(index + 1) { return text }
    let hasRole = Vocabulary.shared.role(forHeading: text, locale: locale) != nil
    if hasRole, next(after: index) != nil {
      while text.hasSuffix(":") { text.removeLast() }
      return text.trimmed
    }
    guard isCandidate(index), let next = next(after: index) else { return nil }
    if isDense {
      // Of several short lines one after the other none is a heading, but before one with a role.
      return !isCandidate(next) || text.hasSuffix("?") ? text : nil
    }
    let isAlone =
      (index == 0 || lines[index - 1].isEmpty)
      && (index + 1 == lines.count || lines[index + 1].isEmpty || !isWrapped)
    let following = lines[next].text
    let leads =
      following.utf8.count >= 80 || code.isCode(following) || ItemMark.read(following) != nil
    return isAlone && leads && line.indent == 0 ? text : nil
  }

  /// Whether a line could be a heading by its look.
  private func isCandidate(_ index: Int) -> Bool {
    let text = lines[index].text
    guard text.count <= Self.headingLimit.characters, let first = text.first, let last = text.last,
      !first.isLowercase, first.isLetter || first.isNumber || "¿\"“«'「".contains(first),
      !text.endsSentence || last == "?" || last == "？", !":,،、".contains(last),
      text.split(separator: " ").count <= Self.headingLimit.words,
      ItemMark.read(text) == nil || isQuestion(text), !code.isCode(text), !code.isOutput(text)
    else { return false }
    return text.contains(where: \.isLetter)
  }

  private func isQuestion(_ text: String) -> Bool { text.hasSuffix("?") && isDense }

  /// The next line with text.
  private func next(after index: Int) -> Int? {
    lines[(index + 1)...].prefix(4).firstIndex { !$0.isEmpty }
  }

  private func isUnderline(_ index: Int) -> Bool {
    guard index > 0, index < lines.count, !lines[index - 1].isEmpty else { return false }
    let text = lines[index].text
    return text.count >= 3 && (text.allSatisfy { $0 == "=" } || text.allSatisfy { $0 == "-" })
      && lines[index - 1].text.count <= Self.headingLimit.characters
      && (index < 2 || lines[index - 2].isEmpty || isDense)
  }
}

extension TextBlock {
  /// Whether it is code.
  var isCode: Bool { if case .code = content { true } else { false } }
}
