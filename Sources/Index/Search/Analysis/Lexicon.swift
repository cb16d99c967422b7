/// Every word of the texts of one locale, with its term and in how many rows it stands.
///
/// Each word is stemmed once, however often it comes; and a word that is looked for without its
/// accents, or by its beginning, is found here where its stem would not be.
final class Lexicon {
  /// A word as it is looked for, its term, and in how many rows it stands.
  struct Word {
    var folded: ArraySlice<UInt8>
    var term: ArraySlice<UInt8>
    var rows: Int
  }

  private struct Entry {
    var word: Range<Int32>
    var folded: Range<Int32>
    var term: Range<Int32>
    var hash: UInt32
    var rows: Int32 = 0
    var lastRow: Int32 = 0
  }

  /// All words, folded words and terms.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Places in `entries`, counted from 1, found by hash; a power of two of them, half of them 0.
  ///
  /// The hash is in the upper half, so that no entry is looked at but the right one.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private var row: Int32 = 1

  /// Words from here on stand in another row.
  func beginRow() { row += 1 }

  /// The entry of a word, or nil where it is new.
  func entry(of word: [UInt8]) -> Int? { find(word[...]) }

  /// Adds a word that is new, and counts it.
  func add(_ word: [UInt8], folded: [UInt8], term: ArraySlice<UInt8>) {
    let start = Int32(bytes.count)
    bytes += word
    let foldedStart = folded == word ? start : Int32(bytes.count)
    if foldedStart != start { bytes += folded }
    let foldedEnd = foldedStart + Int32(folded.count)
    let termStart = term.elementsEqual(folded) ? foldedStart : Int32(bytes.count)
    if termStart != foldedStart { bytes += term }
    entries.append(
      Entry(
        word: start..<start + Int32(word.count), folded: foldedStart..<foldedEnd,
        term: termStart..<termStart + Int32(term.count), hash: Self.hash(of: word[...])))
    insert(entries.count - 1)
    if entries.count * 2 > slots.count { grow() }
    count(entries.count - 1)
  }

  /// Counts a word once a row.
  func count(_ entry: Int) {
    guard entries[entry].lastRow != row else { return }
    entries[entry].lastRow = row
    entries[entry].rows += 1
  }

  /// Counts a pair of characters once a row; it is its own term.
  func count(pair: ArraySlice<UInt8>) {
    if let entry = find(pair) {
      count(entry)
    } else {
      add(Array(pair), folded: Array(pair), term: pair)
    }
  }

  /// Appends the term of a word.
  func appendTerm(of entry: Int, to output: inout [UInt8]) {
    let term = entries[entry].term
    output.append(contentsOf: bytes[Int(term.lowerBound)..<Int(term.upperBound)])
  }

  /// The words that stand in so many rows, or whose term is another, in order of their folded forms,
  /// then of their terms.
  func words(inRows least: Int) -> [Word] {
    var words: [Word] = []
    for entry in entries where entry.rows >= least || entry.term != entry.folded {
      words.append(
        Word(folded: slice(entry.folded), term: slice(entry.term), rows: Int(entry.rows)))
    }
    return words.sorted { left, right in
      if left.folded.elementsEqual(right.folded) {
        return left.term.lexicographicallyPrecedes(right.term)
      }
      return left.folded.lexicographicallyPrecedes(right.folded)
    }
  }

  private func slice(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    bytes[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

// MARK: - Hashing

extension Lexicon {
  private func find(_ word: ArraySlice<UInt8>) -> Int? {
    let hash = Self.hash(of: word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) {
        let entry = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isSame(entries[entry].word, word) { return entry }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSame(_ range: Range<Int32>, _ word: ArraySlice<UInt8>) -> Bool {
    guard range.count == word.count else { return false }
    var place = Int(range.lowerBound)
    for byte in word {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  private func insert(_ entry: Int) {
    var slot = Int(entries[entry].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt64(entries[entry].hash) << 32 | UInt64(entry + 1)
  }

  private func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in entries.indices { insert(entry) }
  }

  /// FNV-1a, with its high bits mixed into the low ones that choose a slot.
  private static func hash(of word: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}
