internal import Catalogue
internal import Index
internal import Logs
internal import Render

/// Explains the events of a log in the reader's language.
struct Explainer {
  private let request: ExplainRequest
  private let reader: CatalogueReader
  private let knowledge: LogKnowledge

  /// How many fixes are shown, and how many characters of one.
  private static let mostFixes = 3
  private static let longestFix = 220

  init(
    _ request: ExplainRequest, _ reader: CatalogueReader, _ knowledge: LogKnowledge
  ) {
    self.request = request
    self.reader = reader
    self.knowledge = knowledge
  }

  /// In which language an event was explained.
  enum Outcome {
    /// In one that was asked for, by that answer; nil where there was nothing to say.
    case inLanguage(Answer?)
    /// In another, as in the answer; `isEnough` is false where only the languages asked for will do,
    /// and nothing was said.
    case fallback(Answer, isEnough: Bool)
  }

  /// Adds to what a log says what the catalogue says.
  func explain(
    _ explanation: inout Explanation, message: BoundMessage?
  ) throws(CatalogueError) -> Outcome {
    if let message {
      explanation.locale = knowledge.matcher.locale(message.locale)
      explanation.arguments = message.arguments.map { String(decoding: $0, as: UTF8.self) }
    }
    let key = EventKey(source: explanation.source, id: explanation.id)
    let wanted = request.textLocales ?? request.wanted
    guard let answer = try reader.answer(for: key, wanted: wanted) else { return .inLanguage(nil) }
    if answer.isFallback, request.isLanguageStrict { return .fallback(answer, isEnough: false) }
    explanation.textLocale = answer.locale
    if let text = Self.text(of: answer) {
      let written = try explanation.locale.flatMap { locale throws(CatalogueError) in
        locale == answer.locale ? nil : try self.text(of: key, in: locale)
      }
      explanation.text = FilledMessage(text, arguments: explanation.arguments, written: written)
    }
    explanation.severity = explanation.severity ?? Self.severity(of: answer)
    for index in explanation.states.indices {
      explanation.states[index].meaning = Self.meaning(
        of: explanation.states[index].number, in: answer)
    }
    explanation.fixes = Self.fixes(of: answer)
    return answer.isFallback ? .fallback(answer, isEnough: true) : .inLanguage(answer)
  }

  /// The message of an event in one locale.
  private func text(of key: EventKey, in locale: LocaleTag) throws(CatalogueError) -> String? {
    let answer = try reader.answer(for: key, wanted: [locale]) { available throws(CatalogueError) in
      available.contains(locale) ? (locale, false) : nil
    }
    return answer.flatMap(Self.text)
  }

  private static func text(of answer: Answer) -> String? {
    for page in answer.pages {
      if let text = page.message ?? page.details.messageText { return text }
    }
    return answer.messages.first?.text
  }

  private static func severity(of answer: Answer) -> Int? {
    answer.pages.first { $0.severity != nil }?.severity
      ?? answer.messages.first { $0.severity != nil }?.severity
  }

  private static func meaning(of state: Int, in answer: Answer) -> String? {
    for page in answer.pages {
      if let row = page.states.first(where: { $0.from <= state && state <= $0.to }) {
        return row.text
      }
    }
    return nil
  }

  private static func fixes(of answer: Answer) -> [String] {
    var fixes: [String] = []
    for page in answer.pages {
      for fix in page.fixes where !fix.text.isEmpty && fixes.count < mostFixes {
        fixes.append(shortened(fix.text))
      }
    }
    return fixes
  }

  /// A text cut behind a word, where it is long.
  private static func shortened(_ text: String) -> String {
    guard text.count > longestFix else { return text }
    let head = text.prefix(longestFix)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return "\(head[..<end]) …"
  }
}
