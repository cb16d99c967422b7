package import Index

/// What a log is searched with: the events of a catalogue, by number and by text.
package final class LogKnowledge: Sendable {
  package let known: KnownEvents
  package let matcher: MessageMatcher
  let triggers: TriggerTable

  package init(_ reader: CatalogueReader) throws(CatalogueError) {
    known = KnownEvents(try reader.knownEvents())
    matcher = try MessageMatcher(reader)
    triggers = TriggerTable(known)
  }

  /// The place among the known events of one that the matcher found.
  func event(ofMatch number: Int) -> Int? { known.place(of: matcher.event(number)) }
}
