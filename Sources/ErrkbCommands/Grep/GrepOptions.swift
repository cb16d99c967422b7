internal import Index
internal import Render

/// The options of `errkb grep` as they are typed, and the request they make: what both readings of
/// the command line fill in.
struct GrepOptions {
  /// Arguments that are no options, in order.
  var arguments: [String] = []
  /// What `-e` gives.
  var patterns: [String] = []
  var syntax = LinePattern.Syntax.regularExpression
  var letterCase = LinePattern.Case.sensitive
  var isWord = false
  var isLine = false
  var isInverted = false
  var listsEvents = false
  var counts = false
  var printsMatches = false
  var isQuiet = false
  var isJSON = false
  var tellsLines = false
  var limit: Int?
  var after: Int?
  var before: Int?
  var context: Int?
  var place = LineSearch.Place.fixes
  var languages: String?
  var source: String?
  var catalogue: String?
  var color = ColorChoice.auto

  /// What is wrong with options that were each read well.
  enum Mistake: String, Error, CustomStringConvertible {
    case noPattern = "search for what? give a pattern, such as 'firewall'"
    case severalPatterns = "grep takes one pattern; give each of several with -e"
    case jsonOfNoLines = "--json does not go with -l and -c"

    var description: String { rawValue }
  }

  /// The request; as in grep, `-A` and `-B` come before `-C` wherever they stand, and of what is to
  /// be printed `-q` comes first, then `-l`, `-c` and `-o`.
  func request() throws(Mistake) -> GrepRequest {
    var patterns = patterns
    if patterns.isEmpty {
      guard let pattern = arguments.first else { throw .noPattern }
      guard arguments.count == 1 else { throw .severalPatterns }
      patterns = [pattern]
    } else if !arguments.isEmpty {
      throw .severalPatterns
    }
    if isJSON, listsEvents || counts { throw .jsonOfNoLines }
    return GrepRequest(
      patterns: patterns, syntax: syntax, letterCase: letterCase,
      extent: isLine ? .line : isWord ? .word : .any, isInverted: isInverted, report: report,
      tellsLines: tellsLines, limit: limit, before: before ?? context ?? 0,
      after: after ?? context ?? 0, place: place, languages: languages, source: source,
      catalogue: catalogue, color: color)
  }

  private var report: GrepRequest.Report {
    if isQuiet { return .nothing }
    if isJSON { return .json }
    if listsEvents { return .events }
    if counts { return .counts }
    return printsMatches ? .matches : .lines
  }
}
