/// Patterns of paths that a configuration excludes: `drafts/**`, `**/TOC.md`, `*.draft.md`.
struct PathPatterns {
  private let patterns: [[Substring]]

  init(_ patterns: [String]) {
    self.patterns = patterns.map { $0.split(separator: "/") }
  }

  /// Whether a path relative to the content folder is excluded: by a pattern for it or for a folder
  /// above it.
  func matches(_ path: String) -> Bool {
    guard !patterns.isEmpty else { return false }
    let parts = path.split(separator: "/")
    return patterns.contains { pattern in
      (1...parts.count).contains { Self.matches(pattern[...], parts.prefix($0)) }
    }
  }

  /// `**` stands for any number of folders, `*` within a name for any characters.
  private static func matches(_ pattern: ArraySlice<Substring>, _ parts: ArraySlice<Substring>) -> Bool {
    guard let first = pattern.first else { return parts.isEmpty }
    if first == "**" {
      return (0...parts.count).contains {
        matches(pattern.dropFirst(), parts.dropFirst($0))
      }
    }
    guard let part = parts.first, matches(first, name: part) else { return false }
    return matches(pattern.dropFirst(), parts.dropFirst())
  }

  private static func matches(_ pattern: Substring, name: Substring) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return pattern == name }
    var rest = name
    guard rest.hasPrefix(pieces[0]) else { return false }
    rest = rest.dropFirst(pieces[0].count)
    for piece in pieces[1..<pieces.count - 1] where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(pieces[pieces.count - 1])
  }
}
