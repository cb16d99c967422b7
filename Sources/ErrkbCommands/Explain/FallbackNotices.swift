internal import Catalogue

/// What is said of events that were explained in another language than asked for: a line each, or
/// one for all where they are many.
struct FallbackNotices {
  private let words: InterfaceWords
  private var single: [String] = []
  private var count = 0
  private var asked: [LocaleTag] = []
  private var served: Set<LocaleTag> = []

  private static let mostLines = 5

  init(_ words: InterfaceWords) { self.words = words }

  /// Takes note of an answer that is a fallback.
  mutating func add(_ answer: Answer) {
    count += 1
    asked = answer.requested
    served.insert(answer.locale)
    if count <= Self.mostLines {
      single.append("\(answer.source)_\(answer.id): \(words.fallbackNotice(for: answer))")
    }
  }

  /// The notices.
  var lines: [String] {
    guard count > Self.mostLines else { return single }
    return [
      words.notice(
        .fallbacksNotice,
        [
          "count": String(count), "asked": asked.map(\.text).joined(separator: ", "),
          "served": served.sorted().map(\.text).joined(separator: ", "),
        ])
    ]
  }
}
