internal import Index

/// The words that begin something a log is searched for, found by the hash of their last word.
///
/// A bit set tells nearly all other words apart in one look.
struct TriggerTable: Sendable {
  /// A word, or several in a row.
  struct Entry: Sendable {
    /// The hash of the last word.
    var last: UInt32
    /// The hashes of the words before it, the nearest first.
    var before: [UInt32]
    var kinds: LabelKinds
    /// The event of an identifier, the source of a name.
    var payload: Int32
  }

  /// What was found at a word of a line.
  struct Hit {
    var kinds: LabelKinds
    var payload: Int32
    /// The first word of the label.
    var firstToken: Int
  }

  /// An entry as it is kept: what is looked at for most lines is without references.
  private struct Stored {
    var last: UInt32
    var kinds: LabelKinds
    var payload: Int32
    /// Where the hashes of the words before begin, and how many there are.
    var before: Int32
    var count: Int32
  }

  /// By the last hash, the longest first.
  private let entries: [Stored]
  private let hashes: [UInt32]
  /// For each hash, by its low bits: where its entries begin, or -1.
  private let slots: [Int32]
  private let slotMask: Int
  /// A bit for the low bits of every hash.
  private let bits: [UInt64]
  private let bitMask: UInt32

  /// What may lie between two words of one label, in bytes.
  private static let widestGap: Int32 = 6

  init(_ given: [Entry]) {
    var merged: [Entry] = []
    for entry in given.sorted(by: Self.precedes) {
      if let last = merged.last, last.last == entry.last, last.before == entry.before,
        last.payload == entry.payload
      {
        merged[merged.count - 1].kinds.formUnion(entry.kinds)
      } else {
        merged.append(entry)
      }
    }
    var entries: [Stored] = []
    var hashes: [UInt32] = []
    for entry in merged {
      entries.append(
        Stored(
          last: entry.last, kinds: entry.kinds, payload: entry.payload,
          before: Int32(hashes.count), count: Int32(entry.before.count)))
      hashes += entry.before
    }
    self.entries = entries
    self.hashes = hashes
    var slotCount = 64
    while slotCount < merged.count * 2 { slotCount *= 2 }
    slotMask = slotCount - 1
    var slots = [Int32](repeating: -1, count: slotCount)
    // Sixteen bits an entry: one other word in sixteen or fewer is looked at twice.
    var bitCount = 1 << 16
    while bitCount < merged.count * 16, bitCount < 1 << 22 { bitCount *= 2 }
    bitMask = UInt32(bitCount - 1)
    var bits = [UInt64](repeating: 0, count: bitCount / 64)
    for (index, entry) in merged.enumerated() {
      bits[Int(entry.last & bitMask) / 64] |= 1 << UInt64(entry.last & 63)
      guard index == 0 || merged[index - 1].last != entry.last else { continue }
      var slot = Int(entry.last) & slotMask
      while slots[slot] >= 0 { slot = (slot + 1) & slotMask }
      slots[slot] = Int32(index)
    }
    self.slots = slots
    self.bits = bits
  }

  /// Whether a word may end one of the entries.
  @inline(__always)
  func mayContain(_ hash: UInt32) -> Bool {
    bits[Int(hash & bitMask) / 64] & (1 << UInt64(hash & 63)) != 0
  }

  /// The longest entry of some kinds that ends at a word of a line.
  func hit(at index: Int, of tokens: [LineTokens.Token], _ wanted: LabelKinds) -> Hit? {
    let hash = tokens[index].hash
    guard mayContain(hash) else { return nil }
    var slot = Int(hash) & slotMask
    while slots[slot] >= 0 {
      var entry = Int(slots[slot])
      if entries[entry].last == hash {
        while entry < entries.count, entries[entry].last == hash {
          if !entries[entry].kinds.isDisjoint(with: wanted),
            let first = firstToken(of: entry, endingAt: index, of: tokens)
          {
            return Hit(
              kinds: entries[entry].kinds, payload: entries[entry].payload, firstToken: first)
          }
          entry += 1
        }
        return nil
      }
      slot = (slot + 1) & slotMask
    }
    return nil
  }

  private func firstToken(
    of entry: Int, endingAt index: Int, of tokens: [LineTokens.Token]
  ) -> Int? {
    let count = Int(entries[entry].count)
    guard count <= index else { return nil }
    let start = Int(entries[entry].before)
    for step in 0..<count {
      let token = index - 1 - step
      guard tokens[token].hash == hashes[start + step],
        tokens[token + 1].start - tokens[token].end <= Self.widestGap
      else { return nil }
    }
    return index - count
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.last != right.last { return left.last < right.last }
    if left.before.count != right.before.count { return left.before.count > right.before.count }
    if left.before != right.before { return left.before.lexicographicallyPrecedes(right.before) }
    return left.payload < right.payload
  }
}

extension TriggerTable.Entry {
  /// The entry of a text; nil where it has no words.
  init?(_ text: String, _ kinds: LabelKinds, payload: Int32 = -1) {
    var words = LineTokens()
    words.read(text.utf8.span)
    guard let last = words.tokens.last else { return nil }
    self.init(
      last: last.hash, before: words.tokens.dropLast().reversed().map(\.hash), kinds: kinds,
      payload: payload)
  }
}
