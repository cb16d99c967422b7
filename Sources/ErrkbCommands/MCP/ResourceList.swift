internal import Catalogue
internal import Diagnostics
internal import Index

/// The resources, a page of the list at a time.
struct ResourceList {
  private let events: [(event: EventKey, locales: [LocaleTag])]

  /// A list of events, each in its locales.
  init(events: [(event: EventKey, locales: [LocaleTag])]) {
    self.events = events.filter { !$0.locales.isEmpty }
  }

  /// Where in the list something stands: the place of an event, and of a locale among its own.
  struct Place {
    var event = 0
    var locale = 0

    /// Nil where a cursor is none that was given out.
    init?(cursor: String) {
      let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let event = PlainOption.number(String(parts[0])),
        let locale = PlainOption.number(String(parts[1]))
      else { return nil }
      self.event = event
      self.locale = locale
    }

    init() {}

    var cursor: String { "\(event).\(locale)" }
  }

  /// Writes the members `resources` and, where there are more, `nextCursor`; false where nothing
  /// stands at that place.
  func write(from place: Place, to json: inout JSONWriter) -> Bool {
    var place = place
    guard place.event < events.count || place.event == 0,
      place.locale == 0 || place.locale < events[place.event].locales.count
    else { return false }
    var count = 0
    json.key("resources")
    json.array { json in
      while place.event < events.count, count < MCPLimits.resources {
        let (event, locales) = events[place.event]
        let address = EventAddress(event, locales[place.locale]).text
        if address.utf8.count <= MCPLimits.address {
          Self.write(address, name: "\(event) \(locales[place.locale])", to: &json)
          count += 1
        }
        place.locale += 1
        // What follows is the next event, never the end of this one.
        if place.locale >= locales.count {
          place.event += 1
          place.locale = 0
        }
      }
    }
    if place.event < events.count { json.member("nextCursor", place.cursor) }
    return true
  }

  private static func write(_ address: String, name: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("uri", address)
      json.member("name", BoundedText.line(name))
      json.member("mimeType", "text/markdown")
    }
  }
}
