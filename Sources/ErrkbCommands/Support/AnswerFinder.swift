internal import Catalogue
internal import Diagnostics
internal import Index

/// Finds the answers that names of events mean, in the best locale there is, and says, on standard
/// error unless told otherwise, what is unknown or in another language.
struct AnswerFinder {
  let reader: CatalogueReader
  let wanted: [LocaleTag]
  /// Nothing but this source.
  let source: String?
  /// Whether a page in another language is no answer.
  let isLanguageStrict: Bool
  /// What is done with a line about what was not found as asked for.
  private let say: (String) -> Void
  /// Whether every name was answered so far.
  private(set) var status = ExitStatus.success

  init(
    _ reader: CatalogueReader, wanted: [LocaleTag], source: String?, isLanguageStrict: Bool = false,
    say: @escaping (String) -> Void = Note.say
  ) {
    self.reader = reader
    self.wanted = wanted
    self.source = source
    self.isLanguageStrict = isLanguageStrict
    self.say = say
  }

  /// The answers about the events that a name means.
  mutating func answers(named name: String) throws(CatalogueError) -> [Answer] {
    let keys = try keys(named: name)
    if keys.isEmpty {
      say(try unknown(name))
      status = .nothing
    }
    var answers: [Answer] = []
    for key in keys {
      guard let found = try reader.answer(for: key, wanted: wanted) else { continue }
      if found.isFallback {
        let words = Self.words(wanted, for: found)
        say("\(found.source)_\(found.id): \(words.fallbackNotice(for: found))")
        if isLanguageStrict {
          status = .nothing
          continue
        }
      }
      answers.append(found)
    }
    return answers
  }

  /// The words of the interface in the language of the reader, else in that of what is read.
  static func words(_ wanted: [LocaleTag], for answer: Answer? = nil) -> InterfaceWords {
    (wanted.first ?? answer?.locale).map { InterfaceWords.for($0) } ?? .english
  }

  /// The events that a name means, of the source that was asked for.
  private func keys(named name: String) throws(CatalogueError) -> [EventKey] {
    let keys = try reader.keys(matching: name)
    guard let source = source?.lowercased() else { return keys }
    return keys.filter { $0.source.lowercased() == source }
  }

  private func unknown(_ name: String) throws(CatalogueError) -> String {
    let words = Self.words(wanted)
    let shown = VisibleText.visible(name)
    if let source, try !reader.keys(matching: name).isEmpty {
      return words.notice(
        .unknownInSourceNotice, ["id": shown, "source": VisibleText.visible(source)])
    }
    let near = try reader.nearest(to: name, limit: 3)
    guard !near.isEmpty else { return words.notice(.unknownNotice, ["id": shown]) }
    let isOneSource = Set(near.map(\.source)).count == 1
    let list = near.map { isOneSource ? $0.id.text : $0.description }.joined(separator: ", ")
    return words.notice(.nearNotice, ["id": shown, "list": list])
  }
}
