extension MessageMatcher {
  /// A template laid over the words of a line.
  struct Fit {
    let template: Int
    /// The word of the template from which it was laid, and that of the line.
    let anchor: (item: Int, word: Int)
    /// The first word of the line that is a fixed word, or in a gap of numbers before it.
    var first: Int
    /// The end of the words that the message takes; those in a last gap of texts count.
    var end: Int
    /// How much of the template was found, and how much there is: two for a word, one for a
    /// character.
    var points = 0
    var allPoints = 0
    /// How much speaks for the fit: words that follow each other count for more.
    var evidence = 0
    /// How many words stand in gaps.
    var gapWords = 0
    var isTruncated = false
    /// Whether the line ends where a text stands that the product inserts: what follows is unknown.
    var endsInText = false
    /// Whether it takes the line to its last word, and is whole.
    var reachesEnd = false
    /// Whether a message of another event fits as well.
    var isAmbiguous = false

    init(_ template: Int, _ anchor: (item: Int, word: Int)) {
      self.template = template
      self.anchor = anchor
      (first, end) = (anchor.word, anchor.word)
    }

    mutating func found(_ code: UInt16, inRun: Bool) {
      let worth = MessageTemplate.isCharacter(code) ? 1 : 2
      points += worth
      evidence += inRun ? worth : 1
    }
  }

  func itemRange(of template: Int) -> Range<Int> {
    Int(index.templates[template].firstItem)..<Int(index.templates[template + 1].firstItem)
  }

  /// Lays a template over a line such that one of its words is a certain word of the line; nil where
  /// that cannot be.
  ///
  /// `scratch.gaps` says then what stands in the gaps.
  func lay(
    _ template: Int, _ anchor: (item: Int, word: Int), _ line: Span<UInt8>,
    _ tokens: [LineTokens.Token], _ scratch: inout Scratch
  ) -> Fit? {
    let range = itemRange(of: template)
    var fit = Fit(template, anchor)
    scratch.gaps.removeAll(keepingCapacity: true)
    let item = range.lowerBound + anchor.item
    guard readForwards(item..<range.upperBound, line, tokens, &fit, &scratch),
      readBackwards(range.lowerBound..<item, line, tokens, &fit, &scratch)
    else { return nil }
    fit.reachesEnd = !fit.isTruncated && fit.end == tokens.count
    for item in range where MessageTemplate.isWord(index.items[item]) {
      fit.allPoints += MessageTemplate.isCharacter(index.items[item]) ? 1 : 2
    }
    return fit
  }

  // MARK: Forwards

  private func readForwards(
    _ items: Range<Int>, _ line: Span<UInt8>, _ tokens: [LineTokens.Token], _ fit: inout Fit,
    _ scratch: inout Scratch
  ) -> Bool {
    var item = items.lowerBound
    var inRun = false
    while item < items.upperBound {
      let code = index.items[item]
      if MessageTemplate.isWord(code) {
        guard fit.end < tokens.count else {
          fit.isTruncated = true
          fit.endsInText = !inRun
          return true
        }
        guard Self.code(tokens[fit.end]) == code else {
          // The line may end within a word.
          guard fit.end == tokens.count - 1, inRun, Int(tokens[fit.end].end) == line.count else {
            return false
          }
          fit.end += 1
          fit.isTruncated = true
          return true
        }
        fit.found(code, inRun: inRun)
        inRun = true
        fit.end += 1
        item += 1
        continue
      }
      inRun = false
      item += 1
      let gap = MessageTemplate.Gap(code: code)
      guard
        let next = endOfGap(gap, before: item..<items.upperBound, line, tokens, fit, &scratch)
      else { return false }
      scratch.gaps.append(Scratch.Gap(item: item - 1, words: fit.end..<next))
      fit.gapWords += next - fit.end
      fit.end = next
    }
    return true
  }

