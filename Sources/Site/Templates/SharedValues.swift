internal import Mustache
internal import Render

/// Values that are the same for many pages, such as the words of the interface in a locale.
///
/// They are texts, by themselves and in groups (`words.cause`). Values of a page come before them.
struct SharedValues: Sendable {
  /// A text and what it is called; an empty one is absent.
  struct Entry: Sendable {
    var group: String?
    var name: String
    var text: String
  }

  private let texts: [String: Int]
  private let groups: [String: [String: Int]]
  /// The texts, in order.
  private(set) var leaves: [String]
  /// The texts as they stand in markup.
  let escapedLeaves: [[UInt8]]
  /// What tells which of them there are: the same for values of the same names.
  let shape: String

  init(_ entries: [Entry] = []) {
    var texts: [String: Int] = [:]
    var groups: [String: [String: Int]] = [:]
    var shape = ""
    for (place, entry) in entries.enumerated() {
      if let group = entry.group {
        groups[group, default: [:]][entry.name] = place
        shape += group
      } else {
        texts[entry.name] = place
      }
      shape += entry.text.isEmpty ? ".\(entry.name)-" : ".\(entry.name)+"
    }
    self.texts = texts
    self.groups = groups
    self.shape = shape
    leaves = entries.map(\.text)
    escapedLeaves = leaves.map { text in
      var bytes: [UInt8] = []
      HTMLEscaping.appendAttribute(text.utf8, to: &bytes)
      return bytes
    }
  }

  /// The same names with what `change` makes of each text, in order.
  func replacingTexts(_ change: () -> String) -> SharedValues {
    var values = self
    for index in leaves.indices {
      let text = change()
      if !leaves[index].isEmpty { values.leaves[index] = text }
    }
    return values
  }

  /// What Mustache finds under a name.
  func child(named name: String) -> Any? {
    if let place = texts[name] { return value(place) }
    return groups[name].map { Group(values: self, places: $0) }
  }

  private func value(_ place: Int) -> Any {
    leaves[place].isEmpty ? TemplateText.Absent() : TemplateText(leaves[place])
  }

  private struct Group: MustacheParent {
    let values: SharedValues
    let places: [String: Int]

    func child(named name: String) -> Any? { places[name].map { values.value($0) } }
  }
}
