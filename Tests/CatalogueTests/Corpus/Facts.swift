import Foundation
import TestSupport

/// What an independent extraction found on one page of the corpus.
struct PageFacts: Decodable {
  struct Heading: Decodable {
    let anchor: String?
    let text: String
  }

  struct Section: Decodable {
    let level: Int
    let anchor: String?
    let canonical: String?
    let text: String
  }

  let file: String
  let title: String
  let eventID: Int
  /// Given where the places that name the event outvote its Details row.
  let eventIDConsensus: Int?
  let product: String?
  let source: String?
  let component: String?
  let symbolicName: String?
  let message: String?
  let rowLabels: [String]
  let extraRows: [[String]]?
  let includes: [String]
  let h1: Heading
  let sections: [Section]
  let userActionNonempty: Bool
  let userActionText: String?
  let codeBlocks: Int
  let codeLangs: [String]
  let htmlBlocks: Int
  let tables: Int
  let links: Int
  let images: Int
  let alerts: [String]
  let blockQuotes: Int

  enum CodingKeys: String, CodingKey {
    case file, title, product, source, component, message, includes, h1, sections, tables, links
    case images, alerts
    case eventID = "event_id"
    case eventIDConsensus = "event_id_consensus"
    case symbolicName = "symbolic_name"
    case rowLabels = "row_labels"
    case extraRows = "extra_rows"
    case userActionNonempty = "user_action_nonempty"
    case userActionText = "user_action_text"
    case codeBlocks = "code_blocks"
    case codeLangs = "code_langs"
    case htmlBlocks = "html_blocks"
    case blockQuotes = "block_quotes"
  }

  /// The facts of one locale.
  static func all(_ locale: String) throws -> [PageFacts] {
    try read("\(locale).json", as: [PageFacts].self)
  }
}

/// What an independent extraction found in one row of a message list.
struct MessageFacts: Decodable {
  /// As written; nil where the cell holds no number.
  let id: Int?
  /// The true ID, where the one written is wrong.
  let idAligned: Int?
  let severity: Int?
  let logged: Bool?
  let text: String?
  let line: Int

  enum CodingKeys: String, CodingKey {
    case id, severity, logged, text, line
    case idAligned = "id_aligned"
  }

  /// The facts of one locale.
  static func all(_ locale: String) throws -> [MessageFacts] {
    try read("\(locale)-messages.json", as: [MessageFacts].self)
  }
}

private func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
  let data = try Data(contentsOf: URL(fileURLWithPath: "\(Corpus.root)/facts/\(name)"))
  return try JSONDecoder().decode(type, from: data)
}

/// Counts, field by field, how often what errkb reads agrees with the facts.
struct Agreement {
  private var counts: [String: (agreed: Int, all: Int)] = [:]
  private var examples: [String: [String]] = [:]

  /// Compares one value with its fact.
  mutating func compare<Value: Equatable>(
    _ field: String, _ value: Value, _ fact: Value, _ place: @autoclosure () -> String
  ) {
    var count = counts[field] ?? (0, 0)
    count.all += 1
    if value == fact {
      count.agreed += 1
    } else {
      examples[field, default: []].append("\(place()): read \(value), fact \(fact)")
    }
    counts[field] = count
  }

  /// The fields, each with how many agree of how many.
  var lines: [String] {
    counts.sorted { $0.key < $1.key }.map { field, count in
      "\(field): \(count.agreed) of \(count.all)"
    }
  }

  /// The fields of which less than a share agrees, with examples.
  func shortfalls(below share: Double) -> [String] {
    counts.sorted { $0.key < $1.key }
      .filter { Double($0.value.agreed) < share * Double($0.value.all) }
      .map {
        "\($0.key): \($0.value)\n" + (examples[$0.key] ?? []).prefix(12).joined(separator: "\n")
      }
  }

  /// Everything that does not agree.
  var differences: [String] {
    examples.sorted { $0.key < $1.key }.flatMap { field, lines in lines.map { "\(field): \($0)" } }
  }
}
