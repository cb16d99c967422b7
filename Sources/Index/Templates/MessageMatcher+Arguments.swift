extension MessageMatcher {
  /// What a fit takes of the line, and what stands at the placeholders.
  func match(
    _ chosen: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token], _ scratch: inout Scratch
  ) -> MessageMatch? {
    scratch.budget = .max
    guard let fit = lay(chosen.template, chosen.anchor, line, tokens, &scratch) else { return nil }
    let template = index.templates[fit.template]
    var match = MessageMatch(
      event: Int(template.event), locale: template.locale,
      range: bytes(of: fit.first..<fit.end, tokens), arguments: [], isTruncated: fit.isTruncated)
    var start = match.range.lowerBound
    var end = match.range.upperBound
    let items = itemRange(of: fit.template)
    forEachGap(of: fit, scratch.gaps) { gap, words, holes in
      let limits = bytes(around: words, line, tokens)
      if gap == items.lowerBound, !MessageTemplate.Gap(code: index.items[gap]).isNumeric {
        start = bindBackwards(holes, before: limits.upperBound, line, &match.arguments)
      } else {
        let bound = bind(
          holes, in: limits, line, isOpen: gap == items.upperBound - 1, &match.arguments)
        if gap == items.upperBound - 1 { end = bound }
      }
    }
    match.range = min(start, end)..<max(start, sentenceEnd(end, line))
    return match
  }

  /// How many of the texts beside placeholders do not stand in the line.
  func foreignSigns(
    in chosen: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token], _ scratch: inout Scratch
  ) -> Int {
    guard let fit = lay(chosen.template, chosen.anchor, line, tokens, &scratch) else { return .max }
    var count = 0
    forEachGap(of: fit, scratch.gaps) { gap, words, holes in
      guard let first = holes.first, let last = holes.last else { return }
      let limits = bytes(around: words, line, tokens)
      let isAfter = withText(index.holes[last].after) {
        FoldedSign.skipBack(
          $0, in: line, from: limits.upperBound, to: limits.lowerBound, strictly: true
        ).isWhole
      }
      let isBefore = withText(index.holes[first].before) {
        FoldedSign.skip(
          $0, in: line, from: limits.lowerBound, to: limits.upperBound, strictly: true
        ).isWhole
      }
      count += (isAfter ? 0 : 1) + (isBefore ? 0 : 1)
    }
    return count
  }

  /// Passes on each gap that the line has, the words in it and its holes, from the first to the last.
  private func forEachGap(
    of fit: Fit, _ gaps: [Scratch.Gap], _ body: (Int, Range<Int>, Range<Int>) -> Void
  ) {
    var hole = Int(index.templates[fit.template].firstHole)
    let end = Int(index.templates[fit.template + 1].firstHole)
    // Those before the anchor come last, and backwards.
    let anchor = itemRange(of: fit.template).lowerBound + fit.anchor.item
    let middle = gaps.firstIndex { $0.item < anchor } ?? gaps.count
    for position in gaps.indices {
      let before = gaps.count - middle
      let gap = position < before ? gaps[gaps.count - 1 - position] : gaps[position - before]
      let count = MessageTemplate.Gap(code: index.items[gap.item]).holes
      let holes = min(hole, end)..<min(hole + count, end)
      hole = holes.upperBound
      body(gap.item, gap.words, holes)
    }
  }

  private func withText<Result>(_ number: UInt16, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = Int(holeTexts[Int(number)])
    let end = Int(holeTexts[Int(number) + 1]) - 1
    let texts = index.holeTexts
    return body(texts.span.extracting(start..<end))
  }
}

// MARK: - Bytes

extension MessageMatcher {
  private func bytes(of words: Range<Int>, _ tokens: [LineTokens.Token]) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }

  /// The bytes between the words before and behind some words.
  private func bytes(
    around words: Range<Int>, _ line: Span<UInt8>, _ tokens: [LineTokens.Token]
  ) -> Range<Int> {
    let start = words.lowerBound > 0 ? Int(tokens[words.lowerBound - 1].end) : 0
    let end =
      words.upperBound < tokens.count ? Int(tokens[words.upperBound].start) : line.count
    return start..<max(start, end)
  }

  /// The end of a message with the full stop behind its last word.
  private func sentenceEnd(_ end: Int, _ line: Span<UInt8>) -> Int {
    guard end < line.count else { return end }
    let sign = FoldedSign.next(at: end, in: line)
    let isStop = sign.sign == 0x2E || sign.sign == 0x21 || sign.sign == 0x3F
    return isStop ? end + sign.length : end
  }

  /// A range without blanks at its ends.
  private func trimmed(_ range: Range<Int>, _ line: Span<UInt8>) -> Range<Int> {
    let none: [UInt8] = []
    let start = FoldedSign.skip(
      none.span, in: line, from: range.lowerBound, to: range.upperBound
    ).end
    return start..<FoldedSign.skipBack(none.span, in: line, from: range.upperBound, to: start).start
  }
}

// MARK: - Binding

