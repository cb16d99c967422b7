internal import Diagnostics
internal import Markup

/// What the words of reports from the field say: outcomes, what was tried, where, and what a fix
/// tells to do.
///
/// The words are data, in `Data/reports.yml`, read when first asked for.
struct ReportVocabulary: Sendable {
  /// What a phrase says came of something, or that a sentence with it says nothing.
  enum Verdict: Sendable {
    case outcome(Page.Outcome)
    case doubt
    case negation
    case trial
  }

  /// What a word is worth when fixes are compared.
  enum Role: Sendable {
    case empty
    /// What many fixes have, by a number that those for one thing share.
    case weak(UInt32)
    /// What a fix is about, by a number that the words for it share.
    case thing(UInt32)
    /// Begins a condition.
    case condition
    /// The number of what it tells to do.
    case action(Int)
  }

  private(set) var diagnostics: [Diagnostic] = []
  private(set) var verdicts = PhraseTable<Verdict>()
  private(set) var places = PhraseTable<Void>()
  private(set) var editions = PhraseTable<Void>()
  private(set) var roles = PhraseTable<Role>()
  private var headings = PhraseTable<Void>()

  /// What the program knows by itself.
  static let standard = ReportVocabulary(PackageResources.reports_yml, path: "reports.yml")

  init(_ bytes: [UInt8], path: String) {
    var reader = SettingsReader(path: path)
    // Of equal phrases the first counts, so what a word does comes before what it is worth.
    for part in reader.entries(ofFile: bytes) {
      switch part.key {
      case "replies": addLocal(part, &reader) { $0.headings.add($1, ()) }
      case "worked": addLocal(part, &reader) { $0.verdicts.add($1, .outcome(.worked)) }
      case "didNotWork": addLocal(part, &reader) { $0.verdicts.add($1, .outcome(.didNotWork)) }
      case "partly": addLocal(part, &reader) { $0.verdicts.add($1, .outcome(.partly)) }
      case "doubts": addLocal(part, &reader) { $0.verdicts.add($1, .doubt) }
      case "negations": addLocal(part, &reader) { $0.verdicts.add($1, .negation) }
      case "trials": addLocal(part, &reader) { $0.verdicts.add($1, .trial) }
      case "environment": addLocal(part, &reader) { $0.places.add($1, ()) }
      case "editions": add(reader.placedWords(of: part), &reader) { $0.editions.add($1, ()) }
      case "actions": addActions(part, &reader)
      case "conditions": addLocal(part, &reader) { $0.roles.add($1, .condition) }
      case "things": addGroups(part, &reader) { .thing($0) }
      case "weak": addGroups(part, &reader) { .weak($0) }
      case "empty": addLocal(part, &reader) { $0.roles.add($1, .empty) }
      default:
        reader.reportUnknown(
          "key", part,
          known: [
            "replies", "worked", "didNotWork", "partly", "doubts", "negations", "trials",
            "environment", "editions", "actions", "things", "conditions", "weak", "empty",
          ])
      }
    }
    diagnostics = reader.diagnostics
  }

  /// Whether a heading says that replies stand under it; a number behind it does not matter.
  func isReplies(_ heading: String) -> Bool {
    var words = ReportWords(heading).words
    while let last = words.last, last.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      words.removeLast()
    }
    return !words.isEmpty && headings.match(words, at: 0)?.words.upperBound == words.count
  }

  /// Phrases by language.
  private mutating func addLocal(
    _ part: YAMLValue.Entry, _ reader: inout SettingsReader,
    _ body: (inout ReportVocabulary, String) -> Bool
  ) {
    for language in reader.entries(of: part) {
      add(reader.placedWords(of: language), &reader, body)
    }
  }

  private mutating func add(
    _ words: [(text: String, position: SourcePosition)], _ reader: inout SettingsReader,
    _ body: (inout ReportVocabulary, String) -> Bool
  ) {
    for word in words where !body(&self, word.text) {
      reader.report("'\(word.text)' is too short a beginning", at: word.position)
    }
  }

  /// Lists of words for one thing each, which is known by the hash of its first word.
  private mutating func addGroups(
    _ part: YAMLValue.Entry, _ reader: inout SettingsReader, _ role: (UInt32) -> Role
  ) {
    for group in part.value.elements ?? [] {
      let placed = (group.elements ?? []).compactMap { value in
        value.string.map { (text: $0, position: value.position) }
      }
      guard let name = placed.first?.text else { continue }
      let role = role(SignFinder.hash(name.utf8))
      add(placed, &reader) { $0.roles.add($1, role) }
    }
  }

  /// Pairs of opposites, each a list of words or empty.
  private mutating func addActions(_ part: YAMLValue.Entry, _ reader: inout SettingsReader) {
    for (number, pair) in (part.value.elements ?? []).enumerated() {
      for (side, words) in (pair.elements ?? []).enumerated() where side < 2 {
        let placed = (words.elements ?? []).compactMap { value in
          value.string.map { (text: $0, position: value.position) }
        }
        add(placed, &reader) { $0.roles.add($1, .action(2 * number + side)) }
      }
    }
  }
}
