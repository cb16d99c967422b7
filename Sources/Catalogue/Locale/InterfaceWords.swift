package import Markup

/// The words of the interface in the reader's language, where errkb has them, else in English.
///
/// They come from `interface.txt`, whose bytes are searched when a word is asked for. Only what a
/// person reads is translated: what other programs rely on never goes through here.
package struct InterfaceWords: Sendable {
  /// What can be said; the name is the key in the data.
  package enum Key: String, Sendable, CaseIterable {
    /// The language's name for itself.
    case languageName

    /// A label before what it labels: takes `label` and `text`.
    case labelled

    // Headings, by the role of a section.
    case details, symptom, explanation, cause, userAction, example, prevention, question, remarks
    case seeAlso, other

    // What leads an alert, by its kind.
    case note, tip, important, caution, warning

    // What is known of an event.
    case message, severity, logged, notLogged, state, states, symbolicName, productName, component
    case eventID, eventSource

    // What is known of a page.
    case languages, sourceFile, origin, license, line, lines
    // What kind it is, by the name of the kind.
    case reference, guide, thread
    /// Headings over several of them.
    case guides, replies
    /// The guides and threads that there are in another language.
    case otherLanguages

    // What speaks for a fix; the outcomes by their names.
    /// Takes `number`.
    case replyNumber
    case worked, didNotWork, partly

    case humanTranslation, machineTranslation, behindSource

    // Notices, with words in braces to be replaced.
    /// Takes `asked`, `served` and `list`.
    case fallbackNotice
    /// The same of many events: takes `count`, `asked` and `served`.
    case fallbacksNotice
    /// Takes `asked` and `list`.
    case missingNotice
    /// Takes `id`.
    case unknownNotice
    /// Takes `id` and `list`.
    case nearNotice
    /// Takes `id` and `source`.
    case unknownInSourceNotice
    /// Takes `role` and `list`.
    case unknownSectionNotice
    /// Takes `state`.
    case unknownStateNotice
    /// The translation lags behind its source as a whole.
    case driftNotice
    /// Single sections of it do: takes `sections`.
    case driftInNotice

    // What a search came to.
    /// Take `count` and `locale`; the second of both is for one event.
    case foundInLocale, foundOneInLocale
    /// Take `count`; the second is for one event.
    case found, foundOne
    /// Takes `shown`, `count` and `locale`.
    case shownInLocale
    /// Takes `shown` and `count`.
    case shown
    /// Takes `count`.
    case moreInOtherLanguages
    /// Takes `query`.
    case nothingFoundNotice
    /// What follows the notice that nothing was found: takes `query`.
    case suggestionNotice
    /// Takes `asked`.
    case searchFallbackNotice
    case emptySearchNotice

    // What is said of logs.
    /// Standard input is a terminal: the text is to be pasted.
    case pasteNotice
    /// A log has no error that the catalogue knows.
    case noErrorNotice
    /// Takes `list`, of numbers.
    case notInCatalogueNotice
    /// A log that is followed was cut off or replaced: takes `file`.
    case readAnewNotice
    /// A log that is to be followed is not there yet: takes `file`.
    case awaitedNotice

    // What is known of a code.
    case codeParts, codeWraps, codeSameAs, codeEvents
    case codeSuccess, codeInformational, codeWarning, codeFailure, codeCustomer
    /// Takes `number`.
    case codeNumber
    /// Takes `code`.
    case unknownCodeNotice

    // What the site says of itself and of its pages.
    case siteTitle, siteText
    case coverageText, moved
    /// Takes `source`.
    case listTitle
    /// Takes `count` and `source`.
    case listText
    /// What the picture of the coverage shows: takes `source`, `locale`, `present`, `drifted` and
    /// `missing`.
    case coverageCell

    /// The heading of the names in a man page, a word that `mandb` knows.
    case manName

    /// The heading of sentences in which one page names another event.
    case mentions
    /// The heading of those in which the event's own page or another sets an event beside it.
    case confusedWith

    // What stands around the pages of the site.
    case skipToContent, home, position, search, searchHint, searchNeedsScript
    case onThisPage, language, noPage, evidence, meaning, onlyMessage
    case copy, copied, notCopied, code, table
    case sources, events, pages, messages, filter, all
    case coverage, present, drifted, missing
    case notFound

    /// The pattern of a date; `InterfaceWords.date(_:)` fills it in.
    case date
  }

  /// The locale of the words, as its section is tagged.
  package let locale: LocaleTag
  private let words: DataTable

  /// The words for a reader of that locale, found as a page would be.
  package static func `for`(_ locale: LocaleTag) -> InterfaceWords {
    let match = LocaleMatcher.match(wanted: [locale], available: locales, default: english.locale)
    return languages.first { $0.locale == match?.locale } ?? english
  }

  /// The locales that there are words for.
  package static let locales: [LocaleTag] = languages.map(\.locale)

  private static let languages = DataTable(PackageResources.interface_txt).sections.map {
    InterfaceWords(locale: LocaleTag(canonical: $0.name), words: $0)
  }

  /// The words that stand in for those that a language lacks: the first section has every one.
  package static let english = languages[0]
}

