internal import Diagnostics
internal import Markup

/// The words of details tables, message lists and tables of states.
struct DetailsWords: Sendable {
  private(set) var diagnostics: [Diagnostic] = []
  private var labels = LocalWords<DetailsField>()
  private var absent: Set<FoldedWord> = []
  /// How many bytes a text may have, without white space to fold, that says that there is nothing:
  /// folding makes one byte of three at most.
  private(set) var longestAbsent = 0
  private var logged: [FoldedWord: Bool] = [:]
  private var states: Set<FoldedWord> = []
  private var eventWords: Set<FoldedWord> = []

  /// What the program knows by itself; read when first asked for.
  static let standard = DetailsWords(PackageResources.details_yml, path: "details.yml")

  init(_ bytes: [UInt8], path: String) {
    var reader = SettingsReader(path: path)
    for part in reader.entries(ofFile: bytes) {
      switch part.key {
      case "labels":
        for locale in reader.entries(of: part) { readLabels(of: locale, &reader) }
      case "absent":
        absent = Set(reader.words(of: part).map { FoldedWord($0) })
        longestAbsent = 3 * (absent.map(\.text.utf8.count).max() ?? 0)
      case "logged":
        for answer in reader.entries(of: part) {
          for word in reader.words(of: answer) { logged[FoldedWord(word)] = answer.key == "yes" }
        }
      case "states":
        states = Set(reader.words(of: part).map { FoldedWord($0) })
      case "eventWords":
        eventWords = Set(reader.words(of: part).map { FoldedWord($0) })
      default:
        reader.reportUnknown(
          "key", part, known: ["labels", "absent", "logged", "states", "eventWords"])
      }
    }
    diagnostics = reader.diagnostics
  }

  private mutating func readLabels(of locale: YAMLValue.Entry, _ reader: inout SettingsReader) {
    for list in reader.entries(of: locale) {
      guard let field = DetailsField(rawValue: list.key) else {
        reader.reportUnknown("field", list, known: DetailsField.allCases.map(\.rawValue))
        continue
      }
      for label in reader.words(of: list) { labels.add(label, field, locale: locale.key) }
    }
  }

  func field(forLabel label: FoldedWord, locale: LocaleTag) -> DetailsField? {
    labels.meaning(of: label, locale: locale)
  }

  func isAbsent(_ word: FoldedWord) -> Bool { word.text.isEmpty || absent.contains(word) }

  func logged(_ word: FoldedWord) -> Bool? { logged[word] }

  func isEventWord(_ word: FoldedWord) -> Bool { eventWords.contains(word) }

  func isState(_ word: FoldedWord) -> Bool { states.contains(word) }
}
