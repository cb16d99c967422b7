import Catalogue
import Testing

struct LocaleNamesTests {
  /// The names of locales that are given with blanks between them, in that order.
  private func names(_ locales: String, default fallback: String = "en-US") -> String {
    let tags = locales.split(separator: " ").map { LocaleTag(canonical: String($0)) }
    let names = LocaleNames(tags, default: LocaleTag(canonical: fallback))
    return tags.map { names.name(of: $0) }.map { $0.isEmpty ? "." : $0 }.joined(separator: " ")
  }

  @Test(arguments: [
    ("en-US fr-FR de-DE ja-JP", ". fr de ja"),
    // A territory only where it tells languages or scripts apart.
    ("zh-CN zh-TW pt-BR pt-PT", "zh_CN zh_TW pt_BR pt"),
    ("zh-Hans zh-Hant zh-HK zh", "zh_CN@zhhans zh_TW zh_HK zh_CN"),
    ("pt-AO", "pt"),
    ("pt-BR", "pt_BR"),
    // Of two of one language the one of the likely region speaks for all.
    ("fr-CA fr-FR fr-BE", "fr_CA fr fr_BE"),
    ("fr-CA fr-BE", "fr_CA fr"),
    ("fr fr-FR", "fr fr_FR"),
    ("es-419", "es"),
    ("es-419 es-ES", "es_419 es"),
    // Scripts and variants are modifiers.
    ("sr sr-Latn", "sr sr@latin"),
    ("sr-Latn-RS sr-Cyrl-RS", "sr@latin sr"),
    ("sr-Latn-RS sr-Latn-ME", "sr@latin sr_ME@latin"),
    ("uz-Cyrl-UZ", "uz@cyrillic"),
    ("ca-ES ca-ES-valencia", "ca ca@valencia"),
    // The default speaks for its language.
    ("en-GB en-US", "en_GB ."),
    ("x-klingon", "x@klingon"),
  ])
  func areThoseByWhichManLooks(locales: String, expected: String) {
    #expect(names(locales) == expected)
  }

  @Test func defaultLocaleNeedsNoName() {
    #expect(names("fr-FR fr-CA en-US", default: "fr-FR") == ". fr_CA en")
  }

  @Test func withoutADefaultEachHasOne() {
    let tags = ["en-US", "en-GB", "fr-CA"].map { LocaleTag(canonical: $0) }
    let names = LocaleNames(tags)
    #expect(tags.map { names.name(of: $0) } == ["en", "en_GB", "fr"])
  }
}
