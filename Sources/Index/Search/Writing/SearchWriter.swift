internal import Catalogue

/// Writes what full-text search reads, when pages, messages and events are in their places.
///
/// Rows are written in the order of their numbers, as FTS5 wants them: locale by locale, in each
/// event by event.
struct SearchWriter {
  private let database: Database
  private let layout: SearchLayout
  private let pages: PageTexts
  private let messages: Statement
  private let insertPage: Statement
  private let insertMessage: Statement
  private let insertWord: Statement

  /// A word in fewer rows is rare: how rare makes no difference.
  static let fewRows = 16

  /// Fills the table `search` and those beside it, and returns how its rows are numbered.
  static func write(
    into database: Database, events: [EventKey]
  ) throws(SQLiteError) -> SearchLayout {
    try database.execute(Schema.search)
    // Rows wait in memory until there are so many bytes of them; merged once, at the end.
    try database.execute(
      """
      INSERT INTO search(search, rank) VALUES ('hashsize', \(32 << 20)), ('automerge', 0);
      """)
    let (entries, layout) = try SearchEntry.all(in: database, events: events)
    let writer = try SearchWriter(database, layout)
    try writer.write(entries)
    try database.execute("INSERT INTO search(search) VALUES ('optimize')")
    return layout
  }

  private init(_ database: Database, _ layout: SearchLayout) throws(SQLiteError) {
    self.database = database
    self.layout = layout
    pages = try PageTexts(database)
    messages = try database.prepare("SELECT text FROM message WHERE number = ?")
    let columns = SearchColumn.allCases.map(\.rawValue)
    insertPage = try database.prepare(
      "INSERT INTO search(rowid, \(columns.joined(separator: ", "))) "
        + "VALUES (?\(String(repeating: ", ?", count: columns.count)))")
    insertMessage = try database.prepare("INSERT INTO search(rowid, message) VALUES (?, ?)")
    insertWord = try database.prepare("INSERT INTO search_word VALUES (?, ?, ?, ?)")
  }

  private func write(_ entries: [SearchEntry]) throws(SQLiteError) {
    var index = 0
    while index < entries.count {
      let locale = entries[index].row.locale
      let lexicon = Lexicon()
      var analysis = TextAnalysis(of: layout.locales[locale].tag, lexicon: lexicon)
      while index < entries.count, entries[index].row.locale == locale {
        lexicon.beginRow()
        switch entries[index].text {
        case .page(let number):
          try write(page: number, row: entries[index].row, &analysis)
          index += 1
        case .message:
          try writeMessages(entries, &index, &analysis)
        }
      }
      try write(lexicon, locale: locale)
    }
  }

  private func write(
    page: Int, row: SearchRow, _ analysis: inout TextAnalysis
  ) throws(SQLiteError) {
    var texts: [[UInt8]] = Array(repeating: [], count: SearchColumn.allCases.count)
    try pages.forEachText(of: page) { column, text in
      analysis.clear()
      analysis.read(text)
      texts[column.number] += analysis.terms
    }
    try insertPage.bind(layout.number(of: row))
    for text in texts {
      try insertPage.bind(text: text[...])
    }
    try insertPage.run()
  }

  /// Writes all rows of message lists for one event in one locale as one.
  private func writeMessages(
    _ entries: [SearchEntry], _ index: inout Int, _ analysis: inout TextAnalysis
  ) throws(SQLiteError) {
    let row = entries[index].row
    analysis.clear()
    while index < entries.count, entries[index].row == row,
      case .message(let number) = entries[index].text
    {
      try messages.bind(number)
      if try messages.step() { messages.withText(0) { analysis.read($0) } }
      messages.reset()
      index += 1
    }
    try insertMessage.bind(layout.number(of: row)).bind(text: analysis.terms[...]).run()
  }

  private func write(_ lexicon: Lexicon, locale: Int) throws(SQLiteError) {
    var pending: Lexicon.Word?
    func flush() throws(SQLiteError) {
      guard let word = pending else { return }
      try insertWord.bind(locale).bind(text: word.folded).bind(text: word.term).bind(word.rows)
        .run()
    }
    for word in lexicon.words(inRows: Self.fewRows) {
      // Two spellings may differ in accents alone, and have the same term.
      if let last = pending, last.folded == word.folded, last.term == word.term {
        pending?.rows += word.rows
      } else {
        try flush()
        pending = word
      }
    }
    try flush()
  }
}
