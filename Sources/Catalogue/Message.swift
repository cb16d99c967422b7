/// One row of a message list: what the product prints for an event in one language.
package struct Message: Sendable, Hashable {
  package var source: String
  package var id: EventID
  package var locale: LocaleTag
  package var severity: Int?
  package var logged: Bool?
  /// The text with its placeholders, white space folded.
  package var text: String
  /// The list's file, relative to the content folder, and the row's line in it.
  package var path: String
  package var line: Int

  package init(
    source: String, id: EventID, locale: LocaleTag, severity: Int?, logged: Bool?, text: String,
    path: String, line: Int
  ) {
    self.source = source
    self.id = id
    self.locale = locale
    self.severity = severity
    self.logged = logged
    self.text = text
    self.path = path
    self.line = line
  }
}
