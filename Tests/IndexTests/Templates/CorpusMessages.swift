import Foundation
import TestSupport

@testable import Index

/// The messages of the real lists in all their locales, as an independent extraction found them, and
/// a matcher of all of them at once.
enum CorpusMessages {
  struct Row {
    let id: String
    let text: String
  }

  static let locales = ["es-es", "fr-fr", "ja-jp", "zh-cn"]

  static let rows: [String: [Row]] = {
    var rows: [String: [Row]] = [:]
    for locale in locales {
      let file = URL(fileURLWithPath: "\(Corpus.root)/facts/\(locale)-messages.json")
      guard let data = try? Data(contentsOf: file),
        let values = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
      else { continue }
      rows[locale] = values.compactMap { value in
        guard let id = value["id_aligned"] as? Int ?? value["id"] as? Int,
          let text = value["text"] as? String
        else { return nil }
        return Row(id: String(id), text: text)
      }
    }
    return rows
  }()

  static let fixture = MatcherFixture(
    locales.flatMap { locale in
      (rows[locale] ?? []).map { MatcherFixture.Row($0.id, locale, $0.text) }
    })
}
