internal import Catalogue
internal import Markup

extension CatalogueWriter {
  /// The statements that are run for every page and message, compiled once.
  final class Statements {
    let list: Statement
    let message: Statement
    private let textBlock: Statement
    private let page: Statement
    private let event: Statement
    private let body: Statement
    private let section: Statement
    private let fix: Statement
    private let state: Statement
    private let link: Statement
    private let context: Statement
    private let linkEvent: Statement
    private let redirection: Statement

    init(_ database: Database) throws(SQLiteError) {
      list = try database.prepare("INSERT INTO message_list VALUES (?, ?)")
      message = try database.prepare(
        "INSERT INTO message (source, event_id, locale, severity, logged, text, list, line) "
          + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      textBlock = try database.prepare(
        "INSERT INTO text_block (scope, locale, spans, text) VALUES (?, ?, ?, ?)")
      page = try database.prepare(
        "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"
      )
      event = try database.prepare("INSERT INTO page_event VALUES (?, ?, ?)")
      body = try database.prepare("INSERT INTO page_body VALUES (?, ?)")
      section = try database.prepare("INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      fix = try database.prepare("INSERT INTO fix VALUES (?, ?, ?, ?, ?, ?)")
      state = try database.prepare("INSERT INTO state VALUES (?, ?, ?, ?, ?)")
      link = try database.prepare("INSERT INTO link VALUES (?, ?, ?, ?, ?)")
      context = try database.prepare(
        "UPDATE page SET source = ?, severity = ?, logged = ?, drift = ?, confusions = ? "
          + "WHERE number = ?")
      linkEvent = try database.prepare(
        "UPDATE link SET event = ? WHERE page = ? AND position = ?")
      redirection = try database.prepare("INSERT INTO redirection VALUES (?, ?, ?, ?, ?, ?, ?)")
    }
  }
}

extension CatalogueWriter.Statements {
  /// Writes where a page leads that is gone.
  func insert(_ value: Redirection) throws(SQLiteError) {
    try redirection.bind(value.path).bind(value.locale?.text).bind(value.event?.source)
      .bind(value.event?.id.text)
    switch value.target {
    case .page(let number, let anchor):
      try redirection.bind(number).bind(anchor).bind(nil as String?)
    case .address(let address):
      try redirection.bind(nil as Int?).bind(nil as String?).bind(address)
    }
    try redirection.run()
  }

  /// Writes the rows of a page as it describes itself.
  func insert(_ record: PageRecord, number: Int) throws(SQLiteError) {
    let page = record.page
    try insertHead(of: record, number: number)
    try body.bind(number).bind(record.body).run()
    for id in page.ids {
      try event.bind(id.text).bind(number).bind(page.ids.count > 1).run()
    }
    for (index, row) in page.sections.enumerated() {
      try section.bind(number).bind(index + 1).bind(row.role.rawValue).bind(row.anchor)
        .bind(row.level).bind(row.title).bind(record.sectionTexts[index])
        .bind(page.line(of: row.heading)).run()
    }
    for (index, row) in page.fixes.enumerated() {
      let code = row.code.isEmpty ? nil : row.code.joined(separator: "\n\n")
      try fix.bind(number).bind(index + 1).bind(row.section.map { $0 + 1 }).bind(row.text)
        .bind(code).bind(page.line(of: row.nodes)).run()
    }
    for (index, row) in page.states.enumerated() {
      try state.bind(number).bind(index + 1).bind(row.from).bind(row.to).bind(row.text).run()
    }
    for (index, row) in page.links.enumerated() {
      try link.bind(number).bind(index + 1).bind(row.text).bind(row.target).bind(row.event).run()
    }
  }

  private func insertHead(of record: PageRecord, number: Int) throws(SQLiteError) {
    let page = record.page
    let (details, translation) = (page.details, page.translation)
    try self.page.bind(number).bind(page.kind.rawValue).bind(page.source)
      .bind(page.ids.map(\.text).joined(separator: " ")).bind(page.locale.text).bind(page.title)
      .bind(page.description).bind(page.message).bind(page.severity).bind(page.logged)
      .bind(details.symbolicName).bind(details.component).bind(details.productName)
      .bind(page.date?.description).bind(page.path).bind(translation?.method)
      .bind(translation?.handoff?.description).bind(translation?.sourceHash)
      .bind(joined(translation?.drift ?? []))
      .bind(record.introduction.isEmpty ? nil : record.introduction)
      .bind(page.keywords.isEmpty ? nil : page.keywords.joined(separator: "\n")).run()
  }

  /// Writes lines that are complete as a block.
  func insert(_ key: TextBlocks.Key, text: [UInt8], spans: [UInt8]) throws(SQLiteError) {
    try textBlock.bind(key.scope.rawValue).bind(key.locale).bind(spans).bind(text).run()
  }

  /// Writes what the whole catalogue tells over what the page said.
  func complete(number: Int, context: PageContext) throws(SQLiteError) {
    try self.context.bind(context.source).bind(context.severity).bind(context.logged)
      .bind(joined(context.drift)).bind(ConfusionCodec.encode(context.confusions)).bind(number)
      .run()
    for (index, event) in context.linkEvents.enumerated() {
      guard let event else { continue }
      try linkEvent.bind(event).bind(number).bind(index + 1).run()
    }
  }

  /// Anchors, separated by blanks, of which they have none; nil for no anchor.
  private func joined(_ anchors: [String]) -> String? {
    anchors.isEmpty ? nil : anchors.joined(separator: " ")
  }
}

extension Page {
  /// The line on which a range of nodes begins; 1 where there are none.
  fileprivate func line(of nodes: Range<Int>) -> Int {
    document.nodes.indices.contains(nodes.lowerBound)
      ? Int(document.nodes[nodes.lowerBound].line) : 1
  }
}
