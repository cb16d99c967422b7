internal import Catalogue
internal import Diagnostics

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

  /// How many rows are taken apart at a time, while those before are written.
  private static let batchSize = 128

  private func write(_ entries: [SearchEntry]) throws(SQLiteError) {
    var rest = entries[...]
    while let locale = rest.first?.row.locale {
      let analysis = LocaleAnalysis(of: layout.locales[locale].tag)
      var analysed: BackgroundWork<[LocaleAnalysis.Row]>?
      repeat {
        let batch = try rows(of: locale, from: &rest)
        // Only now: batches are taken apart one after another.
        let ready = analysed?.wait() ?? []
        analysed = batch.isEmpty ? nil : BackgroundWork { analysis.terms(of: batch) }
        for row in ready { try write(row) }
      } while analysed != nil
      try write(analysis.words(inRows: Self.fewRows), locale: locale)
    }
  }

  /// The next rows of a locale with their texts; none where it has no more.
  private func rows(
    of locale: Int, from entries: inout ArraySlice<SearchEntry>
  ) throws(SQLiteError) -> [LocaleAnalysis.Row] {
    var rows: [LocaleAnalysis.Row] = []
    while rows.count < Self.batchSize, let entry = entries.first, entry.row.locale == locale {
      switch entry.text {
      case .page(let number):
        var row = LocaleAnalysis.Row(number: layout.number(of: entry.row), isMessage: false)
        try pages.forEachText(of: number) { column, text in
          row.texts.append((column.number, text.bytes))
        }
        rows.append(row)
        entries.removeFirst()
      case .message:
        rows.append(try messages(of: entry.row, from: &entries))
      }
    }
    return rows
  }

  /// All rows of message lists for one event in one locale as one.
  private func messages(
    of row: SearchRow, from entries: inout ArraySlice<SearchEntry>
  ) throws(SQLiteError) -> LocaleAnalysis.Row {
    var made = LocaleAnalysis.Row(number: layout.number(of: row), isMessage: true)
    while let entry = entries.first, entry.row == row, case .message(let number) = entry.text {
      try messages.bind(number)
      if try messages.step() {
        messages.withText(0) { made.texts.append((SearchColumn.message.number, $0.bytes)) }
      }
      messages.reset()
      entries.removeFirst()
    }
    return made
  }

  /// Writes a row with the terms of its texts.
  private func write(_ row: LocaleAnalysis.Row) throws(SQLiteError) {
    guard !row.isMessage else {
      let terms = row.texts.first?.bytes ?? []
      return try insertMessage.bind(row.number).bind(text: terms[...]).run()
    }
    try insertPage.bind(row.number)
    for column in 0..<SearchColumn.allCases.count {
      let terms = row.texts.first { $0.column == column }?.bytes ?? []
      try insertPage.bind(text: terms[...])
    }
    try insertPage.run()
  }

  private func write(_ words: [Lexicon.Word], locale: Int) throws(SQLiteError) {
    var pending: Lexicon.Word?
    func flush() throws(SQLiteError) {
      guard let word = pending else { return }
      try insertWord.bind(locale).bind(text: word.folded).bind(text: word.term).bind(word.rows)
        .run()
    }
    for word in words {
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

extension Span<UInt8> {
  /// A copy of the bytes.
  fileprivate var bytes: [UInt8] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }
}
