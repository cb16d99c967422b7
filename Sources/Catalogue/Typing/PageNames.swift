internal import Markup

/// The events that a page is about, from what it calls itself.
struct PageNames {
  /// The events; several where the title and the keywords agree on several.
  private(set) var ids: [EventID]
  /// The source that the page's own name has as its prefix.
  private(set) var source: String?
  /// How the event was found, where the page is about one.
  private(set) var vote: EventIDVote.Result?
  /// The keywords, without what tools added to them: `10061 (Database Engine error)` is `10061`.
  let keywords: [String]
  /// Whether the title or the heading names several events: a range, or a page about each.
  private(set) var isAboutSeveral = false

  private let hasDetails: Bool
  private let isFileAboutEvent: Bool
  private let isFileAboutOne: Bool
  private let isKnownShape: (EventID) -> Bool
  /// The events that only keywords name.
  private var keywordIDs: [EventID] = []
  /// More keywords than this are an index's, not a page's.
  private static let mostKeywordIDs = 10
  /// Shorter numbers stand in any text.
  private static let fewestDigits = 3

  init(
    fileName: String, title: String, heading: String, details: String?, helpKeywords: [String],
    keywords: [String], declared: [String], vocabulary: Vocabulary
  ) {
    let help = helpKeywords.map(Self.bare)
    let other = keywords.map(Self.bare)
    self.keywords = (help + other).uniqued().filter { !$0.isEmpty }
    ids = []
    hasDetails = details != nil
    isFileAboutEvent = EventName.isAboutEvent(fileName: fileName, vocabulary: vocabulary)
    let fileIDs = EventName.ids(inFileName: fileName, vocabulary: vocabulary)
    isFileAboutOne = fileIDs.count == 1
    isKnownShape = { vocabulary.source(forID: $0.text) != nil }

    if !declared.isEmpty {
      let names = declared.flatMap { EventName.names(in: $0, vocabulary: vocabulary) }
      source = names.lazy.compactMap(\.source).first
      ids = names.map(\.id).uniqued()
      isAboutSeveral = false
      return
    }
    let titleNames = EventName.names(in: title, vocabulary: vocabulary)
    let headingNames = EventName.names(in: heading, vocabulary: vocabulary)
    source = (titleNames + headingNames).lazy.compactMap(\.source).first
    let helpIDs = Self.ids(help, vocabulary: vocabulary)
    let otherIDs = Self.ids(other, vocabulary: vocabulary)

    let own = headingNames.count > 1 ? headingNames.map(\.id) : titleNames.map(\.id)
    let hasLetters = own.allSatisfy { Int($0.text) == nil }
    if own.count > 1, hasLetters || details == nil {
      isAboutSeveral = true
      // A page about several lists each as a keyword or in its name; a range of numbers does not.
      let confirmed = Set(helpIDs.isEmpty && otherIDs.isEmpty ? fileIDs : helpIDs + otherIDs)
      if own.allSatisfy(confirmed.contains) { ids = own }
      return
    }
    var ballot = EventIDVote()
    ballot.add(.title, titleNames.map(\.id))
    ballot.add(.heading, headingNames.map(\.id))
    ballot.add(.details, details.map { [EventID($0)] } ?? [])
    ballot.add(.fileName, fileIDs)
    ballot.add(.helpKeywords, helpIDs)
    ballot.add(.keywords, otherIDs)
    if let result = ballot.result(), isProven(result) {
      vote = result
      ids = [result.id]
    } else if helpIDs.count <= Self.mostKeywordIDs {
      keywordIDs = helpIDs.filter { Int($0.text) == nil }
    }
  }

  /// Whether what the vote came to is an event, not a year or a version that a page speaks of.
  ///
  /// A name with its source, a Details row, or an ID in a known shape is proof enough; the latter
  /// not in keywords alone, nor in the name of a file that names several. Any other code needs two
  /// places; a bare number also a keyword, or a file that is named like an event's.
  private func isProven(_ result: EventIDVote.Result) -> Bool {
    if source != nil || hasDetails { return true }
    let isInName =
      result.supporters.contains { $0 == .title || $0 == .heading }
      || (result.supporters.contains(.fileName) && isFileAboutOne)
    if isKnownShape(result.id) { return isInName }
    guard isInName else { return false }
    guard result.supporters.count >= 2 else { return false }
    if Int(result.id.text) == nil { return true }
    return isFileAboutEvent || result.supporters.contains(.helpKeywords)
      || result.supporters.contains(.keywords)
  }

  /// Takes the events that only keywords name, where the text speaks of each of them.
  mutating func confirm(in document: Document) {
    guard ids.isEmpty, !isAboutSeveral, !keywordIDs.isEmpty else { return }
    let text = document.plainText(of: document.indices).utf8
    // A text about `C5001` may call it 5001.
    let isSpokenOf = keywordIDs.allSatisfy { id in
      let number = id.text.utf8.drop { !($0 >= 0x30 && $0 <= 0x39) }
      return number.count >= Self.fewestDigits && text.firstRange(of: number) != nil
    }
    if isSpokenOf { ids = keywordIDs }
  }

  /// The IDs that keywords are: a number, or letters and digits in a known shape.
  private static func ids(_ keywords: [String], vocabulary: Vocabulary) -> [EventID] {
    keywords.compactMap { keyword in
      if Int(keyword) != nil { return EventID(keyword) }
      return vocabulary.source(forID: keyword) != nil ? EventID(keyword.uppercased()) : nil
    }
  }

  /// A keyword without a remark in parentheses after its first word.
  private static func bare(_ keyword: String) -> String {
    let words = keyword.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[1].hasPrefix("("), words[1].hasSuffix(")"),
      words[0].utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 })
    else { return keyword }
    return String(words[0])
  }
}
