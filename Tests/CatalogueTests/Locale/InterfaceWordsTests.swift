import Markup
import Testing

@testable import Catalogue

struct InterfaceWordsTests {
  static let english = InterfaceWords.for(LocaleTag(canonical: "en-US"))

  @Test(arguments: [
    ("fr-FR", "fr"), ("fr", "fr"), ("fr-CA", "fr"), ("de-AT", "de"), ("zh-CN", "zh-CN"),
    ("zh-Hans-SG", "zh-CN"), ("zh", "zh-CN"), ("zh-HK", "zh-TW"), ("zh-Hant", "zh-TW"),
    ("pt", "pt-BR"), ("pt-PT", "pt-BR"), ("iw", "he"), ("ar-SA", "ar"), ("en-GB", "en"),
    ("sv-SE", "en"), ("ru-Latn", "en"), ("x-a", "en"),
  ])
  func speaksTheLanguageOfTheReader(reader: String, words: String) throws {
    #expect(InterfaceWords.for(try #require(LocaleTag(reader))).locale.text == words)
  }

  @Test func says() {
    let french = InterfaceWords.for(LocaleTag(canonical: "fr-FR"))
    #expect(french[.seeAlso] == "Voir aussi")
    #expect(french[.humanTranslation] == "traduction humaine")
    #expect(french[role: .userAction] == "Que faire")
    #expect(french[alert: .caution] == "Attention")
    #expect(french.labelled("Remarque", "x") == "Remarque\u{A0}: x")
    #expect(Self.english.colon == ": ")
  }

  @Test(arguments: InterfaceWords.locales)
  func hasEveryWord(locale: LocaleTag) {
    let text = String(decoding: PackageResources.interface_txt, as: UTF8.self)
    let section = text.split(separator: "\n\n").first { $0.hasPrefix("[\(locale.text)]\n") }
    let lines = section?.split(separator: "\n").dropFirst() ?? []
    let keys = lines.map { String($0.prefix { $0 != " " }) }
    #expect(keys.count == Set(keys).count)
    #expect(Set(keys) == Set(InterfaceWords.Key.allCases.map(\.rawValue)))
    #expect(lines.allSatisfy { $0.contains(" = ") && !$0.hasSuffix(" ") })
  }

  @Test(arguments: InterfaceWords.locales)
  func fillsTheSameWordsIntoItsNotices(locale: LocaleTag) {
    let words = InterfaceWords.for(locale)
    #expect(words.locale == locale)
    for key in InterfaceWords.Key.allCases {
      #expect(Self.slots(words[key]) == Self.slots(Self.english[key]), "\(key)")
    }
  }

  private static func slots(_ text: String) -> [Substring] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
      $0.prefix { $0 != "}" }
    }.sorted()
  }

  @Test func hasAWordForEveryRole() {
    for role in Role.allCases {
      #expect(InterfaceWords.Key(rawValue: role.rawValue) != nil)
    }
  }

  @Test func putsValuesIntoNoticesOnce() {
    #expect(
      Self.english.notice(
        .fallbackNotice, ["asked": "{served}", "served": "en-US", "list": "en-US, ja-JP"])
        == "no page in {served}; shown in en-US; there are: en-US, ja-JP")
    #expect(Self.english.notice(.nearNotice, ["id": "7"]) == "no event 7; near it: {list}")
  }

  @Test func saysWhichPageIsShownInstead() {
    let tags = ["fr", "fr-FR", "en-US", "ja-JP"].map { LocaleTag(canonical: $0) }
    let answer = Answer(
      source: "MSVC", id: EventID("C2065"), locale: tags[2], requested: Array(tags[..<2]),
      locales: Array(tags[2...]))
    #expect(
      Self.english.fallbackNotice(for: answer)
        == "no page in fr, fr-FR; shown in en-US; there are: en-US, ja-JP")
  }

  @Test func hasAWordForEveryAlert() {
    for kind in Document.Alert.allCases {
      #expect(InterfaceWords.Key(rawValue: kind.name) != nil)
    }
  }

  @Test(arguments: [
    ("en", "2021-01-05"), ("fr", "05/01/2021"), ("de", "05.01.2021"), ("ja", "2021/01/05"),
    ("zh-CN", "2021/1/5"), ("ko", "2021. 1. 5."), ("pt-BR", "05/01/2021"), ("ru", "05.01.2021"),
    ("sv", "2021-01-05"),
  ])
  func writesDatesAsTheLanguageDoes(locale: String, text: String) throws {
    let date = try #require(CalendarDate(year: 2021, month: 1, day: 5))
    #expect(InterfaceWords.for(LocaleTag(canonical: locale)).date(date) == text)
  }
}
