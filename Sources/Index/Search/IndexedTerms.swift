package import Catalogue

/// The full-text index taken apart, for those who write it in another form: every term with its
/// places, every word with its terms.
package struct IndexedTerms {
  /// A term in one locale.
  package struct Term {
    /// As UTF-8.
    package var text: [UInt8]
    /// The place of the locale in the layout's list.
    package var locale: Int
    /// In order of rows, columns and words.
    package var places: [Place]
  }

  /// Where a term stands.
  package struct Place: Sendable, Hashable {
    /// The row's number in its locale.
    package var row: Int
    package var column: Int
    /// The word's place in the column.
    package var offset: Int

    package init(row: Int, column: Int, offset: Int) {
      self.row = row
      self.column = column
      self.offset = offset
    }
  }

  /// A word that is looked up instead of taking off its ending: its term is another, or it stands in
  /// many rows.
  package struct Word: Sendable, Hashable {
    /// Without accents.
    package var text: [UInt8]
    package var term: [UInt8]
    package var rows: Int
  }

  private let reader: CatalogueReader
  package let layout: SearchLayout

  package init(_ reader: CatalogueReader) throws(CatalogueError) {
    self.reader = reader
    layout = try reader.searchLayout()
  }

  /// Hands over every term of some locales, given by their places in the layout's list, in order of
  /// terms, then locales.
  package func forEachTerm(of locales: Set<Int>, _ body: (Term) throws -> Void) throws {
    let isWanted = layout.locales.indices.map(locales.contains)
    try reader.reading { () throws(SQLiteError) in
      try reader.database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_place USING fts5vocab(main, search, instance)"
      )
    }
    let columns = Dictionary(
      uniqueKeysWithValues: SearchColumn.allCases.map { ($0.rawValue, $0.number) })
    guard let first = locales.min(), let last = locales.max() else { return }
    let statement = try reader.reading { () throws(SQLiteError) in
      let statement = try reader.database.prepare(
        "SELECT term, doc, col, offset FROM temp.search_place WHERE doc BETWEEN ? AND ?")
      try statement.bind(layout.numbers(of: first).lowerBound)
        .bind(layout.numbers(of: last).upperBound)
      return statement
    }
    var names = ColumnNames(columns)
    var term = Term(text: [], locale: 0, places: [])
    while try reader.reading(statement.step) {
      let number = statement.integer(1)
      let row = layout.row(of: number)
      guard isWanted.indices.contains(row.locale), isWanted[row.locale] else { continue }
      let isSame = unsafe statement.withBytes(0) { unsafe $0.elementsEqual(term.text) }
      if !isSame || row.locale != term.locale {
        if !term.places.isEmpty { try body(term) }
        term.places.removeAll(keepingCapacity: true)
        term.locale = row.locale
        if !isSame { term.text = statement.bytes(0) }
      }
      guard let column = unsafe statement.withBytes(2, { unsafe names.number(of: $0) }) else {
        continue
      }
      term.places.append(
        Place(
          row: layout.numberInLocale(event: row.event, part: row.part), column: column,
          offset: statement.integer(3)))
    }
    if !term.places.isEmpty { try body(term) }
  }

  /// The words of a locale, in order of words, then terms.
  package func words(of locale: Int) throws(CatalogueError) -> [Word] {
    try reader.asking(.allSearchWords) { statement throws(SQLiteError) in
      try statement.bind(locale)
      var words: [Word] = []
      while try statement.step() {
        words.append(
          Word(text: statement.bytes(0), term: statement.bytes(1), rows: statement.integer(2)))
      }
      return words
    }
  }

  /// Knows the columns of hits, which come by name, by the one before: it is nearly always the same.
  private struct ColumnNames {
    private let numbers: [String: Int]
    private var last: (name: [UInt8], number: Int?) = ([], nil)

    init(_ numbers: [String: Int]) { self.numbers = numbers }

    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
      if unsafe !name.elementsEqual(last.name) {
        last.name = unsafe Array(name)
        last.number = numbers[String(decoding: last.name, as: UTF8.self)]
      }
      return last.number
    }
  }
}

/// Says of single words what the index of a locale has for them.
package final class WordReading {
  private var analysis: TextAnalysis
  /// Whether endings are taken off at all.
  package let isStemming: Bool

  package enum Kind: Sendable, Hashable {
    /// A word with its term.
    case word([UInt8])
    /// A piece of a run without blanks.
    case piece
    /// Neither, or more than one.
    case other
  }

  package init(of locale: LocaleTag) {
    let stemmer = Stemmer(for: locale)
    isStemming = stemmer != nil
    analysis = TextAnalysis(stemmer: stemmer, keepsPlaces: true)
  }

  /// What a word in small letters is.
  package func kind(of word: [UInt8]) -> Kind {
    analysis.clear()
    analysis.read(word.span)
    guard let first = analysis.tokens.first else { return .other }
    if first.kind != .word { return .piece }
    return analysis.count == 1 ? .word(Array(analysis.terms[first.term])) : .other
  }
}
