import Catalogue
import Markup
import Testing

@testable import Index

/// What a search of lines hands over, held against a slow and obvious search of the same lines.
struct LineSearchTests {
  /// A line as it is found.
  struct Found: Hashable, CustomStringConvertible {
    var event: String
    var locale: String
    var role: String
    var number: Int
    var text: String
    var isSelected = true
    var followsGap = false

    var description: String {
      let mark = isSelected ? ":" : "-"
      return (followsGap ? "-- " : "")
        + [event, locale, role, "\(number)", text]
        .joined(separator: mark)
    }
  }

  private func lines(
    _ reader: CatalogueReader, _ pattern: String, _ search: LineSearch = LineSearch(),
    case: LinePattern.Case = .sensitive
  ) throws -> [Found] {
    var lines: [Found] = []
    try reader.search(search, for: LinePattern([pattern], case: `case`)) { line, text in
      lines.append(
        Found(
          event: line.owner.event.description, locale: line.owner.locale.text,
          role: "\(line.role)", number: line.number,
          text: String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self),
          isSelected: line.isSelected, followsGap: line.followsGap))
      return true
    }
    return lines
  }

  // MARK: The sample

  private static func sample(in folder: TemporaryFolder) throws -> CatalogueReader {
    let path = folder.path + "/catalogue.db"
    try SampleCatalogue.write(to: path)
    return try CatalogueReader(path: path)
  }

  @Test func findsFixesTheirCodeAndTheirLines() throws {
    let folder = try TemporaryFolder()
    let reader = try Self.sample(in: folder)
    let found = try lines(reader, "^", LineSearch(locales: [SampleCatalogue.french]))
    #expect(
      found.map(\.description) == [
        "MSSQLSERVER_10061:fr-FR:userAction:12:Start the server.",
        "MSSQLSERVER_10061:fr-FR:userAction:12:a",
        "MSSQLSERVER_10061:fr-FR:userAction:12:b",
        "MSSQLSERVER_18456:fr-FR:userAction:12:Start the server.",
        "MSSQLSERVER_18456:fr-FR:userAction:12:a",
        "MSSQLSERVER_18456:fr-FR:userAction:12:b",
      ])
  }

  @Test func leavesOutThePageThatWasTakenOut() throws {
    let folder = try TemporaryFolder()
    let reader = try Self.sample(in: folder)
    let found = try lines(reader, "Start", LineSearch(locales: [SampleCatalogue.english]))
    #expect(
      found.map(\.event) == [
        "MSSQLSERVER_10060", "MSSQLSERVER_10061", "MSSQLSERVER_10060", "MSSQLSERVER_11001",
        "MSSQLSERVER_-2", "MSVC_C2065", "WINSOCK_10061", "MSSQLSERVER_10061",
      ])
  }

  @Test func findsMessages() throws {
    let folder = try TemporaryFolder()
    let reader = try Self.sample(in: folder)
    let found = try lines(reader, ".", LineSearch(place: .messages))
    #expect(
      found.map(\.description) == [
        "MSSQLSERVER_105:en-US:message:30:Unclosed quotation mark",
        "MSSQLSERVER_105:fr-FR:message:30:Guillemet non fermé",
        "MSSQLSERVER_18456:ja-JP:message:30:ログインできませんでした",
        "MSSQLSERVER_10061:ja-JP:message:30:拒否されました",
        "MSSQLSERVER_10061:ja-JP:message:30:拒否されました (2)",
      ])
  }

  @Test func keepsToASourceARoleAndALimit() throws {
    let folder = try TemporaryFolder()
    let reader = try Self.sample(in: folder)
    let source = LineSearch(source: "msvc")
    #expect(try lines(reader, "Start", source).map(\.event) == ["MSVC_C2065"])
    #expect(try lines(reader, "Start", LineSearch(place: .section(.cause))).isEmpty)
    #expect(try lines(reader, "Start", LineSearch(place: .section(.userAction))).count == 10)
    let twoEach = LineSearch(locales: [SampleCatalogue.french], limit: .edition(2))
    #expect(
      try lines(reader, "^", twoEach).map(\.text) == ["Start the server.", "a"] + [
        "Start the server.", "a",
      ])
    #expect(try lines(reader, "^", LineSearch(limit: .edition(0))).isEmpty)
    let events = try lines(reader, "^", LineSearch(limit: .event)).map(\.event)
    #expect(events.count == 7)
    #expect(Set(events).count == 7)
  }

  @Test func endsWhereItIsToldTo() throws {
    let folder = try TemporaryFolder()
    let reader = try Self.sample(in: folder)
    var count = 0
    try reader.search(LineSearch(), for: LinePattern(["^"])) { _, _ in
      count += 1
      return count < 3
    }
    #expect(count == 3)
  }

  // MARK: The slow and obvious search

  private static let words = [
    "the", "server", "Server", "log", "catalog", "été", "数据库", "a", "aa", "12", "10061", "=", "%d",
    "\t", "  ", "x_y", ".", "ſ", "İ", "\u{0301}", "\r", "😀",
  ]

  /// Pages with fixes whose text is random words, and their lines in the order of the catalogue.
  private static func random(
    _ generator: inout SeededGenerator, in folder: TemporaryFolder
  ) throws -> (CatalogueReader, [[Found]]) {
    let path = folder.path + "/catalogue.db"
    let writer = try CatalogueWriter(path: path)
    var owners: [[Found]] = []
    for number in 1...12 {
      let locale = number % 3 == 0 ? "fr-FR" : "en-US"
      var page = Page(
        kind: .reference, source: "S", ids: [EventID("\(number)")],
        locale: LocaleTag(canonical: locale), title: "S_\(number)", path: "\(number).md")
      var owner: [Found] = []
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let code = (0..<Int.random(in: 0...4, using: &generator)).map { _ in text(&generator) }
        let start = page.document.nodes.count
        let paragraph = page.document.open(Document.Node(.paragraph, line: 1))
        page.document.appendText(text(&generator).utf8, line: 1)
        page.document.close(paragraph)
        let said = page.document.plainText(at: paragraph)
        if !code.isEmpty {
          var block = Document.Node(.codeBlock, line: 1)
          block.text = page.document.store("\(code.joined(separator: "\n"))\n".utf8)
          page.document.open(block)
        }
        page.fixes.append(
          Page.Fix(
            text: said, code: [], section: nil, nodes: start..<page.document.nodes.count))
        for text in (said.isEmpty ? [] : [said]) + code {
          owner.append(
            Found(event: "S_\(number)", locale: locale, role: "userAction", number: 1, text: text))
        }
      }
      owners.append(owner)
      try writer.insert(page, number: number)
      try writer.complete(number: number, context: PageContext(source: "S"))
    }
    try writer.finish(defaultLocale: SampleCatalogue.english, programVersion: "1")
    let sorted =
      owners.filter { $0.first?.locale == "en-US" }
      + owners.filter { $0.first?.locale == "fr-FR" }
    return (try CatalogueReader(path: path), sorted)
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...5, using: &generator)
    return (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      .joined(separator: Bool.random(using: &generator) ? " " : "")
  }

  private static let pieces = [
    "a", "the", "server", ".", ".*", "\\s", "\\s+", "\\W", "\\w+", "\\d{2,}", "[^a]", "[^a]*",
    "[\\s=]", "[^\\w]", "^", "$", "\\b", "\\B", "(?=a)", "(?!a)", "(?!\\s)", "(?<!a)", "(?<=\\s)",
    "(?>\\s*)", "\\s*+", "|", "(a|aa)", "\\A", "\\z", "\\Z", "\\R", "\\X", "\\v", "\\n", "(?s).",
    "(?i)SERVER", "é", "库", "\\p{L}", "\\P{L}", "[[:space:]]", "\\x20", "\\D", "\\N", "\\r", "()",
    "(?-m)$", "(?:x|)", "+", "?", "{0,2}", "é", "库|", "[0-9]", "log", "a.*", ".+",
  ]

  /// The lines as grep picks them, from the pattern as it was given, each line alone.
  private static func expected(
    _ owners: [[Found]], _ pattern: Pattern, _ search: LineSearch
  ) throws -> [Found] {
    var result: [Found] = []
    for owner in owners {
      var shown: [Int: Bool] = [:]
      var count = 0
      for (index, line) in owner.enumerated() {
        let bytes = Array(line.text.utf8)
        let isMatch = unsafe try bytes.withUnsafeBufferPointer {
          unsafe try pattern.firstMatch(in: $0, from: 0) != nil
        }
        guard isMatch != search.isInverted else { continue }
        if case .edition(let limit) = search.limit, count == limit { break }
        count += 1
        for near in max(0, index - search.before)...min(owner.count - 1, index + search.after) {
          shown[near] = shown[near] ?? false
        }
        shown[index] = true
      }
      // What was shown as context of the last one is not selected after it.
      var before: Int?
      for index in shown.keys.sorted() {
        var line = owner[index]
        line.isSelected = shown[index] == true
        line.followsGap =
          (search.before > 0 || search.after > 0) && !result.isEmpty && before != index - 1
        if before == nil, result.isEmpty { line.followsGap = false }
        result.append(line)
        before = index
      }
    }
    return result
  }

  @Test(arguments: 0..<6)
  func findsWhatASlowSearchFinds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var compared = 0
    var fast = 0
    for _ in 0..<6 {
      let folder = try TemporaryFolder()
      let (reader, owners) = try Self.random(&generator, in: folder)
      for _ in 0..<60 {
        let count = Int.random(in: 1...4, using: &generator)
        let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
          .joined()
        guard let slow = try? Pattern(Array(text.utf8), ignoringCase: false) else { continue }
        var search = LineSearch()
        search.isInverted = Int.random(in: 0..<4, using: &generator) == 0
        search.before = max(0, Int.random(in: -2...2, using: &generator))
        search.after = max(0, Int.random(in: -2...2, using: &generator))
        if Int.random(in: 0..<4, using: &generator) == 0 {
          search.limit = .edition(Int.random(in: 0...2, using: &generator))
        }
        let found = try lines(reader, text, search)
        let expected = try Self.expected(owners, slow, search)
        compared += 1
        if try LinePattern([text]).staysInLine { fast += 1 }
        guard found != expected else { continue }
        Issue.record("\(text) \(search):\n\(found)\nexpected:\n\(expected)")
        return
      }
    }
    #expect(compared > 100)
    #expect(fast > 30)
  }
}
