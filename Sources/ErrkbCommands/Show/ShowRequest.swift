package import Catalogue
package import Render

/// What `errkb show` was asked for, checked, whoever read the command line.
package struct ShowRequest: Sendable, Hashable {
  /// How an answer is written.
  package enum Format: String, Sendable, CaseIterable {
    case text, markdown, html, json, man

    /// Whether an empty line stands between two answers.
    var separatesAnswers: Bool { self == .text || self == .markdown }
  }

  /// Event IDs, names with their source or symbolic names, as typed; at least one.
  package var names: [String]
  /// The list of language tags as typed; nil leaves it to the environment.
  package var languages: String?
  /// Nothing but this source.
  package var source: String?
  /// Nothing but sections with this role.
  package var section: Role?
  /// The error state that is asked about.
  package var state: Int?
  package var format: Format
  /// In columns; nil leaves it to the terminal.
  package var width: Int?
  package var usesPager: Bool
  /// Whether a page in another language is no answer.
  package var isLanguageStrict: Bool
  /// The catalogue's path as typed.
  package var catalogue: String?
  package var color: ColorChoice
  /// Whether what to do is all that is wanted, as `errkb fixes` prints it.
  package var isFixesOnly = false

  package init(
    names: [String], languages: String? = nil, source: String? = nil, section: Role? = nil,
    state: Int? = nil, format: Format = .text, width: Int? = nil, usesPager: Bool = true,
    isLanguageStrict: Bool = false, catalogue: String? = nil, color: ColorChoice = .auto
  ) {
    self.names = names
    self.languages = languages
    self.source = source
    self.section = section
    self.state = state
    self.format = format
    self.width = width
    self.usesPager = usesPager
    self.isLanguageStrict = isLanguageStrict
    self.catalogue = catalogue
    self.color = color
  }
}
