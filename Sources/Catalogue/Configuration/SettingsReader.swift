internal import Diagnostics
internal import Markup

/// Takes apart the YAML of a configuration or data file and reports what is not as it should be.
struct SettingsReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) {
    self.path = path
  }

  /// The entries at the top of a file; none, and a diagnostic, if it is not YAML.
  mutating func entries(ofFile bytes: [UInt8]) -> [YAMLValue.Entry] {
    do throws(YAMLProblem) {
      let value = try YAMLValue.read(bytes)
      if value.isNull { return [] }
      guard let entries = value.entries else {
        throw YAMLProblem("it has no keys", at: value.position)
      }
      return entries
    } catch {
      report("the file is not YAML: \(error.message)", at: error.position)
      return []
    }
  }

  /// The entries of a mapping.
  mutating func entries(of entry: YAMLValue.Entry) -> [YAMLValue.Entry] {
    if entry.value.isNull { return [] }
    if let entries = entry.value.entries { return entries }
    report("'\(entry.key)' must have keys under it", at: entry.value.position)
    return []
  }

  /// The text of a value that is not a list.
  mutating func word(of entry: YAMLValue.Entry) -> String? {
    if entry.value.isNull { return nil }
    if let word = entry.value.string { return word }
    report("'\(entry.key)' must be a text", at: entry.value.position)
    return nil
  }

  /// The texts of a list; a single text will do for a list of one.
  mutating func words(of entry: YAMLValue.Entry) -> [String] {
    placedWords(of: entry).map(\.text)
  }

  /// The texts of a list, each with its place.
  mutating func placedWords(
    of entry: YAMLValue.Entry
  ) -> [(text: String, position: SourcePosition)] {
    guard let values = entry.value.elements else {
      report("'\(entry.key)' must be a list of texts", at: entry.value.position)
      return []
    }
    var words: [(text: String, position: SourcePosition)] = []
    for value in values {
      if let word = value.string {
        words.append((word, value.position))
      } else {
        report("'\(entry.key)' must be a list of texts", at: value.position)
      }
    }
    return words
  }

  /// Reports a value that cannot be used.
  mutating func report(_ message: String, at position: SourcePosition) {
    diagnostics.append(
      Diagnostic(.configurationSyntax, path: path, at: position, message))
  }

  /// Reports a key that has no meaning, and the known one that it may have been meant for.
  mutating func reportUnknown(
    _ what: String, _ entry: YAMLValue.Entry, known: some Sequence<String>
  ) {
    let near = EditDistance.nearMisses(to: entry.key, among: known).first
    let hint = near.map { "; did you mean '\($0)'?" } ?? ""
    diagnostics.append(
      Diagnostic(
        .configurationKey, path: path, at: entry.position,
        "unknown \(what) '\(entry.key)'\(hint)"))
  }
}
