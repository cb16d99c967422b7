internal import Catalogue
internal import Diagnostics

/// What search engines are told of a page, in the words of schema.org.
struct StructuredData {
  let title: String
  let description: String?
  let locale: LocaleTag
  let url: String
  var date: CalendarDate?
  /// The event that it is about, and its symbolic name.
  var about: (name: String, alternate: String?)?
  /// What is asked, and what helps.
  var answer: (question: String, steps: [String])?

  /// JSON that may stand in a script element: nothing in it ends one or begins a comment.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", "TechArticle")
      json.member("headline", title)
      json.member("description", description)
      json.member("inLanguage", locale.text)
      json.member("url", url)
      json.member("dateModified", date?.description)
      if let about {
        json.key("about")
        json.object { json in
          json.member("@type", "Thing")
          json.member("name", about.name)
          json.member("alternateName", about.alternate)
        }
      }
      if let answer, !answer.steps.isEmpty {
        json.key("mainEntity")
        Self.write(answer.question, answer.steps, &json)
      }
    }
    return Self.harmless(json.bytes)
  }

  private static func write(_ question: String, _ steps: [String], _ json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "Question")
      json.member("name", question)
      json.key("acceptedAnswer")
      json.object { json in
        json.member("@type", "Answer")
        json.member("text", steps.joined(separator: "\n"))
      }
    }
  }

  /// The JSON with `<`, `>` and `&` as escapes; outside strings there are none.
  private static func harmless(_ json: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case UInt8(ascii: ">"): bytes += "\\u003e".utf8
      case UInt8(ascii: "&"): bytes += "\\u0026".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
