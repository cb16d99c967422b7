/// What the file `errkb.yml` of a content folder says; all of it is optional.
package struct Configuration: Sendable, Hashable {
  /// A product whose errors the folder is about.
  package struct Source: Sendable, Hashable {
    /// As pages and commands name it: `MSSQLSERVER`.
    package var name: String
    /// As readers know it: `SQL Server`.
    package var title: String?
    /// What its event IDs look like.
    package var ids: [IDShape]

    package init(name: String, title: String? = nil, ids: [IDShape] = []) {
      self.name = name
      self.title = title
      self.ids = ids
    }
  }

  /// Words that head sections of a role in one language.
  package struct Headings: Sendable, Hashable {
    /// The language tag as written.
    package var locale: String
    package var role: Role
    package var words: [String]

    package init(locale: String, role: Role, words: [String]) {
      self.locale = locale
      self.role = role
      self.words = words
    }
  }

  package var sources: [Source] = []
  /// The language tag of pages that do not say theirs, as written.
  package var defaultLocale: String?
  /// Words that stay as they are in every translation.
  package var noTranslate: [String] = []
  /// Where the site will stand, without a slash at the end.
  package var baseURL: String?
  /// Where the files of the folder can be read, without a slash at the end.
  package var sourceURL: String?
  package var headings: [Headings] = []
  /// What is not content.
  package var exclude: [PathPattern] = []

  package init() {}

  /// Whether a file, given relative to the content folder, is to be left out.
  package func excludes(_ path: String) -> Bool {
    exclude.contains { $0.matches(path) }
  }
}
