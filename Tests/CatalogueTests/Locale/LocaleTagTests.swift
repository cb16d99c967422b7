import Testing

@testable import Catalogue

struct LocaleTagTests {
  @Test(arguments: [
    ("FR-fr", "fr-FR"), ("en", "en"), ("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"),
    ("sr-latn-rs", "sr-Latn-RS"), ("ES-419", "es-419"), ("haw-us", "haw-US"),
    // Variants, extensions and private use are in lower case, extensions in order.
    ("sl-ROZAJ-Biske-1994", "sl-rozaj-biske-1994"), ("de-ch-1996", "de-CH-1996"),
    ("DE-de-U-CO-Phonebk", "de-DE-u-co-phonebk"),
    ("en-u-ca-gregory-A-bbb", "en-a-bbb-u-ca-gregory"),
    ("fr-CA-X-Quebec", "fr-CA-x-quebec"), ("X-Whatever", "x-whatever"), ("qqx-X-A", "qqx-x-a"),
    // Codes that were replaced.
    ("iw", "he"), ("iw-il", "he-IL"), ("in-ID", "id-ID"), ("no-NO", "nb-NO"), ("en-UK", "en-GB"),
    ("sh-RS", "sr-Latn-RS"), ("sh-Cyrl", "sr-Cyrl"), ("prs", "fa-AF"), ("fra-CA", "fr-CA"),
    ("zh-yue-HK", "yue-HK"), ("zh-cmn-Hans", "zh-Hans"), ("zh-min-nan", "nan"),
    ("i-klingon", "tlh"), ("en-GB-oed", "en-GB-oxendict"),
  ])
  func putsWellFormedTagsIntoCanonicalForm(text: String, canonical: String) {
    #expect(LocaleTag(text)?.text == canonical)
  }

  @Test(arguments: [
    "", "-", "f", "fr-", "-fr", "fr--FR", "fr_FR", "fr-FR.UTF-8", "fr FR", "français", "1fr",
    "abcdefghi", "en-a", "en-a-b", "en-x", "x", "fr-abcdefghi", "en-1996-1996", "en-a-bb-a-cc",
    "fr-FR-CA", "fr-Latn-Latn", "zh-cmn-yue", "*", "fr-*", "\u{212A}o", "i-unheard",
  ])
  func refusesWhatIsNotWellFormed(text: String) {
    #expect(LocaleTag(text) == nil)
  }

  @Test(arguments: [
    ("en", "en", nil, nil), ("fr-FR", "fr", nil, "FR"), ("zh-Hant-TW", "zh", "Hant", "TW"),
    ("sr-Latn", "sr", "Latn", nil), ("es-419", "es", nil, "419"), ("de-1996", "de", nil, nil),
    ("de-u-co-phonebk", "de", nil, nil), ("en-x-latn-us", "en", nil, nil),
    ("x-latn-us", "x", nil, nil), ("x-419", "x", nil, nil),
  ])
  func tellsItsParts(text: String, language: String, script: String?, region: String?) throws {
    let tag = try #require(LocaleTag(text))
    #expect(tag.language == language)
    #expect(tag.script == script)
    #expect(tag.region == region)
  }

  @Test func ordersByBytes() {
    let tags = ["zh-TW", "de", "zh-CN", "de-AT"].map(LocaleTag.init(canonical:))
    #expect(tags.sorted().map(\.text) == ["de", "de-AT", "zh-CN", "zh-TW"])
  }
}
