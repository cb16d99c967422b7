import Catalogue
import Testing

@testable import Index

@Suite struct TemplateIndexTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/catalogue.db"
  }

  private static let english = LocaleTag(canonical: "en-US")

  private static let rows: [MatcherFixture.Row] = [
    .init("102", "en-US", "Incorrect syntax near '%.*ls'."),
    .init("102", "fr-FR", "Syntaxe incorrecte vers '%.*ls'."),
    .init("18456", "en-US", "Login failed for user '%.*ls'.%.*ls"),
    .init("18456", "ja-JP", "ユーザー '%.*ls' はログインできませんでした。"),
  ]

  /// Writes the rows, each of its own list.
  private func write() throws {
    let writer = try CatalogueWriter(path: path)
    for row in Self.rows {
      try writer.insert(
        Message(
          source: "MSSQLSERVER", id: EventID(row.id), locale: LocaleTag(canonical: row.locale),
          severity: 16, logged: false, text: row.text, path: "\(row.locale)/list.md", line: 1))
    }
    try writer.finish(defaultLocale: Self.english, programVersion: "1.0")
  }

  private func found(_ line: String, _ matcher: MessageMatcher) -> String? {
    var tokens = LineTokens()
    var scratch = MessageMatcher.Scratch()
    let bytes = Array(line.utf8)
    tokens.read(bytes.span)
    return matcher.match(bytes.span, tokens, &scratch).map {
      "\(matcher.event($0.event)) \(matcher.locale($0.locale))"
    }
  }

  @Test func findsTheMessagesOfACatalogueFile() throws {
    try write()
    let matcher = try MessageMatcher(CatalogueReader(path: path))
    #expect(found("x: Syntaxe incorrecte vers '='.", matcher) == "MSSQLSERVER_102 fr-FR")
    #expect(found("Login failed for user 'sa'.", matcher) == "MSSQLSERVER_18456 en-US")
    #expect(found("ユーザー 'sa' はログインできませんでした。", matcher) == "MSSQLSERVER_18456 ja-JP")
  }

  @Test func messagesOfPagesAreFoundToo() throws {
    let writer = try CatalogueWriter(path: path)
    var page = SampleCatalogue.pages[0]
    page.message = "No connection could be made because of '%ls'."
    try writer.insert(page, number: 1)
    try writer.complete(number: 1, context: SampleCatalogue.context(of: page, number: 1))
    try writer.finish(defaultLocale: Self.english, programVersion: "1.0")
    let matcher = try MessageMatcher(CatalogueReader(path: path))
    #expect(
      found("No connection could be made because of 'x'.", matcher) == "MSSQLSERVER_10060 en-US")
  }

  @Test func anEmptyCatalogueHasNoMessages() throws {
    try CatalogueWriter(path: path).finish(defaultLocale: Self.english, programVersion: "1.0")
    let matcher = try MessageMatcher(CatalogueReader(path: path))
    #expect(found("Login failed for user 'sa'.", matcher) == nil)
  }

  @Test func theSameMessagesGiveTheSameIndex() throws {
    try write()
    let first = try folder.bytes(of: "catalogue.db")
    try write()
    #expect(try folder.bytes(of: "catalogue.db") == first)
  }

  @Test func sameMessagesOfAnEventAreKeptOnce() {
    let index = MatcherFixture.index(of: [
      .init("1", "en-US", "Too many names in the list."),
      .init("1", "en-US", "Too many names in the list."),
      .init("2", "en-US", "Too many names in the list."),
      .init("2", "fr-FR", "Too many names in the list."),
    ])
    #expect(index.templates.count - 1 == 3)
    #expect(index.anchors.count == 1)
  }

  @Test func messagesWithoutWordsAreLeftOut() {
    let index = MatcherFixture.index(of: [.init("1", "en-US", "%s: %d"), .init("2", "en-US", "")])
    #expect(index.templates.count - 1 == 0)
    #expect(index.flaw == nil)
  }

  /// Any damage of any part is an error that names the file, or leaves a matcher that answers.
  @Test func survivesDamage() throws {
    let sound = MatcherFixture.index(of: Self.rows)
    #expect(sound.flaw == nil)
    var generator = SeededGenerator(seed: 11)
    let lines = Self.rows.map { $0.text.replacing("%.*ls", with: "it's 1 of 2") }
    var flaws = 0
    for _ in 0..<4_000 {
      var index = sound
      damage(&index, &generator)
      guard index.flaw == nil else {
        flaws += 1
        continue
      }
      let matcher = MessageMatcher(index)
      var tokens = LineTokens()
      var scratch = MessageMatcher.Scratch()
      for line in lines {
        let bytes = Array(line.utf8)
        tokens.read(bytes.span)
        if let match = matcher.match(bytes.span, tokens, &scratch) {
          #expect(match.range.upperBound <= bytes.count)
          #expect(match.arguments.allSatisfy { $0.upperBound <= bytes.count })
          _ = matcher.event(match.event)
          _ = matcher.locale(match.locale)
        }
        let event = EventKey(source: "PRODUCT", id: EventID("102"))
        _ = matcher.match(bytes.span, tokens, as: event, &scratch)
      }
    }
    #expect(flaws > 1_000)
  }

  /// Changes one number of one part, or takes the end of a part away.
  private func damage(_ index: inout TemplateIndex, _ generator: inout SeededGenerator) {
    let byte = UInt8.random(in: 0...255, using: &generator)
    let number = [0, 1, UInt32(byte), .max, 0x8000_0000].randomElement(using: &generator) ?? 0
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: index.locales.replaceOne(with: byte, &generator)
    case 1: index.eventNames.replaceOne(with: byte, &generator)
    case 2: index.events.replaceOne(with: number, &generator)
    case 3: index.items.replaceOne(with: UInt16(truncatingIfNeeded: number), &generator)
    case 4: index.holeTexts.replaceOne(with: byte, &generator)
    case 5:
      let before = UInt16(truncatingIfNeeded: number)
      index.holes.replaceOne(with: TemplateIndex.Hole(before: before, after: 0), &generator)
    case 6:
      let template = TemplateIndex.Template(
        firstItem: number, firstHole: UInt32(byte & 3), event: UInt32(byte & 1), localeAndPage: 0)
      index.templates.replaceOne(with: template, &generator)
    case 7:
      let key = index.anchors.randomElement(using: &generator)?.key ?? 0
      let anchor = TemplateIndex.Anchor(key: key, template: UInt32(byte & 7), item: number)
      index.anchors.replaceOne(with: anchor, &generator)
    case 8: index.templates.removeLast()
    case 9: index.items.removeLast()
    case 10: index.holes.removeLast()
    default: index.events.removeLast()
    }
  }

  @Test func aFileWithADamagedIndexIsAnError() throws {
    try write()
    let reader = try CatalogueReader(path: path)
    var index = try reader.templateIndex()
    index.items.removeLast()
    let other = folder.path + "/other.db"
    let database = try Database(path: other, for: .writing)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = \(Schema.version)")
    try database.execute(Schema.tables)
    try index.write(to: database)
    let expected = CatalogueError.corrupt(
      path: other, reason: "template_index: the last template leads too far")
    #expect(throws: expected) { try MessageMatcher(CatalogueReader(path: other)) }
  }

  @Test func aFileWithoutTheIndexIsAnError() throws {
    let database = try Database(path: path, for: .writing)
    try database.execute("PRAGMA application_id = \(Schema.applicationID)")
    try database.execute("PRAGMA user_version = \(Schema.version)")
    try database.execute(Schema.tables)
    #expect(throws: CatalogueError.self) { try MessageMatcher(CatalogueReader(path: path)) }
  }
}

extension Array {
  /// Puts a value in the place of a random one.
  fileprivate mutating func replaceOne(
    with value: Element, _ generator: inout SeededGenerator
  ) {
    guard let place = indices.randomElement(using: &generator) else { return }
    self[place] = value
  }
}