  /// Where the words begin that follow a gap: as early as can be.
  private func endOfGap(
    _ gap: MessageTemplate.Gap, before items: Range<Int>, _ line: Span<UInt8>,
    _ tokens: [LineTokens.Token], _ fit: Fit, _ scratch: inout Scratch
  ) -> Int? {
    let most = min(fit.end + gap.mostWords, tokens.count)
    var word = fit.end
    if gap.isNumeric {
      while word < most, isNumber(tokens[word], in: line) {
        word += 1
        if word >= fit.end + gap.fewestWords, !items.isEmpty,
          startsRun(items, at: word, tokens, &scratch)
        {
          return word
        }
      }
      guard items.isEmpty || word == tokens.count else { return nil }
      return word >= fit.end + gap.fewestWords || word == tokens.count ? word : nil
    }
    guard !items.isEmpty else { return tokens.count }
    word += min(gap.fewestWords, most - word)
    while word < most {
      if startsRun(items, at: word, tokens, &scratch) { return word }
      word += 1
    }
    return word == tokens.count ? word : nil
  }

  /// Whether the fixed words up to the next gap stand at a word of the line, or as many of them as
  /// the line has.
  private func startsRun(
    _ items: Range<Int>, at start: Int, _ tokens: [LineTokens.Token], _ scratch: inout Scratch
  ) -> Bool {
    scratch.budget -= 1
    var word = start
    var item = items.lowerBound
    while item < items.upperBound, MessageTemplate.isWord(index.items[item]) {
      guard word < tokens.count else { return word > start }
      guard Self.code(tokens[word]) == index.items[item] else {
        return word > start + 1 && word == tokens.count - 1
      }
      word += 1
      item += 1
    }
    return true
  }

  // MARK: Backwards

  private func readBackwards(
    _ items: Range<Int>, _ line: Span<UInt8>, _ tokens: [LineTokens.Token], _ fit: inout Fit,
    _ scratch: inout Scratch
  ) -> Bool {
    var item = items.upperBound
    var inRun = true
    while item > items.lowerBound {
      item -= 1
      let code = index.items[item]
      if MessageTemplate.isWord(code) {
        guard fit.first > 0, Self.code(tokens[fit.first - 1]) == code else { return false }
        fit.found(code, inRun: inRun)
        inRun = true
        fit.first -= 1
        continue
      }
      inRun = false
      let gap = MessageTemplate.Gap(code: code)
      guard
        let next = startOfGap(gap, after: items.lowerBound..<item, line, tokens, fit, &scratch)
      else { return false }
      scratch.gaps.append(Scratch.Gap(item: item, words: next..<fit.first))
      fit.gapWords += fit.first - next
      fit.first = next
    }
    return true
  }

  /// Where the words end that stand before a gap: as late as can be.
  private func startOfGap(
    _ gap: MessageTemplate.Gap, after items: Range<Int>, _ line: Span<UInt8>,
    _ tokens: [LineTokens.Token], _ fit: Fit, _ scratch: inout Scratch
  ) -> Int? {
    let most = max(fit.first - gap.mostWords, 0)
    var word = fit.first
    if gap.isNumeric {
      while word > most, isNumber(tokens[word - 1], in: line) {
        word -= 1
        let isEnough = word <= fit.first - gap.fewestWords
        if isEnough, items.isEmpty || endsRun(items, at: word, tokens, &scratch) { return word }
      }
      return nil
    }
    guard fit.first - gap.fewestWords >= 0 else { return nil }
    word -= gap.fewestWords
    // How far a first gap of texts reaches is said by what stands beside it.
    if items.isEmpty { return word }
    while word > most {
      if endsRun(items, at: word, tokens, &scratch) { return word }
      word -= 1
    }
    return nil
  }

  private func endsRun(
    _ items: Range<Int>, at end: Int, _ tokens: [LineTokens.Token], _ scratch: inout Scratch
  ) -> Bool {
    scratch.budget -= 1
    var word = end
    var item = items.upperBound
    while item > items.lowerBound, MessageTemplate.isWord(index.items[item - 1]) {
      guard word > 0, Self.code(tokens[word - 1]) == index.items[item - 1] else { return false }
      word -= 1
      item -= 1
    }
    return true
  }

  // MARK: Words

  @inline(__always)
  static func code(_ token: LineTokens.Token) -> UInt16 {
    MessageTemplate.code(ofWord: token.hash)
  }

  /// Whether a word is a number, be it a hexadecimal one.
  private func isNumber(_ token: LineTokens.Token, in line: Span<UInt8>) -> Bool {
    let first = line[Int(token.start)]
    if first >= 0x30 && first <= 0x39 { return true }
    for position in token.range {
      let byte = line[position]
      guard byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 else {
        return false
      }
    }
    return true
  }
}
