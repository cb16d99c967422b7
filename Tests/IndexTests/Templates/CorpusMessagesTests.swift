import Catalogue
import TestSupport
import Testing

@testable import Index

/// Every locale's messages among noise, with the templates of all locales loaded at once.
@Suite(.enabled(if: Corpus.isEnabled))
struct CorpusMessagesTests {
  @Test(arguments: [
    ("es-es", "tabla la columna índice archivo base de datos función año configuración"),
    ("fr-fr", "table l'index la colonne fichier été déclencheur clé réseau échoué père"),
    ("ja-jp", "テーブル データベース 列 インデックス ファイル プロシージャ サーバー"),
    ("zh-cn", "表 数据库 列 索引 文件 存储过程 服务器"),
  ])
  func recognisesMessagesByTheirText(locale: String, words: String) throws {
    let rows = try #require(CorpusMessages.rows[locale]).filter {
      Self.fixedWords(of: $0.text) >= 3
    }
    var events: [String: Set<String>] = [:]
    for row in rows { events[row.text, default: []].insert(row.id) }

    var noise = LogNoise(words: words.split(separator: " ").map(String.init), seed: 7)
    var counts = (lines: 0, found: 0, right: 0)
    for (number, row) in rows.enumerated() where number % 6 == 0 {
      counts.lines += 1
      guard let id = CorpusMessages.fixture.event(in: noise.line(of: row.text)) else { continue }
      counts.found += 1
      if events[row.text]?.contains(id) == true { counts.right += 1 }
    }
    let recall = Double(counts.right) / Double(counts.lines)
    let precision = Double(counts.right) / Double(counts.found)
    print("\(locale): recall \(recall), precision \(precision) of \(counts.lines) lines")
    #expect(recall >= 0.95)
    #expect(precision >= 0.98)
  }

  /// A message as it is written, without noise, is found nearly always.
  @Test func recognisesAMessageOfItsEventWithLessText() throws {
    var counts = (lines: 0, right: 0)
    for locale in CorpusMessages.locales {
      var noise = LogNoise(words: ["x"], seed: 3)
      for (number, row) in try #require(CorpusMessages.rows[locale]).enumerated()
      where number % 20 == 0 && Self.fixedWords(of: row.text) >= 1 {
        counts.lines += 1
        let line = noise.line(of: row.text)
        if CorpusMessages.fixture.event(in: line, as: row.id) == row.id { counts.right += 1 }
      }
    }
    print("with the number known: \(counts.right) of \(counts.lines)")
    #expect(Double(counts.right) >= 0.97 * Double(counts.lines))
  }

  /// How many fixed words a message has; two characters of a script without blanks count as one.
  private static func fixedWords(of message: String) -> Int {
    let words = MessageTemplate(message).items.filter { MessageTemplate.isWord($0) }
    let characters = words.count { MessageTemplate.isCharacter($0) }
    return words.count - characters + characters / 2
  }
}
