package import Catalogue

/// What a log says of one event, and what the catalogue says of it.
package struct Explanation: Sendable {
  /// A line of a log.
  package struct Place: Sendable, Hashable {
    /// Where several logs were read.
    package var file: String?
    /// Counted from 1.
    package var line: Int
    /// The time stamp as it is written there.
    package var time: String?

    package init(file: String? = nil, line: Int, time: String? = nil) {
      self.file = file
      self.line = line
      self.time = time
    }
  }

  /// A state that the log gives.
  package struct State: Sendable, Hashable {
    package var number: Int
    package var count: Int
    /// What it means, where the catalogue tells.
    package var meaning: String?

    package init(number: Int, count: Int, meaning: String? = nil) {
      self.number = number
      self.count = count
      self.meaning = meaning
    }
  }

  package var source: String
  package var id: EventID
  package var count: Int
  package var first: Place
  package var last: Place
  package var severity: Int?
  /// The most frequent first.
  package var states: [State] = []
  /// Whether any occurrence had a number.
  package var hasNumber: Bool
  /// The locale of the message that was recognised in the log.
  package var locale: LocaleTag?
  /// What stood for the placeholders in one occurrence, in the order of the message in the log.
  package var arguments: [String] = []
  /// The message in the reader's language, filled in.
  package var text: FilledMessage?
  /// The locale of that message and of what follows.
  package var textLocale: LocaleTag?
  /// The first things to try.
  package var fixes: [String] = []

  package init(
    source: String, id: EventID, count: Int, first: Place, last: Place, hasNumber: Bool
  ) {
    self.source = source
    self.id = id
    self.count = count
    self.first = first
    self.last = last
    self.hasNumber = hasNumber
  }
}
