package import Catalogue

/// What lines are asked for, beside the pattern.
package struct LineSearch: Sendable, Hashable {
  /// Where lines are looked for.
  package enum Place: Sendable, Hashable, LosslessStringConvertible {
    /// What pages say to try.
    case fixes
    /// What products print.
    case messages
    /// The sections of one role.
    case section(Role)
    /// Every line of every page, and the messages.
    case all

    package init?(_ word: String) {
      switch word {
      case "fixes": self = .fixes
      case "messages": self = .messages
      case "all": self = .all
      default:
        guard let role = Role(rawValue: word) else { return nil }
        self = .section(role)
      }
    }

    package var description: String {
      switch self {
      case .fixes: "fixes"
      case .messages: "messages"
      case .section(let role): role.rawValue
      case .all: "all"
      }
    }

    /// The scopes in the order in which they are searched.
    var scopes: [TextScope] {
      switch self {
      case .fixes: [.fixes]
      case .messages: [.messages]
      case .section: [.pages]
      case .all: [.pages, .messages]
      }
    }
  }

  /// How many lines are enough.
  package enum Limit: Sendable, Hashable {
    case none
    /// So many of an event in a locale.
    case edition(Int)
    /// The first of an event, whatever its locale.
    case event
  }

  package var place: Place
  /// Only lines in these locales; nil for all.
  package var locales: [LocaleTag]?
  /// Only events of this source; the case of ASCII letters does not matter.
  package var source: String?
  /// Whether lines are asked for that do not match.
  package var isInverted: Bool
  package var limit: Limit
  /// How many lines before and after a selected one are wanted.
  package var before: Int
  package var after: Int
  /// Whether the paths of files are wanted, which takes a look-up for each.
  package var tellsPaths: Bool

  package init(
    place: Place = .fixes, locales: [LocaleTag]? = nil, source: String? = nil,
    isInverted: Bool = false, limit: Limit = .none, before: Int = 0, after: Int = 0,
    tellsPaths: Bool = false
  ) {
    self.place = place
    self.locales = locales
    self.source = source
    self.isInverted = isInverted
    self.limit = limit
    self.before = before
    self.after = after
    self.tellsPaths = tellsPaths
  }
}

/// Whose lines those are: a page, or a row of a message list.
///
/// A reference, because it goes with every line.
package final class LineOwner: Sendable {
  /// The first event of a page that is about several.
  package let event: EventKey
  package let locale: LocaleTag
  /// The file, relative to the content folder; empty unless the search asked for it.
  package let path: String
  /// The size of all its lines in bytes.
  package let size: Int

  init(event: EventKey, locale: LocaleTag, path: String, size: Int) {
    self.event = event
    self.locale = locale
    self.path = path
    self.size = size
  }
}

/// A line that a search came upon; its text is handed over beside it.
package struct FoundLine: Sendable {
  package let owner: LineOwner
  package let role: LineRole
  /// The line of the owner's file.
  package let number: Int
  /// Where it begins among the owner's lines, in bytes.
  package let offset: Int
  /// Whether it was selected; else it stands near one that was.
  package let isSelected: Bool
  /// Whether lines were left out since the one before, where context is wanted.
  package let followsGap: Bool
}

/// Why a search of lines ended early.
package enum LineSearchError: Error, CustomStringConvertible {
  case catalogue(CatalogueError)
  /// The pattern asked too much of a line of an event in a locale.
  case pattern(MatchFailure, event: EventKey?, locale: LocaleTag)

  package var description: String {
    switch self {
    case .catalogue(let error): error.description
    case .pattern(let failure, let event, let locale):
      "\(event.map { "\($0):" } ?? "")\(locale): \(failure)"
    }
  }
}
