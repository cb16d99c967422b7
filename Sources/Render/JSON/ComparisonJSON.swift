package import Catalogue
package import Diagnostics

/// Events set side by side as the JSON object that `diff` gives to other programs.
///
/// Keys are never renamed, only added; `templates/schema/comparison.schema.json` describes them.
package enum ComparisonJSON {
  /// Writes a comparison as one value.
  package static func write(_ comparison: Comparison, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", PageJSON.schema)
      json.member("kind", "comparison")
      json.member("events", comparison.events) { json, event in write(event, to: &json) }
      json.member("mentions", comparison.mentions) { json, mention in
        json.object { json in
          json.member("event", mention.event)
          json.member("named", mention.named)
          json.member("locale", mention.locale.text)
          json.member("path", mention.path)
          json.member("line", mention.line)
          json.member("role", mention.role?.rawValue)
          json.member("text", mention.text)
        }
      }
    }
  }

  private static func write(_ event: ComparedEvent, to json: inout JSONWriter) {
    json.object { json in
      json.member("source", event.answer.source)
      json.member("id", event.answer.id.text)
      json.member("locale", event.answer.locale.text)
      json.member("requestedLocale", event.answer.requested.first?.text)
      json.member("severity", event.severity)
      json.member("logged", event.logged)
      json.member("message", event.message)
      let message = Array((event.message ?? "").utf8)
      json.member("distinct", event.distinct) { json, range in
        json.string(bytes: Array(message[range]))
      }
      json.member("causes", event.causes) { json, cause in
        json.object { json in
          json.member("role", cause.role.rawValue)
          json.member("title", cause.title)
          json.member("text", cause.paragraphs.joined(separator: "\n"))
        }
      }
      json.member("fixes", event.fixes) { json, fix in
        json.object { json in
          json.member("text", fix.text)
          json.member("code", fix.code)
        }
      }
    }
  }
}
