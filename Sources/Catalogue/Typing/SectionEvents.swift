internal import Diagnostics
internal import Markup

/// Which sections of a page serve which of its events, as the front matter's `sections` says.
struct SectionEvents {
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String
  private let ids: [EventID]
  private let vocabulary: Vocabulary

  init(path: String, ids: [EventID], vocabulary: Vocabulary) {
    self.path = path
    self.ids = ids
    self.vocabulary = vocabulary
  }

  /// Gives sections the events that the value of `sections` names them under; a sub-section that is
  /// named nowhere serves what the section above it does.
  mutating func mark(_ sections: inout [Page.Section], with value: YAMLValue) {
    guard !value.isNull else { return }
    guard let entries = value.entries else {
      report("'sections' must have events as keys, each with a list of anchors", at: value.position)
      return
    }
    for entry in entries {
      guard let id = event(entry) else { continue }
      guard let anchors = entry.value.elements else {
        report("'\(entry.key)' must have a list of anchors", at: entry.value.position)
        continue
      }
      for anchor in anchors { mark(&sections, anchor, id) }
    }
    inherit(&sections)
  }

  private mutating func mark(
    _ sections: inout [Page.Section], _ anchor: YAMLValue, _ id: EventID
  ) {
    guard let name = anchor.string else {
      report("an anchor must be a text", at: anchor.position)
      return
    }
    let bare = name.hasPrefix("#") ? String(name.dropFirst()) : name
    guard let index = sections.firstIndex(where: { $0.anchor.lowercased() == bare.lowercased() })
    else {
      let near = EditDistance.nearMisses(to: bare, among: sections.map(\.anchor)).first
      let hint = near.map { "; did you mean '\($0)'?" } ?? ""
      report("no section has the anchor '\(name)'\(hint)", at: anchor.position)
      return
    }
    if !sections[index].events.contains(id) { sections[index].events.append(id) }
  }

  /// The event of the page that a key names, with or without its source.
  private mutating func event(_ entry: YAMLValue.Entry) -> EventID? {
    let names = EventName.names(in: entry.key, vocabulary: vocabulary).map(\.id.text) + [entry.key]
    for name in names {
      if let id = ids.first(where: { $0.text.lowercased() == name.lowercased() }) { return id }
    }
    let list = ids.map(\.text).joined(separator: ", ")
    report("the page is not about event '\(entry.key)' but about \(list)", at: entry.position)
    return nil
  }

  private func inherit(_ sections: inout [Page.Section]) {
    var above: [(level: Int, events: [EventID])] = []
    for index in sections.indices {
      let level = sections[index].level
      above.removeAll { $0.level >= level }
      if sections[index].events.isEmpty { sections[index].events = above.last?.events ?? [] }
      above.append((level, sections[index].events))
    }
  }

  private mutating func report(_ message: String, at position: SourcePosition) {
    diagnostics.append(Diagnostic(.sectionEvent, path: path, at: position, message))
  }
}
