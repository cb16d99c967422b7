/// An error that happened once, as a log tells it.
package struct Occurrence: Sendable, Hashable {
  /// The event, for `KnownEvents`.
  package var event: Int
  /// The line that names it: that of its number, if it has one; counted from 0.
  package var line: Int
  package var severity: Int?
  package var state: Int?
  /// Whether a number was read, not the text alone.
  package var hasNumber: Bool
  /// As it is written at the beginning of the line.
  package var time: [UInt8]?
  /// What the text of the message told; nil where only a number was read.
  package var message: BoundMessage?
}

/// A message as it stood in a log: the locale of its text, and what stood for the placeholders.
package struct BoundMessage: Sendable, Hashable {
  /// For `MessageMatcher.locale(_:)`.
  package var locale: Int
  /// In UTF-8, in the order of the message in that locale; each cut to `longestArgument`.
  package var arguments: [[UInt8]]

  /// What an argument is cut to, in bytes.
  static let longestArgument = 256
  /// No message has more.
  static let mostArguments = 24
}
