/// An error that a line names by its number.
struct NumberFinding: Hashable {
  /// The event, or -1 where the catalogue has none of that number.
  var event: Int
  var number: Int32
  /// From 0 to 25; nil where the line does not say.
  var severity: Int?
  var state: Int?
  /// Whether the message is expected on one of the next lines, if it is not on this one.
  var leadsMessage = false
  /// Whether no word of the line follows.
  var endsLine = false
  /// Whether the form tells an error that is told again here: a text before it may be the same.
  var followsMessage = false
}

/// What a line says of a Windows event record.
struct RecordFields: Hashable {
  /// Whose record it is.
  enum Source: Hashable {
    case known(Int)
    case foreign
  }

  var source: Source?
  var id: Int32?
  var date: Range<Int>?
  var startsRecord = false
  /// Whether the line is a number that an `Error Number:` line names alone.
  var errorNumber: Int32?
  /// The severity or state that begins the line.
  var severity: Int?
  var state: Int?

  var isEmpty: Bool { self == RecordFields() }
}
