package import Diagnostics
internal import Markup

/// What the words of error pages mean in every language: headings, labels, yes and no, and what
/// event IDs look like.
///
/// The words are data, in `Data/*.yml`; each file is read once, when first needed. A configuration
/// adds its own, which come first.
package struct Vocabulary: Sendable {
  /// The vocabulary without a configuration.
  package static let shared = Vocabulary(adding: Configuration())

  /// The language that translations are made from: its words are understood in pages of any.
  private static let sourceLanguage = LocaleTag(canonical: "en")

  private let sources: SourceShapes
  private let headings: RoleWords

  private init(adding configuration: Configuration) {
    sources = SourceShapes(configuration.sources)
    headings = RoleWords(configuration.headings)
  }

  /// This vocabulary with the words of a configuration.
  package func adding(_ configuration: Configuration) -> Vocabulary {
    Vocabulary(adding: configuration)
  }

  /// What is wrong with the program's own data: nothing, and a test says so.
  package static var diagnostics: [Diagnostic] {
    SourceShapes.standard.diagnostics + RoleWords.standard.diagnostics
      + DetailsWords.standard.diagnostics + ReportVocabulary.standard.diagnostics
  }
}

extension Vocabulary {
  /// The role of the sections with an anchor, which is an English slug in every language.
  package func role(forAnchor anchor: String) -> Role? {
    RoleWords.standard.role(forAnchor: anchor)
  }

  /// The role that a heading's text tells, in the page's language or else in English.
  package func role(forHeading heading: String, locale: LocaleTag) -> Role? {
    let word = FoldedWord(heading)
    return headings.role(forHeading: word, locale: locale)
      ?? RoleWords.standard.role(forHeading: word, locale: locale)
      ?? headings.role(forHeading: word, locale: Self.sourceLanguage)
      ?? RoleWords.standard.role(forAnchor: Slug.of(word.text))
  }

  /// The field that a label of the details table names, in the page's language or else in English.
  package func detailsField(forLabel label: String, locale: LocaleTag) -> DetailsField? {
    let word = FoldedWord(label)
    return DetailsWords.standard.field(forLabel: word, locale: locale)
      ?? DetailsWords.standard.field(forLabel: word, locale: Self.sourceLanguage)
  }

  /// Whether a cell says that there is nothing to say: it is empty, or `N/A` in some language.
  package func isAbsent(_ word: String) -> Bool {
    DetailsWords.standard.isAbsent(FoldedWord(word))
  }

  /// How many bytes a text may have that says so, without white space to fold.
  var longestAbsent: Int { DetailsWords.standard.longestAbsent }

  /// What a word for yes or no means, in any language.
  package func logged(_ word: String) -> Bool? {
    DetailsWords.standard.logged(FoldedWord(word))
  }

  /// Whether a word heads the column with the states of an error, in any language.
  package func isStateHeading(_ heading: String) -> Bool {
    DetailsWords.standard.isState(FoldedWord(heading))
  }

  /// Whether a word of a file name says that the number beside it is an event's.
  package func isEventWord(_ word: String) -> Bool {
    DetailsWords.standard.isEventWord(FoldedWord(word))
  }

  /// The source whose event IDs look like this one; none for a bare number.
  package func source(forID id: String) -> String? {
    let bytes = Array(id.utf8)
    return sources.source(forID: bytes) ?? SourceShapes.standard.source(forID: bytes)
  }

  /// Whether a word could be an event ID: a number of at most ten digits, with or without a minus
  /// sign, or what the IDs of some source look like.
  package func isEventIDShape(_ word: String) -> Bool {
    let digits = word.utf8.first == UInt8(ascii: "-") ? word.utf8.dropFirst() : word.utf8[...]
    if (1...10).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      return true
    }
    return source(forID: word) != nil
  }
}
