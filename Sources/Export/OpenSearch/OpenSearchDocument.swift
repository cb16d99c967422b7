internal import Catalogue
internal import Diagnostics
internal import Markup

/// What OpenSearch is to find: a page, a fix of a page, or a message that a list has.
///
/// `templates/schema/opensearch.schema.json` describes the documents; their fields are named as those
/// of `show --format json`.
struct OpenSearchDocument {
  /// What a field holds.
  enum Field {
    /// Text in the language of the index.
    case text
    /// Text of no language.
    case code
    /// A word in which case does not matter.
    case name
    case keyword, number, truth, day
  }

  /// All fields that a document may have.
  static let fields: KeyValuePairs<String, Field> = [
    "schema": .number, "type": .keyword, "kind": .keyword, "source": .name, "ids": .name,
    "locale": .keyword, "path": .keyword, "line": .number, "title": .text, "description": .text,
    "message": .text, "symbolicName": .name, "component": .name, "productName": .name,
    "severity": .number, "logged": .truth, "date": .day, "keywords": .name, "text": .text,
    "states": .number, "translation": .keyword, "drift": .keyword, "page": .keyword,
    "number": .number, "section": .text, "code": .code,
  ]

  let index: OpenSearchIndex
  let id: String
  /// Writes the members.
  private let body: (inout JSONWriter) -> Void

  private init(
    _ index: OpenSearchIndex, id: String, type: String, _ body: @escaping (inout JSONWriter) -> Void
  ) {
    self.index = index
    self.id = Self.bounded(id)
    self.body = { json in
      json.member("schema", 1)
      json.member("type", type)
      body(&json)
    }
  }

  /// OpenSearch takes IDs of up to 512 bytes: what is longer is cut and told apart by a hash.
  private static func bounded(_ id: String) -> String {
    guard id.utf8.count > longestID else { return id }
    let hash = PathComponent.hash(of: Array(id.utf8))
    var head = id.unicodeScalars.prefix(longestID / 4)
    while head.last == "\u{FFFD}" { head.removeLast() }
    return "\(head)~\(hash)"
  }

  private static let longestID = 512

  /// Writes the two lines of the bulk format.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("index")
      json.object { json in
        json.member("_index", index.name)
        json.member("_id", id)
      }
    }
    json.endLine()
    json.object(body)
    json.endLine()
  }
}

// MARK: - Of a page

extension OpenSearchDocument {
  /// A page and each of its fixes; `repetition` counts pages with the same path and locale.
  static func all(
    of page: Page, in index: OpenSearchIndex, repetition: Int
  ) -> [OpenSearchDocument] {
    let id = "page/\(page.locale)/\(page.path)" + (repetition == 0 ? "" : "~\(repetition + 1)")
    let whole = OpenSearchDocument(index, id: id, type: "page") { json in
      writeHead(of: page, &json)
      json.member("description", page.description)
      json.member("message", page.message)
      json.member("symbolicName", page.details.symbolicName)
      json.member("component", page.details.component)
      json.member("productName", page.details.productName)
      json.member("severity", page.severity)
      json.member("logged", page.logged)
      json.member("date", page.date?.description)
      json.member("keywords", page.keywords)
      json.key("text")
      json.string(bytes: page.document.plainBytes(of: page.document.indices))
      json.member("states", numbers(of: page.states)) { json, number in json.integer(number) }
      json.member("translation", page.translation?.method)
      json.member("drift", page.translation?.drift ?? [])
    }
    return [whole]
      + page.fixes.enumerated().map { place, fix in
        OpenSearchDocument(index, id: "\(id)#fix-\(place + 1)", type: "fix") { json in
          writeHead(of: page, &json)
          json.member("line", fix.quote?.line)
          json.member("page", bounded(id))
          json.member("number", place + 1)
          let section = fix.section.flatMap { page.sections.indices.contains($0) ? $0 : nil }
          json.member("section", section.map { page.sections[$0].title })
          json.member("text", fix.text)
          json.member("code", fix.code)
        }
      }
  }

  private static func writeHead(of page: Page, _ json: inout JSONWriter) {
    json.member("kind", page.kind.rawValue)
    json.member("source", page.source)
    json.member("ids", page.ids.map(\.text))
    json.member("locale", page.locale.text)
    json.member("path", page.path)
    json.member("title", page.title)
  }

  /// The states one by one; of a long range its ends.
  private static func numbers(of states: [Page.State]) -> [Int] {
    let longest = 64
    return states.flatMap { state in
      state.to >= state.from && state.to - state.from < longest
        ? Array(state.from...state.to) : [state.from, state.to]
    }
    .map { Int(Int32(clamping: $0)) }
  }
}

// MARK: - Of a message

extension OpenSearchDocument {
  /// A row of a message list.
  init(_ message: Message, in index: OpenSearchIndex) {
    let id = "message/\(message.locale)/\(message.path):\(message.line)"
    self.init(index, id: id, type: "message") { json in
      json.member("kind", "message")
      json.member("source", message.source)
      json.member("ids", [message.id.text])
      json.member("locale", message.locale.text)
      json.member("path", message.path)
      json.member("line", message.line)
      json.member("message", message.text)
      json.member("severity", message.severity)
      json.member("logged", message.logged)
    }
  }
}
