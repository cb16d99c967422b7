package import Diagnostics

/// A value of a YAML file and where it stands.
///
/// Scalars are given as the text that was written: `-1`, `04/04/2017` and `no` stay strings, for
/// what a value means is the business of whoever asked for it.
package struct YAMLValue: Sendable, Hashable {
  package indirect enum Content: Sendable, Hashable {
    /// Nothing was written, or `~`.
    case null
    case scalar(String)
    case list([YAMLValue])
    case mapping([Entry])
  }

  /// A key of a mapping and its value.
  package struct Entry: Sendable, Hashable {
    package var key: String
    /// Where the key begins.
    package var position: SourcePosition
    package var value: YAMLValue

    package init(key: String, position: SourcePosition, value: YAMLValue) {
      self.key = key
      self.position = position
      self.value = value
    }
  }

  package var content: Content
  /// Where the value begins; of an absent one, the byte after the colon or dash that announced it.
  package var position: SourcePosition

  package init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }
}

extension YAMLValue {
  /// Whether nothing was written.
  package var isNull: Bool { content == .null }

  /// The text of a scalar.
  package var string: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The values of a list; a scalar counts as a list of one, an absent value as an empty one.
  package var elements: [YAMLValue]? {
    switch content {
    case .null: []
    case .scalar: [self]
    case .list(let values): values
    case .mapping: nil
    }
  }

  /// The entries of a mapping, in the order written.
  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key of a mapping.
  package subscript(_ key: String) -> YAMLValue? {
    entries?.first { $0.key == key }?.value
  }
}
