extension MessageMatcher {
  /// What a line holds: the message of which it has the most, or nil where it has none.
  ///
  /// `tokens` has read the line.
  ///
  /// - Complexity: O(*n*) in the words of the line.
  package func match(
    _ line: Span<UInt8>, _ tokens: LineTokens, _ scratch: inout Scratch
  ) -> MessageMatch? {
    let words = tokens.tokens
    guard words.count >= 3 else { return nil }
    var best: Fit?
    scratch.budget = 1 << 14 + 64 * words.count
    var previous: UInt16 = 0
    var four: UInt64 = 0
    var characters = 0
    for position in words.indices {
      let code = Self.code(words[position])
      four = four << 16 | UInt64(code)
      characters = MessageTemplate.isCharacter(code) ? characters + 1 : 0
      let single = TemplateIndex.key(code)
      if mayBeAnchor(single) {
        consider(single, at: position, line, words, &best, &scratch)
      }
      let pair = TemplateIndex.key(previous, code)
      if mayBeAnchor(pair), position > 0 {
        consider(pair, at: position - 1, line, words, &best, &scratch)
      }
      if characters >= TemplateIndex.charactersOfAnchor {
        let key = TemplateIndex.key(ofFour: four)
        if mayBeAnchor(key) {
          consider(key, at: position - 3, line, words, &best, &scratch)
        }
      }
      previous = code
    }
    return best.map { match($0, line, words) }
  }

  @inline(__always)
  private func mayBeAnchor(_ key: UInt32) -> Bool {
    let bit = key >> filterShift
    return filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0
  }

  /// Compares the messages that a key leads to.
  @inline(never)
  private func consider(
    _ key: UInt32, at word: Int, _ line: Span<UInt8>, _ tokens: [LineTokens.Token],
    _ best: inout Fit?, _ scratch: inout Scratch
  ) {
    let bucket = Int(key >> (32 - Self.bucketBits))
    for position in Int(buckets[bucket])..<Int(buckets[bucket + 1]) {
      let anchor = index.anchors[position]
      guard anchor.key == key else { continue }
      guard scratch.budget > 0 else { return }
      scratch.budget -= 1
      guard
        let fit = fit(
          Int(anchor.template), item: Int(anchor.item), at: word, of: line, tokens, &scratch),
        isCredible(fit, line, tokens)
      else { continue }
      if let current = best {
        if isBetter(fit, than: current, line, tokens) { best = fit }
      } else {
        best = fit
      }
    }
  }

  /// Whether a line of a foreign log would hardly have this by chance.
  private func isCredible(_ fit: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token]) -> Bool {
    guard fit.points >= 6, fit.evidence - fit.gapWords / 8 >= 5 else { return false }
    if fit.isTruncated { return fit.points >= 8 && fit.points * 2 >= fit.allPoints }
    return true
  }

  /// Whether a fit says more than another: more fixed words, all of them, less in the gaps.
  private func isBetter(
    _ fit: Fit, than other: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token]
  ) -> Bool {
    if fit.points != other.points { return fit.points > other.points }
    if fit.isTruncated != other.isTruncated { return other.isTruncated }
    if fit.gapWords != other.gapWords { return fit.gapWords < other.gapWords }
    let (one, two) = (index.templates[fit.template], index.templates[other.template])
    if one.hasPage != two.hasPage { return one.hasPage }
    return fit.template < other.template
  }

  func match(_ fit: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token]) -> MessageMatch {
    let template = index.templates[fit.template]
    let first = Int(tokens[min(fit.first, tokens.count - 1)].start)
    let end = fit.end > fit.first ? Int(tokens[fit.end - 1].end) : first
    return MessageMatch(
      event: Int(template.event), locale: template.locale, range: first..<end, arguments: [],
      isTruncated: fit.isTruncated)
  }
}

// MARK: - A known event

extension MessageMatcher {
  /// Whether a line, or the end of one, is a message of this very event, in any locale.
  ///
  /// Fewer fixed words are needed, since a number vouches for it.
  package func match(
    _ line: Span<UInt8>, _ tokens: LineTokens, as event: EventKey, _ scratch: inout Scratch
  ) -> MessageMatch? {
    let words = tokens.tokens
    var best: Fit?
    scratch.budget = 1 << 14 + 64 * words.count
    for template in templates(of: event) {
      let items = itemRange(of: template)
      guard let first = items.first(where: { MessageTemplate.isWord(index.items[$0]) }) else {
        continue
      }
      let code = index.items[first]
      for position in words.indices where Self.code(words[position]) == code {
        guard scratch.budget > 0 else { break }
        scratch.budget -= 1
        guard
          let fit = fit(
            template, item: first - items.lowerBound, at: position, of: line, words, &scratch),
          !fit.isTruncated || fit.points >= 4 && fit.points * 3 >= fit.allPoints
        else { continue }
        if let current = best {
          if isBetter(fit, than: current, line, words) { best = fit }
        } else {
          best = fit
        }
      }
    }
    return best.map { match($0, line, words) }
  }
}
