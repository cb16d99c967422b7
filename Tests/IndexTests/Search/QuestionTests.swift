import Catalogue
import Foundation
import Index
import TestSupport
import Testing

/// Real questions over the real pages: how early the event comes that answers, compared with FTS5 as
/// it is out of the box on the same texts.
struct QuestionTests {
  struct Question {
    var locale: String
    var text: String
    /// `SOURCE_ID`; any of them answers.
    var events: [String]
  }

  /// How good a search is over all questions.
  struct Quality: CustomStringConvertible {
    /// The mean of 1 divided by the place of the first answer, 0 where it is not among ten.
    var reciprocalRank = 0.0
    /// The share of questions with an answer among the first five.
    var successAt5 = 0.0

    init(places: [Int?]) {
      for place in places {
        guard let place else { continue }
        reciprocalRank += 1 / Double(place) / Double(places.count)
        if place <= 5 { successAt5 += 1 / Double(places.count) }
      }
    }

    var description: String {
      String(format: "mean reciprocal rank %.3f, success at 5 %.3f", reciprocalRank, successAt5)
    }
  }

  @Test func theSetIsLargeEnough() throws {
    let questions = try Self.questions()
    #expect(questions.count >= 60)
    #expect(Set(questions.map(\.locale)).count >= 5)
    #expect(Set(questions.map(\.text)).count == questions.count)
  }

  @Test(.enabled(if: Corpus.isEnabled && Self.program.isThere()))
  func answersBetterThanFTS5AsItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/catalogue.db"
    let writer = try CatalogueWriter(path: path)
    var sink = Sink(writer: writer)
    let summary = try CatalogueBuild(
      folders: ["sql-docs", "cpp-docs"].map { "\(Corpus.root)/\($0)" }, jobs: 2
    ).run(into: &sink)
    try writer.finish(defaultLocale: summary.defaultLocale, programVersion: "1.0")

    let questions = try Self.questions()
    let reader = try CatalogueReader(path: path)
    let ours = try Quality(
      places: questions.map { question in
        let answer = try reader.search(
          SearchOptions(query: question.text, wanted: [LocaleTag(canonical: question.locale)]))
        return Self.place(of: question, among: answer.results.map(\.event.description))
      })
    let plain = Quality(places: try Self.plainPlaces(questions, catalogue: path))
    print("errkb search: \(ours)\nplain FTS5:   \(plain)")

    #expect(ours.reciprocalRank > plain.reciprocalRank)
    #expect(ours.successAt5 > plain.successAt5)
    #expect(ours.reciprocalRank > 0.70)
    #expect(ours.successAt5 > 0.83)
  }

  private struct Sink: CatalogueSink {
    let writer: CatalogueWriter

    static func record(of page: Page) -> PageRecord { PageRecord(page) }
    func insert(_ record: PageRecord, number: Int) throws {
      try writer.insert(record, number: number)
    }
    func complete(number: Int, context: PageContext) throws {
      try writer.complete(number: number, context: context)
    }
    func remove(number: Int) { writer.remove(number: number) }
    func insert(_ message: Message) throws { try writer.insert(message) }
    func insert(_ redirection: Redirection) throws { try writer.insert(redirection) }
  }

  private static func place(of question: Question, among events: [String]) -> Int? {
    events.firstIndex { question.events.contains($0) }.map { $0 + 1 }
  }

  private static func questions(filePath: String = #filePath) throws -> [Question] {
    let file = URL(filePath: filePath).deletingLastPathComponent()
      .appending(component: "questions.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        try #require(fields.count == 3, "\(line)")
        return Question(
          locale: fields[0], text: fields[1],
          events: fields[2].split(separator: ",").map(String.init))
      }
  }
}

// MARK: - FTS5 as it is

extension QuestionTests {
  private static let program = Program("sqlite3", "--version")

  /// The places of the answers that FTS5 gives with its own tokenizer and ranking on the same texts,
  /// asked for all words first and, where that finds nothing, for any of them.
  private static func plainPlaces(
    _ questions: [Question], catalogue: String
  ) throws -> [Int?] {
    var script = """
      CREATE VIRTUAL TABLE plain USING fts5(event UNINDEXED, locale UNINDEXED, title, message, body);
      INSERT INTO plain SELECT source || '_' || substr(event_ids || ' ', 1,
          instr(event_ids || ' ', ' ') - 1),
        locale, title, message, coalesce(introduction, '') || ' ' || coalesce((SELECT
          group_concat(title || ' ' || text, ' ') FROM section WHERE section.page = number), '')
        FROM page;
      INSERT INTO plain SELECT source || '_' || event_id, locale, '', text, '' FROM message;

      """
    for (index, question) in questions.enumerated() {
      for join in [" AND ", " OR "] {
        let words = question.text.split { !$0.isLetter && !$0.isNumber }
        let query = words.map { "\"\($0)\"" }.joined(separator: join)
        script += """
          SELECT '\(index)\(join)' || event FROM plain
          WHERE plain MATCH '\(query)' AND locale = '\(question.locale)' ORDER BY rank LIMIT 20;

          """
      }
    }
    let copy = Program("sqlite3", "-batch", "-init", "/dev/null", ":memory:")
    let result = try copy.run(Array("ATTACH '\(catalogue)' AS c;\n\(script)".utf8))
    try #require(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
    var found: [String: [String]] = [:]
    for line in String(decoding: result.output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      let key = "\(parts[0]) \(parts[1])"
      // Each event once, as our own results are.
      if found[key, default: []].contains(parts[2]) || found[key, default: []].count == 10 {
        continue
      }
      found[key, default: []].append(parts[2])
    }
    return questions.enumerated().map { index, question in
      place(of: question, among: found["\(index) AND"] ?? found["\(index) OR"] ?? [])
    }
  }
}
