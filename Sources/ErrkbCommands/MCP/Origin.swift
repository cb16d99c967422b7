internal import Catalogue
internal import Diagnostics
internal import Index

/// Where something in an answer is from: the file, the locale served and asked for, and what the
/// translation lacks.
struct Origin {
  var source: String
  var ids: [EventID]
  /// `reference`, `guide`, `thread` or `message`.
  var kind: String
  var locale: LocaleTag
  /// What was asked for, best first; none where any would do.
  var wanted: [LocaleTag]
  /// Whether the locale is another than those asked for.
  var isFallback: Bool
  var path: String
  /// Of a row of a message list.
  var line: Int?
  /// `HT` or `MT`, as the page says.
  var method: String?
  /// The anchors of the sections that differ from the source-language page.
  var drift: [String]

  init(_ page: Page, wanted: [LocaleTag], isFallback: Bool) {
    source = page.source
    ids = page.ids
    kind = page.kind.rawValue
    locale = page.locale
    self.wanted = wanted
    self.isFallback = isFallback
    path = page.path
    method = page.translation?.method
    drift = page.translation?.drift ?? []
  }

  init(_ message: Message, wanted: [LocaleTag], isFallback: Bool) {
    source = message.source
    ids = [message.id]
    kind = "message"
    locale = message.locale
    self.wanted = wanted
    self.isFallback = isFallback
    path = message.path
    line = message.line
    drift = []
  }

  /// A page of an answer, which may have some in another language than its own.
  init(_ page: Page, of answer: Answer, wanted: [LocaleTag]) {
    self.init(
      page, wanted: wanted, isFallback: answer.isFallback || page.locale != answer.locale)
  }

  /// All that an answer is from.
  static func all(of answer: Answer, wanted: [LocaleTag]) -> [Origin] {
    answer.allPages.map { Origin($0, of: answer, wanted: wanted) }
      + answer.messages.map { Origin($0, wanted: wanted, isFallback: answer.isFallback) }
  }

  /// Writes it as an object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("source", source)
      json.member("ids", ids.map(\.text))
      json.member("kind", kind)
      json.member("locale", locale.text)
      json.member("requestedLocales", wanted.map(\.text))
      json.member("fallback", isFallback)
      json.member("path", path)
      json.member("line", line)
      json.member("translation", method)
      json.member("drift", drift)
    }
  }
}
