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
      if isAnchor(code) {
        consider(TemplateIndex.key(code), at: position, line, words, &best, &scratch)
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
    // What ends where messages have not yet parted says nothing.
    guard let best, !(best.isTruncated && best.isAmbiguous) else { return nil }
    return match(best, line, words, &scratch)
  }

  @inline(__always)
  private func isAnchor(_ word: UInt16) -> Bool {
    self.words[Int(word >> 6)] >> UInt64(word & 63) & 1 != 0
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
      let place = (item: Int(anchor.item), word: word)
      guard let fit = lay(Int(anchor.template), place, line, tokens, &scratch),
        isCredible(fit, line, tokens)
      else { continue }
      choose(fit, over: &best, line, tokens, &scratch)
    }
  }

  /// Whether a line of a foreign log would hardly have this by chance.
  private func isCredible(_ fit: Fit, _ line: Span<UInt8>, _ tokens: [LineTokens.Token]) -> Bool {
    guard fit.points >= 6, fit.evidence - fit.gapWords / 8 >= 5 else { return false }
    let first = index.items[itemRange(of: fit.template).lowerBound]
    if !MessageTemplate.isWord(first), !MessageTemplate.Gap(code: first).isNumeric {
      // Any sentence may end with what many messages have in common: "could not be made".
      let isOfCharacters = MessageTemplate.isCharacter(Self.code(tokens[fit.anchor.word]))
      guard fit.evidence >= 7, !isOfCharacters || fit.points >= 8 else { return false }
    }
    if fit.isTruncated {
      guard fit.points >= 8, fit.points * 2 >= fit.allPoints else { return false }
      if fit.endsInText, fit.points < 12, fit.points * 3 < fit.allPoints * 2 { return false }
    }
    // A few words alone are a sentence of their own.
    if fit.points >= 12 { return true }
    return startsSentence(fit, line, tokens)
      && (fit.isTruncated || endsSentence(fit, line, tokens))
  }

  /// Keeps the fit that says more: more fixed words, all of them, the same signs beside the gaps,
  /// less in these; then that of an event with a page, then the first.
  private func choose(
    _ fit: Fit, over best: inout Fit?, _ line: Span<UInt8>, _ tokens: [LineTokens.Token],
    _ scratch: inout Scratch
  ) {
    guard let current = best else {
      best = fit
      return
    }
    if let isBetter = isBetter(fit, than: current) {
      if isBetter { best = fit }
      return
    }
    guard fit.template != current.template else { return }
    let foreign = (
      foreignSigns(in: fit, line, tokens, &scratch),
      foreignSigns(in: current, line, tokens, &scratch)
    )
    if foreign.0 != foreign.1 {
      if foreign.0 < foreign.1 { best = fit }
      return
    }
    if fit.gapWords != current.gapWords {
      if fit.gapWords < current.gapWords { best = fit }
      return
    }
    let (one, other) = (index.templates[fit.template], index.templates[current.template])
    let isPreferred =
      one.hasPage != other.hasPage ? one.hasPage : fit.template < current.template
    if isPreferred { best = fit }
    best?.isAmbiguous = current.isAmbiguous || one.event != other.event
  }

  /// Whether a fit says more than another; nil where both say as much.
  private func isBetter(_ fit: Fit, than other: Fit) -> Bool? {
    if fit.isTruncated != other.isTruncated, fit.isTruncated {
      return isBetter(other, than: fit).map { !$0 }
    }
    // A message that the line has to its end explains what another one may only begin with.
    if other.isTruncated, fit.reachesEnd, fit.points + 6 >= other.points { return true }
    if fit.points != other.points { return fit.points > other.points }
    if fit.isTruncated != other.isTruncated { return other.isTruncated }
    return nil
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
        let place = (item: first - items.lowerBound, word: position)
        guard let fit = lay(template, place, line, words, &scratch),
          !fit.isTruncated || fit.points >= 4 && fit.points * 3 >= fit.allPoints
        else { continue }
        choose(fit, over: &best, line, words, &scratch)
      }
    }
    return best.flatMap { match($0, line, words, &scratch) }
  }
}
