internal import Catalogue

// What is known of an answer in a word each.
extension Answer {
  /// As its first page says, else as all its messages do.
  var severity: Int? { pages.first?.severity ?? Self.common(messages.map(\.severity)) }

  /// Whether it is logged, known as the severity is.
  var logged: Bool? { pages.first?.logged ?? Self.common(messages.map(\.logged)) }

  /// Whether all its messages are as severe and logged alike.
  var hasUniformMessages: Bool {
    messages.allSatisfy { $0.severity == messages.first?.severity }
      && messages.allSatisfy { $0.logged == messages.first?.logged }
  }

  /// What its pages say of an error state, or that none does.
  func told(state: Int, _ words: InterfaceWords) -> [String] {
    let rows = pages.flatMap(\.states).filter {
      ($0.from...max($0.from, $0.to)).contains(state)
    }
    guard !rows.isEmpty else {
      return [words.notice(.unknownStateNotice, ["state": String(state)])]
    }
    return rows.map { "\(words[.state]) \(state): \($0.text)" }
  }

  /// The value that all have, or nil.
  private static func common<Value: Equatable>(_ values: [Value?]) -> Value? {
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

// What a reader must know of a page as a translation.
extension InterfaceWords {
  /// `human translation, 2021-01-30`; nil where the page is none.
  func translationNote(of page: Page) -> String? {
    guard let translation = page.translation else { return nil }
    let date = translation.handoff.map { self.date($0) }
    guard translation.method != nil else { return date }
    let method = self[translation.isMachineMade ? .machineTranslation : .humanTranslation]
    return date.map { "\(method), \($0)" } ?? method
  }

  /// That the translation lags behind its source, and in which sections; nil where it does not.
  func driftNotice(of page: Page) -> String? {
    guard let drift = page.translation?.drift, !drift.isEmpty else { return nil }
    if drift.contains("*") { return self[.driftNotice] }
    let titles = drift.map { anchor in
      page.sections.first { $0.anchor == anchor }?.title ?? anchor
    }
    return notice(.driftInNotice, ["sections": titles.joined(separator: ", ")])
  }
}
