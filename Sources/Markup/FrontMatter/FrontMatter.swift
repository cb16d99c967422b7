package import Diagnostics

/// The YAML block at the head of a page: its keys in the order written.
package struct FrontMatter: Sendable, Hashable {
  package typealias Entry = YAMLValue.Entry

  package var entries: [Entry]

  package init(entries: [Entry] = []) {
    self.entries = entries
  }

  /// The entry of a key.
  package func entry(for key: String) -> Entry? {
    entries.first { $0.key == key }
  }

  /// The text of a key's value, if it is a scalar that is not empty.
  ///
  /// Docs pages write `''` for what they do not know.
  package func string(for key: String) -> String? {
    guard let text = entry(for: key)?.value.string, !text.isEmpty else { return nil }
    return text
  }

  /// The texts of a key that holds a list, or one scalar in place of a list; empty ones left out.
  package func strings(for key: String) -> [String] {
    entry(for: key)?.value.elements?.compactMap { value in
      value.string.flatMap { $0.isEmpty ? nil : $0 }
    } ?? []
  }

  /// Where a key's value stands.
  package func position(of key: String) -> SourcePosition? {
    entry(for: key)?.value.position
  }
}
