internal import Index
internal import Render

/// Reads the plain forms of `errkb grep` without ArgumentParser, whose first use costs more than
/// the whole search.
///
/// It accepts what is beyond doubt: grep's short options, bundled or not (`-in`, `-A3`, `-e PAT`),
/// and long ones spelled out, with values that are right. Everything else, and so every mistake and
/// every plea for help, is left to the full parser, which gives the same request wherever this one
/// gives any.
package struct GrepArguments {
  private var options = GrepOptions()
  private var rest: ArraySlice<String>

  /// The request that the arguments after the program's name make, or nil where they are to be
  /// read by the full parser.
  package static func request(from arguments: [String]) -> GrepRequest? {
    guard arguments.first == "grep" else { return nil }
    var reader = GrepArguments(rest: arguments.dropFirst())
    guard reader.read() else { return nil }
    return try? reader.options.request()
  }

  private init(rest: ArraySlice<String>) { self.rest = rest }

  /// Reads all arguments; false where one is not understood.
  private mutating func read() -> Bool {
    while let argument = rest.popFirst() {
      if argument == "--" {
        options.arguments += rest
        return true
      }
      let isUnderstood: Bool
      if let option = PlainOption(argument) {
        isUnderstood = readLong(option)
      } else if argument.utf8.first == UInt8(ascii: "-"), argument.utf8.count > 1 {
        isUnderstood = readShort(argument)
      } else {
        options.arguments.append(argument)
        isUnderstood = true
      }
      guard isUnderstood else { return false }
    }
    return true
  }

  /// Reads a bundle of short options, the last of which may have a value.
  private mutating func readShort(_ bundle: String) -> Bool {
    var letters = bundle.utf8.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = GrepOption(letter: letter) else { return false }
      if setFlag(option) { continue }
      if letters.isEmpty { return readValue(of: option) }
      return set(option, to: String(Substring(letters)))
    }
    return true
  }

  private mutating func readLong(_ given: PlainOption) -> Bool {
    guard let option = GrepOption(name: given.name) else { return false }
    if let value = given.value { return set(option, to: value) }
    return setFlag(option) || readValue(of: option)
  }

  private mutating func readValue(of option: GrepOption) -> Bool {
    guard let value = rest.popFirst() else { return false }
    // Only a pattern may look like an option.
    guard option == .pattern || PlainOption.isValue(value) else { return false }
    return set(option, to: value)
  }

  /// Sets an option that takes no value; false where it takes one.
  private mutating func setFlag(_ option: GrepOption) -> Bool {
    switch option {
    case .extended, .perl: options.syntax = .regularExpression
    case .fixed: options.syntax = .fixedStrings
    case .ignoreCase: options.letterCase = .ignored
    case .smartCase: options.letterCase = .smart
    case .word: options.isWord = true
    case .line: options.isLine = true
    case .invert: options.isInverted = true
    case .events: options.listsEvents = true
    case .count: options.counts = true
    case .matches: options.printsMatches = true
    case .lineNumber: options.tellsLines = true
    case .quiet: options.isQuiet = true
    case .json: options.isJSON = true
    default: return false
    }
    return true
  }

  /// Sets an option to a value; false where it takes none, or not that.
  private mutating func set(_ option: GrepOption, to value: String) -> Bool {
    switch option {
    case .pattern: options.patterns.append(value)
    case .languages where !value.isEmpty: options.languages = value
    case .source where !value.isEmpty: options.source = value
    case .catalogue where !value.isEmpty: options.catalogue = value
    case .place:
      guard let place = LineSearch.Place(value) else { return false }
      options.place = place
    case .color:
      guard let color = ColorChoice(rawValue: value) else { return false }
      options.color = color
    case .limit, .after, .before, .context:
      guard !value.isEmpty, let number = PlainOption.number(value) else { return false }
      switch option {
      case .limit: options.limit = number
      case .after: options.after = number
      case .before: options.before = number
      default: options.context = number
      }
    default: return false
    }
    return true
  }
}

/// An option of `errkb grep`, by its letter or any of its names.
enum GrepOption {
  case extended, fixed, perl, ignoreCase, smartCase, word, line, invert, events, count, matches
  case lineNumber, quiet, json
  // With a value.
  case limit, after, before, context, pattern, place, languages, source, catalogue, color

  init?(letter: UInt8) {
    switch Unicode.Scalar(letter) {
    case "E": self = .extended
    case "F": self = .fixed
    case "P": self = .perl
    case "i": self = .ignoreCase
    case "S": self = .smartCase
    case "w": self = .word
    case "x": self = .line
    case "v": self = .invert
    case "l": self = .events
    case "c": self = .count
    case "o": self = .matches
    case "n": self = .lineNumber
    case "q": self = .quiet
    case "m": self = .limit
    case "A": self = .after
    case "B": self = .before
    case "C": self = .context
    case "e": self = .pattern
    default: return nil
    }
  }

  init?(name: String) {
    switch name {
    case "extended-regexp": self = .extended
    case "fixed-strings": self = .fixed
    case "perl-regexp": self = .perl
    case "ignore-case": self = .ignoreCase
    case "smart-case": self = .smartCase
    case "word-regexp": self = .word
    case "line-regexp": self = .line
    case "invert-match": self = .invert
    case "events-with-matches", "files-with-matches": self = .events
    case "count": self = .count
    case "only-matching": self = .matches
    case "line-number": self = .lineNumber
    case "quiet": self = .quiet
    case "json": self = .json
    case "max-count": self = .limit
    case "after-context": self = .after
    case "before-context": self = .before
    case "context": self = .context
    case "regexp": self = .pattern
    case "in": self = .place
    case "lang": self = .languages
    case "source": self = .source
    case "catalogue": self = .catalogue
    case "color": self = .color
    default: return nil
    }
  }

  /// Whether it takes a value.
  var takesValue: Bool {
    switch self {
    case .limit, .after, .before, .context, .pattern, .place, .languages, .source, .catalogue,
      .color:
      true
    default: false
    }
  }
}
