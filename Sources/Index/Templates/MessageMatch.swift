/// A message found in a line.
package struct MessageMatch: Sendable, Hashable {
  /// The event, for `MessageMatcher.event(_:)`.
  package var event: Int
  /// The locale, for `MessageMatcher.locale(_:)`.
  package var locale: Int
  /// The bytes of the line that the message takes.
  package var range: Range<Int>
  /// The bytes of the line that stand for the placeholders, in the order of the message; a range is
  /// empty where nothing stands there, and there are fewer where the line ends before.
  package var arguments: [Range<Int>]
  /// Whether the line ends before the message does.
  package var isTruncated: Bool
}
