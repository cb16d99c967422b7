internal import Markup

/// The words of the interface that an answer needs, in the reader's language.
///
/// Names in braces are replaced: `{locale}`, `{requested}`, `{sections}`, `{state}`.
package struct ShowWords: Sendable, Hashable {
  package var severity = "severity"
  package var logged = "logged"
  package var notLogged = "not logged"

  package var humanTranslation = "human translation"
  package var machineTranslation = "machine translation"
  /// How a day is written: `yyyy`, `MM` and `dd` are replaced.
  package var datePattern = "yyyy-MM-dd"

  /// The page is not in a language that was asked for: `{requested}`, `{locale}`.
  package var fallback = "Not available in {requested}: this is the page in {locale}."
  /// The translation lags behind its source as a whole.
  package var drift = "This translation is behind its source page."
  /// Single sections lag behind: `{sections}`.
  package var driftInSections = "This translation is behind its source page in: {sections}."

  /// Stands before the number of a state.
  package var state = "State"
  package var unknownState = "State {state} is not described here."
  package var states = "States"
  package var details = "Details"
  package var seeAlso = "See also"
  package var languages = "Languages"

  package var note = "Note"
  package var tip = "Tip"
  package var important = "Important"
  package var caution = "Caution"
  package var warning = "Warning"

  /// Stands between a label and what it labels.
  package var colon = ": "

  package init() {}

  package static let english = ShowWords()

  /// The word for a kind of alert.
  func word(for alert: Document.Alert?) -> String {
    switch alert {
    case .note, nil: note
    case .tip: tip
    case .important: important
    case .caution: caution
    case .warning: warning
    }
  }
}
