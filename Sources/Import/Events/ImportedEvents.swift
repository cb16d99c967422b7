package import Catalogue

/// Which events a page is about, of those that its text names.
package struct ImportedEvents: Sendable, Hashable {
  /// As front matter writes them, the weightiest first: `MSSQLSERVER_10061`, `C2065`.
  package var names: [String] = []
  /// Those that the text names only by the way.
  package var others: [String] = []
  /// Those that several sources have, so that only the ID could be written.
  package var ambiguous: [String] = []

  package init(names: [String] = []) { self.names = names }

  /// Chooses among mentions, weightiest first.
  ///
  /// Only what `sources` knows counts. The page is about what its title names; where that names
  /// none, about what is named most, and about what is named at least two thirds as often: an event
  /// that is only compared with (“error 53 means …”) is named less.
  ///
  /// - Parameters:
  ///   - mentions: What the text names, as `ImportedPage.mentions` has it.
  ///   - text: The text; where several sources have an event, one that is named there is meant.
  ///   - sources: The sources that have an event with an ID.
  /// - Throws: What `sources` throws.
  package init<Failure: Error>(
    _ mentions: [EventMention], in text: String,
    sources: (EventID) throws(Failure) -> [String]
  ) throws(Failure) {
    var leader: EventMention?
    for mention in mentions {
      var known = try sources(mention.id)
      if let source = mention.source { known.removeAll { $0.uppercased() != source } }
      guard !known.isEmpty else { continue }
      if known.count > 1 {
        let named = known.filter { text.contains($0) }
        if named.count == 1 { known = named }
      }
      let isNumber = Int(mention.id.text) != nil
      let name = isNumber && known.count == 1 ? "\(known[0])_\(mention.id)" : mention.id.text
      guard !names.contains(name), !others.contains(name) else { continue }
      let isAbout: Bool
      if let leader {
        isAbout =
          mention.isInTitle || (!leader.isInTitle && mention.weight * 3 >= leader.weight * 2)
      } else {
        isAbout = true
      }
      leader = leader ?? mention
      if isAbout {
        names.append(name)
        if known.count > 1 { ambiguous.append(name) }
      } else {
        others.append(name)
      }
    }
  }
}
