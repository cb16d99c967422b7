/// What `--lang` asks for: some locales in order of preference, or any.
package enum WantedLocales: Sendable, Hashable {
  /// The word `any`: every locale is as good as another.
  case any
  /// Tags in order of preference, each once; at least one.
  case list([LocaleTag])

  /// Reads tags with commas between them, or the word `any`, which stands alone.
  package init(_ argument: String) throws(LocaleListError) {
    if argument == Self.anyWord {
      self = .any
      return
    }
    var tags: [LocaleTag] = []
    let parts = argument.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    for part in parts {
      let blank = UInt8(ascii: " ")
      let start = part.drop { $0 == blank }
      let end = start.lastIndex { $0 != blank }
      let word = end.map { String(Substring(start[...$0])) } ?? ""
      guard word != Self.anyWord, let tag = LocaleTag(word) else {
        throw LocaleListError(tag: word)
      }
      if !tags.contains(tag) { tags.append(tag) }
    }
    self = .list(tags)
  }

  /// The tags, for a matcher; none where any will do.
  package var tags: [LocaleTag] {
    switch self {
    case .any: []
    case .list(let tags): tags
    }
  }

  fileprivate static let anyWord = "any"
}

/// A word in a list of locales that is no language tag.
package struct LocaleListError: Error, Hashable, CustomStringConvertible {
  /// The word as it was written.
  package let tag: String

  package var description: String {
    if tag.isEmpty { return "a language tag is missing" }
    if tag == WantedLocales.anyWord { return "'any' stands alone, without other language tags" }
    // The commonest slip is the name of a locale, as LANG has it.
    let guess = EnvironmentLocales.tag(tag).map { "; did you mean '\($0)'?" }
    return "'\(tag)' is not a language tag\(guess ?? "")"
  }
}
