package import Catalogue
internal import Index
package import Render

/// What `errkb search` was asked for, checked, whoever read the command line.
package struct SearchRequest: Sendable, Hashable {
  /// How results are written.
  package enum Format: String, Sendable, CaseIterable { case text, json }

  /// The words, as typed; at least one.
  package var words: [String]
  /// The list of language tags as typed; nil leaves it to the environment.
  package var languages: String?
  /// Nothing but sections with this role.
  package var role: Role?
  /// The most results.
  package var limit: Int
  package var format: Format
  /// Whether what is in another language is no answer.
  package var isLanguageStrict: Bool
  /// The catalogue's path as typed.
  package var catalogue: String?
  package var color: ColorChoice

  /// How many results there are where nobody says.
  package static let usualLimit = 10

  package init(
    words: [String], languages: String? = nil, role: Role? = nil, limit: Int = usualLimit,
    format: Format = .text, isLanguageStrict: Bool = false, catalogue: String? = nil,
    color: ColorChoice = .auto
  ) {
    self.words = words
    self.languages = languages
    self.role = role
    self.limit = limit
    self.format = format
    self.isLanguageStrict = isLanguageStrict
    self.catalogue = catalogue
    self.color = color
  }
}

extension SearchRequest {
  /// What the catalogue is asked for a reader of some languages.
  func options(wanted: [LocaleTag]) -> SearchOptions {
    SearchOptions(
      query: words.joined(separator: " "), wanted: wanted,
      isAnyLocale: languages != nil && wanted.isEmpty, isStrict: isLanguageStrict, role: role,
      limit: limit, countsOthers: format == .text)
  }
}
