import Catalogue

@testable import Index

/// A matcher of a few messages, and what it says of lines in words.
struct MatcherFixture {
  /// A message of an event in a locale.
  struct Row {
    var id: String
    var locale: String
    var text: String
    var hasPage = false

    init(_ id: String, _ locale: String, _ text: String, hasPage: Bool = false) {
      (self.id, self.locale, self.text, self.hasPage) = (id, locale, text, hasPage)
    }
  }

  let matcher: MessageMatcher

  init(_ rows: [Row]) {
    matcher = MessageMatcher(Self.index(of: rows))
  }

  /// The index of messages of one product, events in the order of their IDs, locales as they come.
  static func index(of rows: [Row]) -> TemplateIndex {
    let events = Set(rows.map(\.id)).map { EventKey(source: "PRODUCT", id: EventID($0)) }.sorted()
    var numbers: [String: Int] = [:]
    for (number, event) in events.enumerated() { numbers[event.id.text] = number }
    var locales: [String] = []
    for row in rows where !locales.contains(row.locale) { locales.append(row.locale) }
    var builder = TemplateIndexBuilder()
    for row in rows {
      guard let event = numbers[row.id], let locale = locales.firstIndex(of: row.locale) else {
        continue
      }
      builder.add(row.text, event: event, locale: locale, hasPage: row.hasPage)
    }
    return builder.finish(events: events, locales: locales.map { LocaleTag(canonical: $0) })
  }

  func match(_ line: String, as id: String? = nil) -> MessageMatch? {
    var tokens = LineTokens()
    var scratch = MessageMatcher.Scratch()
    let bytes = Array(line.utf8)
    tokens.read(bytes.span)
    guard let id else { return matcher.match(bytes.span, tokens, &scratch) }
    let event = EventKey(source: "PRODUCT", id: EventID(id))
    return matcher.match(bytes.span, tokens, as: event, &scratch)
  }

  /// The event found in a line, or nil.
  func event(in line: String, as id: String? = nil) -> String? {
    match(line, as: id).map { matcher.event($0.event).id.text }
  }

  /// The text of a line that the message takes.
  func range(in line: String) -> String? {
    match(line).map { String(decoding: Array(line.utf8)[$0.range], as: UTF8.self) }
  }

  /// The texts that stand at the placeholders.
  func arguments(in line: String, as id: String? = nil) -> [String]? {
    match(line, as: id).map { match in
      match.arguments.map { String(decoding: Array(line.utf8)[$0], as: UTF8.self) }
    }
  }
}
