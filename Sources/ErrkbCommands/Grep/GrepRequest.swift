package import Index
package import Render

/// What `errkb grep` was asked for, checked, whoever read the command line.
package struct GrepRequest: Sendable, Hashable {
  /// What is printed of what is found.
  package enum Report: Sendable, Hashable {
    case lines
    /// Only what matches, each match on a line of its own.
    case matches
    /// The name of each event.
    case events
    /// How many lines of each event and locale.
    case counts
    /// Nothing: the exit status tells.
    case nothing
    /// Every match as ripgrep's `--json` has it.
    case json
  }

  /// One or more; a line is found that any of them matches.
  package var patterns: [String]
  package var syntax: LinePattern.Syntax
  package var letterCase: LinePattern.Case
  package var extent: LinePattern.Extent
  package var isInverted: Bool
  package var report: Report
  /// Whether the line of the file is told.
  package var tellsLines: Bool
  /// How many lines of an event in a locale are enough; nil for all.
  package var limit: Int?
  package var before: Int
  package var after: Int
  package var place: LineSearch.Place
  /// The list of language tags as typed; nil for every locale.
  package var languages: String?
  package var source: String?
  package var catalogue: String?
  package var color: ColorChoice

  package init(
    patterns: [String], syntax: LinePattern.Syntax = .regularExpression,
    letterCase: LinePattern.Case = .sensitive, extent: LinePattern.Extent = .any,
    isInverted: Bool = false, report: Report = .lines, tellsLines: Bool = false,
    limit: Int? = nil, before: Int = 0, after: Int = 0, place: LineSearch.Place = .fixes,
    languages: String? = nil, source: String? = nil, catalogue: String? = nil,
    color: ColorChoice = .auto
  ) {
    self.patterns = patterns
    self.syntax = syntax
    self.letterCase = letterCase
    self.extent = extent
    self.isInverted = isInverted
    self.report = report
    self.tellsLines = tellsLines
    self.limit = limit
    self.before = before
    self.after = after
    self.place = place
    self.languages = languages
    self.source = source
    self.catalogue = catalogue
    self.color = color
  }
}
