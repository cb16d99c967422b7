internal import Catalogue
internal import Diagnostics

/// Finds the word of the catalogue that was probably meant by one that it does not have.
struct Suggestion {
  private let reader: CatalogueReader

  init(_ reader: CatalogueReader) { self.reader = reader }

  /// The nearest word with the same first letter, or nil where none is near.
  ///
  /// Slips of the hand decide, then in how many rows a word stands, then the order of words. A
  /// scan of all words and terms with that letter: made only where nothing was found.
  func word(near typed: String) throws(CatalogueError) -> String? {
    var analysis = TextAnalysis(stemmer: nil)
    analysis.read(typed)
    let word = Array(analysis.terms.dropLast())
    // A single word, short enough to be compared and long enough to be recognised.
    guard analysis.count == 1, (3...32).contains(word.count), let first = word.first,
      first < 0x80
    else { return nil }
    let allowed = word.count < 6 ? 1 : 2
    var best: Candidate?
    try reader.reading { () throws(SQLiteError) in
      try reader.database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab(main, search, row)")
      let words = try reader.database.prepare(
        """
        SELECT word, rows FROM search_word WHERE word >= ?1 AND word < ?2
        UNION ALL SELECT term, doc FROM temp.search_term WHERE term >= ?1 AND term < ?2
        """)
      try words.bind(text: [first]).bind(text: [first + 1])
      while try words.step() {
        let other = words.bytes(0)
        guard abs(other.count - word.count) <= allowed else { continue }
        let candidate = Candidate(
          slips: EditDistance.between(word, other), rows: words.integer(1), word: other)
        guard candidate.slips <= allowed, best.map({ candidate.precedes($0) }) ?? true else {
          continue
        }
        best = candidate
      }
    }
    return best.map { String(decoding: $0.word, as: UTF8.self) }
  }

  private struct Candidate {
    var slips: Int
    var rows: Int
    var word: [UInt8]

    func precedes(_ other: Candidate) -> Bool {
      if slips != other.slips { return slips < other.slips }
      return rows == other.rows
        ? word.lexicographicallyPrecedes(other.word) : rows > other.rows
    }
  }
}