extension InterfaceWords {
  /// The words for a key.
  package subscript(key: Key) -> String { word(key.rawValue) }

  /// The heading of a section that has none of its own; a role's name is its key.
  package subscript(role role: Role) -> String { word(role.rawValue) }

  /// What leads an alert; the name of its kind is its key.
  package subscript(alert kind: Document.Alert) -> String { word(kind.name) }

  /// The word for a kind of page; its name is its key.
  package subscript(kind kind: Page.Kind) -> String { word(kind.rawValue) }

  /// What a reply says came of it; nil where it says nothing.
  package subscript(outcome outcome: Page.Outcome) -> String? {
    outcome == .notSaid ? nil : word(outcome.rawValue)
  }

  /// A label before its text: `Note: …`, in French `Remarque : …`.
  package func labelled(_ label: String, _ text: String) -> String {
    notice(.labelled, ["label": label, "text": text])
  }

  /// What stands between a label and its text, for those who write the two apart.
  package var colon: String { labelled("", "") }

  private func word(_ name: String) -> String { words[name] ?? Self.english.words[name] ?? name }

  /// A notice with its words in braces replaced: `["asked": "fr", "list": "en-US, ja-JP"]`.
  ///
  /// What is put in is not looked at again, so braces in it stay.
  package func notice(_ key: Key, _ values: KeyValuePairs<String, String>) -> String {
    var rest = Array(self[key].utf8)[...]
    var text: [UInt8] = []
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = rest[open..<close].dropFirst()
      text += rest[..<open]
      if let value = values.first(where: { name.elementsEqual($0.key.utf8) })?.value {
        text += value.utf8
      } else {
        text += rest[open...close]
      }
      rest = rest[close...].dropFirst()
    }
    return String(decoding: text + rest, as: UTF8.self)
  }

  /// The notice that an answer is not in a locale that was asked for.
  package func fallbackNotice(for answer: Answer) -> String {
    notice(
      .fallbackNotice,
      [
        "asked": answer.requested.map(\.text).joined(separator: ", "),
        "served": answer.locale.text,
        "list": answer.locales.map(\.text).joined(separator: ", "),
      ])
  }

  /// A day as the language writes it in figures: `30/01/2021`, `2021/1/30`.
  package func date(_ date: CalendarDate) -> String {
    var text: [UInt8] = []
    let pattern = Array(self[.date].utf8)
    var index = 0
    while index < pattern.count {
      let letter = pattern[index]
      let width = pattern[index...].prefix { $0 == letter }.count
      switch letter {
      case UInt8(ascii: "Y"): Self.append(date.year, width: width, to: &text)
      case UInt8(ascii: "M"): Self.append(date.month, width: width, to: &text)
      case UInt8(ascii: "D"): Self.append(date.day, width: width, to: &text)
      default: text.append(contentsOf: pattern[index..<index + width])
      }
      index += width
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ number: Int, width: Int, to text: inout [UInt8]) {
    let digits = String(number).utf8
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, width - digits.count)))
    text.append(contentsOf: digits)
  }
}
