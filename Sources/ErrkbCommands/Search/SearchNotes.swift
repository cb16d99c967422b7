internal import Catalogue
internal import Diagnostics
internal import Index

/// What `search` says on standard error, in the reader's language.
struct SearchNotes {
  private let answer: SearchAnswer
  private let request: SearchRequest
  private let wanted: [LocaleTag]
  private let words: InterfaceWords

  init(_ answer: SearchAnswer, _ request: SearchRequest, _ wanted: [LocaleTag]) {
    self.answer = answer
    self.request = request
    self.wanted = wanted
    words = wanted.first.map { InterfaceWords.for($0) } ?? .english
  }

  /// Why there is no result, and what may be tried.
  var nothing: String {
    if answer.isEmptyQuery { return words[.emptySearchNotice] }
    var note = words.notice(
      .nothingFoundNotice, ["query": VisibleText.visible(request.words.joined(separator: " "))])
    if request.isLanguageStrict, let locale = wanted.first {
      note += " (\(locale))"
    }
    if let suggestion = answer.suggestion {
      note += words.notice(.suggestionNotice, ["query": VisibleText.visible(suggestion)])
    }
    return note
  }

  /// That what is shown is in other languages than those asked for.
  var fallback: String {
    words.notice(
      .searchFallbackNotice, ["asked": wanted.map(\.text).joined(separator: ", ")])
  }

  /// How many events there are, here and in other languages.
  var count: String {
    let shown = min(answer.results.count, request.limit)
    var values: [(String, String)] = []
    let isCut = shown < answer.found
    values.append(("shown", String(shown)))
    values.append(("count", String(answer.found)))
    let locale = answer.locale?.text ?? ""
    var note: String
    let all: KeyValuePairs = [
      "shown": String(shown), "count": String(answer.found), "locale": locale,
    ]
    switch (isCut, answer.locale == nil) {
    case (true, false): note = words.notice(.shownInLocale, all)
    case (true, true): note = words.notice(.shown, all)
    case (false, false):
      note = words.notice(answer.found == 1 ? .foundOneInLocale : .foundInLocale, all)
    case (false, true): note = words.notice(answer.found == 1 ? .foundOne : .found, all)
    }
    if answer.others > 0 {
      let count = String(answer.others) + (answer.hasMoreOthers ? "+" : "")
      note += " · " + words.notice(.moreInOtherLanguages, ["count": count]) + " (--lang any)"
    }
    return note
  }
}
