/// Chooses the words that lead to each message: those that the fewest messages have.
///
/// They are taken from the first half of a message, so that a line that ends early has them too.
struct AnchorChoice {
  private let index: TemplateIndex
  /// How many messages have the words of a key, by its top bits.
  private var counts: [UInt16]

  private static let countBits: UInt32 = 20

  init(_ index: TemplateIndex) {
    self.index = index
    counts = [UInt16](repeating: 0, count: 1 << Int(Self.countBits))
    for template in index.templates.indices.dropLast() {
      var own: [UInt32] = []
      forEachKey(of: items(of: template)) { key, _, _ in own.append(key) }
      for key in own where counts[Self.slot(key)] < .max { counts[Self.slot(key)] += 1 }
    }
  }

  /// The anchors of all messages but those that another one makes superfluous, since it has the same
  /// words and signs and is of more use.
  func anchors() -> [TemplateIndex.Anchor] {
    var anchors: [(anchor: TemplateIndex.Anchor, words: Int)] = []
    var seen: Set<[UInt16]> = []
    for template in index.templates.indices.dropLast().sorted(by: isPreferred) {
      let items = items(of: template)
      let words = items.count(where: MessageTemplate.isWord)
      guard let (key, item) = rarest(in: items), seen.insert(content(of: template)).inserted
      else { continue }
      anchors.append(
        (
          TemplateIndex.Anchor(key: key, template: UInt32(template), item: UInt32(item)), words
        ))
    }
    let order = anchors.indices.sorted { one, other in
      let (left, right) = (anchors[one], anchors[other])
      return (left.anchor.key, right.words, one) < (right.anchor.key, left.words, other)
    }
    return order.map { anchors[$0].anchor }
  }

  private func items(of template: Int) -> ArraySlice<UInt16> {
    index.items[
      Int(index.templates[template].firstItem)..<Int(index.templates[template + 1].firstItem)]
  }

  /// What tells messages apart: their words, their gaps and the signs beside these.
  private func content(of template: Int) -> [UInt16] {
    let holes = index.holes[
      Int(index.templates[template].firstHole)..<Int(index.templates[template + 1].firstHole)]
    return items(of: template) + [0] + holes.flatMap { [$0.before, $0.after] }
  }

  /// Events with a page before others, then the first.
  private func isPreferred(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (index.templates[one], index.templates[other])
    if left.hasPage != right.hasPage { return left.hasPage }
    return one < other
  }

  private func rarest(in items: ArraySlice<UInt16>) -> (key: UInt32, item: Int)? {
    let half = (items.count(where: MessageTemplate.isWord) + 1) / 2
    var best: (cost: Int, key: UInt32, item: Int)?
    forEachKey(of: items) { key, item, place in
      let cost = Int(counts[Self.slot(key)]) + place.penalty + (place.lastWord > half ? 1 << 20 : 0)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, key, item) }
    }
    return best.map { ($0.key, $0.item) }
  }

  /// Passes on each key that may be an anchor, its first item, how many words the message has up to
  /// its end, and what speaks against it.
  private func forEachKey(
    of items: ArraySlice<UInt16>, _ body: (UInt32, Int, (lastWord: Int, penalty: Int)) -> Void
  ) {
    var four: UInt64 = 0
    var characters = 0
    var previous: UInt16 = 0
    var words = 0
    var run = 0
    for position in items.indices {
      let code = items[position]
      let offset = position - items.startIndex
      guard MessageTemplate.isWord(code) else {
        (characters, run) = (0, 0)
        continue
      }
      words += 1
      run += 1
      characters = MessageTemplate.isCharacter(code) ? characters + 1 : 0
      four = four << 16 | UInt64(code)
      if characters >= TemplateIndex.charactersOfAnchor {
        body(TemplateIndex.key(ofFour: four), offset - 3, (words, 0))
      }
      if run >= 2 {
        let areCharacters =
          MessageTemplate.isCharacter(code) && MessageTemplate.isCharacter(previous)
        body(TemplateIndex.key(previous, code), offset - 1, (words, areCharacters ? 1 << 17 : 0))
      }
      body(TemplateIndex.key(code), offset, (words, 1 << 21))
      previous = code
    }
  }

  private static func slot(_ key: UInt32) -> Int { Int(key >> (32 - countBits)) }
}