extension MessageMatcher {
  /// Finds what stands at the placeholders of a gap in a range of the line and returns where the
  /// message goes on.
  ///
  /// Behind an open gap nothing of the message follows but signs.
  private func bind(
    _ holes: Range<Int>, in limits: Range<Int>, _ line: Span<UInt8>, isOpen: Bool,
    _ arguments: inout [Range<Int>]
  ) -> Int {
    guard let first = holes.first, let last = holes.last else { return limits.upperBound }
    let limit = limits.upperBound
    var position = withText(index.holes[first].before) {
      FoldedSign.skip($0, in: line, from: limits.lowerBound, to: limit).end
    }
    for hole in holes.dropLast() {
      let (end, next) = withText(index.holes[hole + 1].before) {
        separator($0, in: line, from: position, to: limit)
      }
      arguments.append(trimmed(position..<end, line))
      position = next
    }
    var end = limit
    var next = limit
    withText(index.holes[last].after) { text in
      if isOpen {
        guard !FoldedSign.isBlank(text) else { return }
        var candidate = limit
        while candidate > position {
          candidate -= 1
          let found = FoldedSign.skip(text, in: line, from: candidate, to: limit)
          if found.isWhole {
            (end, next) = (candidate, trimmed(candidate..<found.end, line).upperBound)
            return
          }
        }
      } else {
        end = FoldedSign.skipBack(text, in: line, from: limit, to: position).start
      }
    }
    arguments.append(trimmed(position..<max(position, end), line))
    return isOpen && next == limit ? arguments[arguments.count - 1].upperBound : next
  }

  /// Where the text between two placeholders begins and ends; the limit where it is not there.
  private func separator(
    _ text: Span<UInt8>, in line: Span<UInt8>, from start: Int, to limit: Int
  ) -> (start: Int, end: Int) {
    guard !text.isEmpty else { return (limit, limit) }
    let isBlank = FoldedSign.isBlank(text)
    var position = start
    while position < limit {
      if isBlank {
        let sign = FoldedSign.next(at: position, in: line)
        if sign.sign == FoldedSign.blank { return (position, position + sign.length) }
      } else {
        let found = FoldedSign.skip(text, in: line, from: position, to: limit)
        if found.isWhole { return (position, found.end) }
      }
      position += 1
    }
    return (limit, limit)
  }

  /// Finds what stands at the placeholders with which a message begins and returns where that is.
  private func bindBackwards(
    _ holes: Range<Int>, before limit: Int, _ line: Span<UInt8>, _ arguments: inout [Range<Int>]
  ) -> Int {
    guard let first = holes.first, let last = holes.last else { return limit }
    let farthest = max(0, limit - 1024)
    var end = withText(index.holes[last].after) {
      FoldedSign.skipBack($0, in: line, from: limit, to: farthest).start
    }
    var found: [Range<Int>] = []
    var start = end
    for hole in holes.reversed() {
      withText(index.holes[hole].before) { text in
        if FoldedSign.isBlank(text) {
          let begin =
            hole == first
            ? prefixEnd(before: end, farthest, line) : startOfChunk(before: end, farthest, line)
          found.append(trimmed(begin..<end, line))
          (start, end) = (begin, begin)
          return
        }
        var position = end
        while position > farthest {
          let before = FoldedSign.skipBack(text, in: line, from: position, to: farthest)
          if before.isWhole {
            found.append(trimmed(position..<end, line))
            (start, end) = (before.start, before.start)
            return
          }
          position -= 1
        }
        let begin = startOfChunk(before: end, farthest, line)
        found.append(trimmed(begin..<end, line))
        (start, end) = (begin, begin)
      }
    }
    arguments += found.reversed()
    return trimmed(start..<limit, line).lowerBound
  }

  /// Where what a log puts before a message ends, seen from a place in the message: behind a colon,
  /// a bracket, a tab or several blanks, or behind a time.
  private func prefixEnd(before end: Int, _ farthest: Int, _ line: Span<UInt8>) -> Int {
    var start = startOfChunk(before: end, farthest, line)
    while start > farthest {
      let blanks = trimmed(farthest..<start, line).upperBound
      let isWide = start - blanks > 1 || line[start - 1] == 0x09
      guard !isWide, blanks > farthest,
        !isPrefix(FoldedSign.previous(before: blanks, in: line).sign)
      else { break }
      let chunk = startOfChunk(before: blanks, farthest, line)
      let isTime = line[chunk] >= 0x30 && line[chunk] <= 0x39 && hasColon(chunk..<blanks, line)
      guard chunk < blanks, !isTime else { break }
      start = chunk
    }
    return start
  }

  private func isPrefix(_ sign: UInt32) -> Bool {
    sign == UInt32(UInt8(ascii: ":")) || sign == UInt32(UInt8(ascii: "]"))
      || sign == UInt32(UInt8(ascii: "-"))
  }

  private func hasColon(_ range: Range<Int>, _ line: Span<UInt8>) -> Bool {
    range.contains { line[$0] == UInt8(ascii: ":") }
  }

  /// Where a run without blanks begins that ends at a place.
  private func startOfChunk(before end: Int, _ farthest: Int, _ line: Span<UInt8>) -> Int {
    var start = trimmed(farthest..<end, line).upperBound
    while start > farthest {
      let sign = FoldedSign.previous(before: start, in: line)
      // A bracket ends what drivers put before a message.
      guard sign.sign != FoldedSign.blank, sign.sign != 0x5D else { break }
      start -= sign.length
    }
    return start
  }
}
