package import Catalogue

/// The messages of a catalogue, ready to be recognised in lines of text by their own words.
///
/// A line is walked once: a few words lead to the messages that have them, which are then compared
/// word by word.
package final class MessageMatcher: Sendable {
  let index: TemplateIndex
  /// A bit for each word that is an anchor by itself.
  let words: [UInt64]
  /// A bit for each key of another anchor, by its top bits: with `words` nearly all that is looked at
  /// for a line without a message.
  let filter: [UInt64]
  let filterShift: UInt32
  /// Where the anchors begin whose keys have the same top bits.
  let buckets: [UInt32]
  static let bucketBits: UInt32 = 16
  /// The events by a hash of their names, -1 where there is none.
  private let eventSlots: [Int32]
  /// Where each text beside placeholders begins.
  let holeTexts: [UInt32]
  private let locales: [LocaleTag]

  /// What a worker keeps between lines.
  package struct Scratch {
    /// A gap of the template that was laid over the line last, and the words that stand in it.
    struct Gap {
      var item: Int
      var words: Range<Int>
    }

    /// How many comparisons may still be made on the line.
    var budget = 0
    /// First those behind the anchor in order, then those before it, the last one first.
    var gaps: [Gap] = []

    package init() {}
  }

  /// Loads what the build has laid out.
  package convenience init(_ reader: CatalogueReader) throws(CatalogueError) {
    self.init(try reader.templateIndex())
  }

  /// A matcher of the messages of an index that has no flaw.
  init(_ index: TemplateIndex) {
    self.index = index
    // 32 bits for an anchor: one pair of words in some forty passes by chance.
    var bits: UInt32 = 12
    while bits < 24, 1 << bits < index.anchors.count << 5 { bits += 1 }
    var words = [UInt64](repeating: 0, count: 1 << 10)
    var filter = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
    filterShift = 32 - bits
    var buckets = [UInt32](repeating: 0, count: 1 << Int(Self.bucketBits) + 1)
    for anchor in index.anchors {
      let code = index.items[
        Int(index.templates[Int(anchor.template)].firstItem) + Int(anchor.item)]
      if anchor.key == TemplateIndex.key(code) {
        words[Int(code >> 6)] |= 1 << UInt64(code & 63)
      } else {
        let bit = anchor.key >> filterShift
        filter[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
      }
      buckets[Int(anchor.key >> (32 - Self.bucketBits)) + 1] += 1
    }
    for bucket in buckets.indices.dropFirst() { buckets[bucket] += buckets[bucket - 1] }
    self.words = words
    self.filter = filter
    self.buckets = buckets
    holeTexts = Self.starts(of: index.holeTexts)
    locales = index.locales.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
      LocaleTag(canonical: String(decoding: $0, as: UTF8.self))
    }
    eventSlots = Self.slots(of: index)
  }

  /// An event by the number that a match has.
  package func event(_ number: Int) -> EventKey {
    let names = names(ofEvent: number)
    let end = names.firstIndex(of: 0) ?? names.endIndex
    return EventKey(
      source: String(decoding: names[..<end], as: UTF8.self),
      id: EventID(String(decoding: names[(end + 1)...].dropLast(), as: UTF8.self)))
  }

  /// A locale by the number that a match has.
  package func locale(_ number: Int) -> LocaleTag { locales[number] }

  private func names(ofEvent number: Int) -> ArraySlice<UInt8> {
    index.eventNames[Int(index.events[number])..<Int(index.events[number + 1])]
  }

  private static func starts(of texts: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    for (position, byte) in texts.enumerated() where byte == 0 {
      starts.append(UInt32(position) + 1)
    }
    return starts
  }
}

// MARK: - Events by name

extension MessageMatcher {
  /// The templates of an event; none where it has no message.
  func templates(of event: EventKey) -> Range<Int> {
    guard let number = number(of: event) else { return 0..<0 }
    var (low, high) = (0, index.templates.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if index.templates[middle].event < UInt32(number) { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < index.templates.count - 1, index.templates[end].event == UInt32(number) { end += 1 }
    return low..<end
  }

  private func number(of event: EventKey) -> Int? {
    var hash = NameHash()
    hash.add(event.source)
    hash.add(event.id.text)
    var slot = Int(hash.value) & (eventSlots.count - 1)
    while eventSlots[slot] >= 0 {
      let number = Int(eventSlots[slot])
      if isSame(names(ofEvent: number), event) { return number }
      slot = (slot + 1) & (eventSlots.count - 1)
    }
    return nil
  }

  private func isSame(_ names: ArraySlice<UInt8>, _ event: EventKey) -> Bool {
    var position = names.startIndex
    for name in [event.source, event.id.text] {
      for byte in name.utf8 {
        guard position < names.endIndex, names[position] == byte else { return false }
        position += 1
      }
      guard position < names.endIndex, names[position] == 0 else { return false }
      position += 1
    }
    return true
  }

  /// Twice as many slots as events, so that there is always a free one.
  private static func slots(of index: TemplateIndex) -> [Int32] {
    var count = 16
    while count < index.events.count * 2 { count *= 2 }
    var slots = [Int32](repeating: -1, count: count)
    for number in index.events.indices.dropLast() {
      var hash = NameHash()
      for byte in index.eventNames[Int(index.events[number])..<Int(index.events[number + 1])] {
        hash.add(byte)
      }
      var slot = Int(hash.value) & (count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(number)
    }
    return slots
  }
}

/// FNV-1a (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv) of names, each with a zero
/// behind it.
private struct NameHash {
  private(set) var value: UInt32 = 0x811C_9DC5

  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

  mutating func add(_ name: String) {
    for byte in name.utf8 { add(byte) }
    add(0)
  }
}
