internal import Catalogue
package import Diagnostics

/// Explanations as JSON.
package enum ExplanationJSON {
  /// Writes what all logs together say, `{"schema":1,"events":[…],"lines":N}`; the body writes the
  /// events one by one.
  package static func write<Failure: Error>(
    lines: Int, to json: inout JSONWriter, events: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try json.object { json throws(Failure) in
      json.member("schema", 1)
      json.key("events")
      try json.array(events)
      json.member("lines", lines)
    }
  }

  /// Writes what a log says of one event.
  package static func write(_ event: Explanation, to json: inout JSONWriter) {
    json.object { write(members: event, to: &$0) }
  }

  private static func write(members event: Explanation, to json: inout JSONWriter) {
    json.member("source", event.source)
    json.member("id", event.id.text)
    json.member("count", event.count)
    json.member("firstLine", event.first.line)
    json.member("lastLine", event.last.line)
    json.member("firstTime", event.first.time)
    json.member("lastTime", event.last.time)
    json.member("file", event.first.file)
    json.member("lastFile", event.last.file)
    json.member("severity", event.severity)
    json.member("states", event.states) { json, state in json.integer(state.number) }
    json.member("stateCounts", event.states) { json, state in
      json.object { json in
        json.member("state", state.number)
        json.member("count", state.count)
        json.member("text", state.meaning)
      }
    }
    json.member("matchedBy", event.hasNumber ? "number" : "text")
    json.member("locale", event.locale?.text)
    json.member("arguments", event.arguments)
    json.member("text", event.text?.text)
    json.member("textLocale", event.textLocale?.text)
    json.member("fixes", event.fixes)
  }

  /// Writes one occurrence of an event, for logs that are followed; it has one line and one time.
  package static func write(occurrence event: Explanation, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", 1)
      json.member("source", event.source)
      json.member("id", event.id.text)
      json.member("file", event.first.file)
      json.member("line", event.first.line)
      json.member("time", event.first.time)
      json.member("severity", event.severity)
      json.member("state", event.states.first?.number)
      json.member("stateText", event.states.first?.meaning)
      json.member("matchedBy", event.hasNumber ? "number" : "text")
      json.member("locale", event.locale?.text)
      json.member("arguments", event.arguments)
      json.member("text", event.text?.text)
      json.member("textLocale", event.textLocale?.text)
    }
  }
}
