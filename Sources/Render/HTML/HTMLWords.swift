package import Markup

/// The words that HTML output adds to a page, in the reader's language.
package struct HTMLWords: Sendable {
  package var note: String
  package var tip: String
  package var important: String
  package var caution: String
  package var warning: String
  package var severity: String
  package var logged: String
  package var notLogged: String

  package init(
    note: String, tip: String, important: String, caution: String, warning: String,
    severity: String, logged: String, notLogged: String
  ) {
    self.note = note
    self.tip = tip
    self.important = important
    self.caution = caution
    self.warning = warning
    self.severity = severity
    self.logged = logged
    self.notLogged = notLogged
  }

  package static let english = HTMLWords(
    note: "Note", tip: "Tip", important: "Important", caution: "Caution", warning: "Warning",
    severity: "Severity", logged: "logged", notLogged: "not logged")

  /// The title of an alert.
  package func title(of alert: Document.Alert) -> String {
    switch alert {
    case .note: note
    case .tip: tip
    case .important: important
    case .caution: caution
    case .warning: warning
    }
  }
}
