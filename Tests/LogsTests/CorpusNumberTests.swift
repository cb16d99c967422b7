import Catalogue
import Foundation
import Index
import TestSupport
import Testing

@testable import Logs

/// How many of the numbers in made-up logs are found, and how many that are found were there.
@Suite(.enabled(if: Corpus.isEnabled)) struct CorpusNumberTests {
  private struct Fact: Decodable {
    var id: Int?
    var severity: Int?
    var text: String?
  }

  /// A form with the number, severity and state to be put in.
  private static let forms = [
    "Error: #, Severity: $, State: %.", "Erreur : #, Gravité : $, État : %.",
    "Fehler: #, Schweregrad: $, Status: %.", "Ошибка: #, серьезность: $, состояние: %.",
    "エラー: #、重大度: $、状態: %。", "错误: #，严重性: $，状态: %。", "오류: #, 심각도: $, 상태: %.",
    "Msg #, Level $, State %, Line 1", "Msg #, Niveau $, État %, Ligne 1",
    "Mens. #, Nivel $, Estado %, Línea 1", "メッセージ #、レベル $、状態 %、行 1",
    "消息 #，级别 $，状态 %，第 1 行", "Kosa: #, Ukali: $, Hali: %.",
  ]

  private static let noise = [
    "2021-01-30 03:12:04.12 spid7s      Starting up database 'model', 208 pages in 18456 ms.",
    "took 16 of 208, level 3, state up", "10.0.0.1 - - \"GET /18456\" 200 1205", "",
    "Message 4 of 9002, part 2", "error 1205 in module 208, severity unknown",
  ]

  @Test func precisionAndRecallAreHigh() throws {
    var messages: [Message] = []
    var facts: [Fact] = []
    for locale in ["fr-fr", "zh-cn"] {
      let path = "\(Corpus.root)/facts/\(locale)-messages.json"
      let all = try JSONDecoder().decode(
        [Fact].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
      for (index, fact) in all.enumerated() where index % 5 == 0 {
        guard let id = fact.id, let severity = fact.severity, let text = fact.text, id > 0 else {
          continue
        }
        facts.append(fact)
        messages.append(LogCatalogue.message("\(id)", locale, severity, text))
      }
    }
    let knowledge = try LogCatalogue.make(messages)
    var random = SmallGenerator()
    var scanner = StreamScanner(knowledge, keepsOccurrences: true)
    var expected: [Int: String] = [:]
    var line = 0
    for fact in facts {
      guard let id = fact.id, let severity = fact.severity, let message = fact.text else {
        continue
      }
      let state = Int.random(in: 0...255, using: &random)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        scanner.read(Array("\(Self.noise.randomElement(using: &random) ?? "")\n".utf8))
        line += 1
      }
      let text = (Self.forms.randomElement(using: &random) ?? "")
        .replacing("#", with: "\(id)").replacing("$", with: "\(severity)")
        .replacing("%", with: "\(state)")
      expected[line] = "\(id) \(state)"
      // With its message or without.
      let hasMessage = Bool.random(using: &random)
      line += hasMessage ? 2 : 1
      let below = hasMessage ? message.replacing("\n", with: " ") + "\n" : ""
      scanner.read(Array("2021-01-30 03:12:04.12 spid51 \(text)\n\(below)".utf8))
    }
    scanner.finish()
    let found = scanner.takeOccurrences(atRest: true).filter(\.hasNumber).map { occurrence in
      let id = knowledge.known.events[occurrence.event].key.id
      return (occurrence.line, "\(id) \(occurrence.state ?? -1)")
    }
    let right = found.count { expected[$0.0] == $0.1 }
    #expect(Double(right) >= 0.99 * Double(expected.count), "recall")
    #expect(Double(right) >= 0.99 * Double(found.count), "precision")
    #expect(scanner.tally.lineCount == line)
    // The lines of messages are no occurrences of their own.
    let all = scanner.tally.eventsByCount.reduce(0) { $0 + $1.count }
    #expect(Double(all) <= 1.01 * Double(expected.count))
  }
}
