import Testing

@testable import Catalogue

struct LikelySubtagsTests {
  @Test(arguments: [
    ("zh-CN", "zh-Hans-CN"), ("zh-SG", "zh-Hans-SG"), ("zh", "zh-Hans"), ("zh-TW", "zh-Hant-TW"),
    ("zh-HK", "zh-Hant-HK"), ("zh-MO", "zh-Hant-MO"), ("sr", "sr-Cyrl"), ("sr-ME", "sr-Latn-ME"),
    ("sr-BA", "sr-Cyrl-BA"), ("az", "az-Latn"), ("az-IR", "az-Arab-IR"), ("pa-PK", "pa-Arab-PK"),
    ("uz-AF", "uz-Arab-AF"), ("mn-CN", "mn-Mong-CN"), ("ja", "ja-Jpan"), ("fr-FR", "fr-Latn-FR"),
    ("de-1996", "de-Latn-1996"), ("zh-Latn", "zh-Latn"), ("qqx-AA", "qqx-AA"), ("x-a", "x-a"),
  ])
  func writesOutTheScriptThatIsMeant(text: String, written: String) {
    #expect(LocaleTag(canonical: text).withScript.text == written)
  }

  @Test(arguments: [
    ("fr", nil, "FR"), ("pt", nil, "BR"), ("en", nil, "US"), ("zh", nil, "CN"),
    ("zh", "Hans", "CN"), ("zh", "Hant", "TW"), ("sr", "Latn", "RS"), ("az", "Arab", "IR"),
    ("fr", "Arab", nil), ("qqx", nil, nil),
  ])
  func knowsTheRegionOfMostReaders(language: String, script: String?, region: String?) {
    #expect(LikelySubtags.region(language: language, script: script) == region)
  }

  @Test(arguments: [
    ("fr-FR", true), ("zh-TW", true), ("docs", false), ("errors", false), ("media", false),
    ("sql", false), ("x-fr", false),
  ])
  func tellsLanguagesFromOtherWords(text: String, isKnown: Bool) throws {
    #expect(try #require(LocaleTag(text)).isKnownLanguage == isKnown)
  }

  @Test(arguments: [
    ("ar-SA", true), ("he", true), ("fa-IR", true), ("pa-PK", true), ("pa", false), ("fr", false),
    ("az-Arab", true), ("az", false), ("ar-Latn", false), ("sl-1994", false), ("fa-1994", true),
  ])
  func knowsWhatIsWrittenFromRightToLeft(text: String, isRightToLeft: Bool) {
    #expect(LocaleTag(canonical: text).isRightToLeft == isRightToLeft)
  }

  @Test func hasWellFormedData() throws {
    let text = String(decoding: PackageResources.likely_subtags_txt, as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count > 250)
    #expect(Set(lines.map { $0.prefix { $0 != " " } }).count == lines.count)
    for line in lines {
      let words = line.split(separator: " ").filter { $0 != "=" }
      // Key and value together are a tag of language, script and region.
      let key = try #require(LocaleTag(String(words[0])), "\(line)")
      #expect(key.text == words[0], "\(line)")
      let parts = Set(
        words.dropFirst().map(String.init) + [key.script, key.region].compactMap(\.self))
      let whole = words.count == 3 ? "\(words[0])-\(words[1])-\(words[2])" : nil
      #expect(parts.count == 2, "\(line)")
      #expect(whole.map { LocaleTag($0)?.text == $0 } ?? true, "\(line)")
    }
  }
}
