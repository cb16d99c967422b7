internal import Catalogue

/// A page as it lies in the file.
struct StoredPage {
  var body: [UInt8]
  /// What `ConfusionCodec` made; empty for none.
  var confusions: [UInt8]
  var context: PageContext
}

extension Statement {
  /// The row of a query for stored pages.
  var storedPage: StoredPage {
    let drift = text(3).split(separator: " ").map(String.init)
    let context = PageContext(
      source: text(0), severity: optionalInteger(1), logged: optionalBool(2), drift: drift,
      linkEvents: linkEvents(5))
    return StoredPage(body: bytes(4), confusions: bytes(6), context: context)
  }

  /// Lines `position event` as the events of the links at these positions, counted from 1.
  private func linkEvents(_ column: Int32) -> [String?] {
    guard let lines = optionalText(column) else { return [] }
    var events: [String?] = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      // Positions grow; the limit keeps a damaged one from asking for all memory.
      guard parts.count == 2, let position = Int(parts[0]), position > events.count,
        position < 1 << 20
      else { continue }
      events += Array(repeating: nil, count: position - 1 - events.count)
      events.append(String(parts[1]))
    }
    return events
  }

  /// The row of a query for messages.
  var message: Message {
    Message(
      source: text(0), id: EventID(text(1)), locale: LocaleTag(canonical: text(2)),
      severity: optionalInteger(3), logged: optionalBool(4), text: text(5), path: text(6),
      line: integer(7))
  }
}
