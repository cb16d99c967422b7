import Testing

@testable import Catalogue

struct LocaleMatcherTests {
  /// A row: what there is; what is wanted; what is found, and how.
  struct Row: Sendable, CustomTestStringConvertible {
    var available: String
    var wanted: String
    var found: String
    var kind: LocaleMatcher.Match.Kind

    init(_ available: String, _ wanted: String, _ found: String, _ kind: LocaleMatcher.Match.Kind) {
      self.available = available
      self.wanted = wanted
      self.found = found
      self.kind = kind
    }

    var testDescription: String { "\(available) ; \(wanted) ; \(found)" }
  }

  /// The locales of the pages that errkb was made for.
  static let corpus = "de-DE es-ES en-US fr-FR it-IT ja-JP ko-KR pt-BR ru-RU zh-CN zh-TW"

  static let rows = [
    // For each wanted tag: exact, look-up, filtering.
    Row("fr-FR fr fr-CA", "fr-CA", "fr-CA", .exact),
    Row("fr-FR fr", "fr-CA", "fr", .lookup),
    Row("fr-FR fr", "fr", "fr", .exact),
    Row(corpus, "fr", "fr-FR", .filter),
    // Likely region first, then alphabetical.
    Row("fr-BE fr-CA fr-FR", "fr", "fr-FR", .filter),
    Row("fr-CH fr-BE fr-CA", "fr", "fr-BE", .filter),
    Row("pt-PT pt-BR", "pt", "pt-BR", .filter),
    Row("es-419 es-ES es-MX", "es", "es-ES", .filter),
    Row("en-AU en-GB en-US", "en", "en-US", .filter),
    // Another region of the language comes before another language.
    Row(corpus, "de-AT", "de-DE", .filter),
    Row("de de-DE en-US", "de-AT", "de", .lookup),
    Row("de-AT-1996 de-DE", "de-AT", "de-AT-1996", .filter),
    Row("de-CH de-DE en-US", "de-AT", "de-DE", .filter),
    Row(corpus, "pt-PT", "pt-BR", .filter),
    Row(corpus, "pt-AO", "pt-BR", .filter),
    Row("pt-BR pt-PT", "pt-PT", "pt-PT", .exact),
    Row("en-GB fr-FR", "en-AU", "en-GB", .filter),
    // A list: the second only after all of the first, the default only after the whole list.
    Row("fr-FR en-US", "fr-CA fr", "fr-FR", .filter),
    Row("fr-FR de-DE en-US", "de fr", "de-DE", .filter),
    Row("fr-FR de en-US", "fr de", "fr-FR", .filter),
    Row(corpus, "sv nl ja", "ja-JP", .filter),
    Row(corpus, "sv nl", "en-US", .default),
    // The default is matched like a wanted tag; any is the alphabetically first.
    Row("en fr-FR", "sv", "en", .default),
    Row("en-GB fr-FR", "sv", "en-GB", .default),
    Row("zh-TW fr-FR de-DE", "sv", "de-DE", .any),
    Row(corpus, "", "en-US", .default),
    Row("ja-JP fr-FR", "", "fr-FR", .any),
    // Asked for by name, the default is wanted.
    Row(corpus, "en-US", "en-US", .exact),
    Row(corpus, "sv en", "en-US", .filter),
    // Script before region.
    Row(corpus, "zh-HK", "zh-TW", .filter),
    Row(corpus, "zh-MO", "zh-TW", .filter),
    Row(corpus, "zh-Hant-HK", "zh-TW", .filter),
    Row("zh-CN en-US", "zh-HK", "en-US", .default),
    Row("zh-CN en-US", "zh-TW", "en-US", .default),
    Row("zh-CN fr-FR", "zh-HK", "fr-FR", .any),
    Row("zh-CN", "zh-HK", "zh-CN", .any),
    Row("zh-CN zh-TW he", "zh-Hant-HK", "zh-TW", .filter),
    Row("zh-Hant zh-Hans en", "zh-HK", "zh-Hant", .lookup),
    Row("zh-Hant-HK zh-TW", "zh-HK", "zh-Hant-HK", .lookup),
    Row("zh-MO zh-TW", "zh-HK", "zh-TW", .filter),
    Row(corpus, "zh", "zh-CN", .filter),
    Row(corpus, "zh-SG", "zh-CN", .filter),
    Row("zh-TW en-US", "zh", "en-US", .default),
    // Look-up never crosses a script.
    Row("sr en-US", "sr-Latn", "en-US", .default),
    Row("sr-Cyrl-RS en-US", "sr-Latn", "en-US", .default),
    Row("zh en-US", "zh-HK", "en-US", .default),
    Row("zh en-US", "zh-Hant", "en-US", .default),
    Row("sr en-US", "sr-ME", "en-US", .default),
    Row("sr-Latn-RS en-US", "sr", "en-US", .default),
    Row("az en-US", "az-IR", "en-US", .default),
    // A likely script may be left out, on either side.
    Row(corpus, "zh-Hant", "zh-TW", .filter),
    Row(corpus, "zh-Hans", "zh-CN", .filter),
    Row(corpus, "zh-Hans-CN", "zh-CN", .lookup),
    Row("sr en-US", "sr-Cyrl", "sr", .lookup),
    Row("sr en-US", "sr-Cyrl-BA", "sr", .lookup),
    Row("sr-Cyrl en-US", "sr-RS", "sr-Cyrl", .lookup),
    Row("sr-Latn en-US", "sr-ME", "sr-Latn", .lookup),
    Row("fr-FR en-US", "fr-Latn", "fr-FR", .filter),
    Row("fr-Latn-FR en-US", "fr", "fr-Latn-FR", .filter),
    // Of two that mean the same, the one written as the wanted one is.
    Row("sr-Cyrl sr", "sr-RS", "sr", .lookup),
    Row("sr sr-Cyrl", "sr-Cyrl-RS", "sr-Cyrl", .lookup),
    Row("zh-Hans zh", "zh-Hans-CN", "zh-Hans", .lookup),
    // Singletons go with what follows them.
    Row("de-DE-u de-DE en", "de-DE-u-co-phonebk", "de-DE", .lookup),
    Row("zh-Hant-CN-x zh-Hant-CN", "zh-Hant-CN-x-private1-private2", "zh-Hant-CN", .lookup),
    Row(
      "zh-Hant-CN-x-private1 zh-Hant", "zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1",
      .lookup),
    Row("qqx en-US", "qqx-x-a", "qqx", .lookup),
    Row("fr-FR en-US", "fr-x-a-b", "fr-FR", .filter),
    // Only whole subtags count.
    Row("fra-FR en-US", "fr", "en-US", .default),
    Row("fil en-US", "fi", "en-US", .default),
    // Private use and languages of which nothing is known.
    Row("x-a en-US", "x-a", "x-a", .exact),
    Row("x-ab en-US", "x-a", "en-US", .default),
    Row("qqx en-US", "qqx-AA", "qqx", .lookup),
    Row("qqx-BB en-US", "qqx-AA", "qqx-BB", .filter),
    Row("he-IL en-US", "iw", "he-IL", .filter),
    Row("nb-NO en-US", "no", "nb-NO", .filter),
  ]

  @Test(arguments: rows)
  func finds(row: Row) {
    let match = LocaleMatcher.match(
      wanted: row.wanted.split(separator: " ").compactMap { LocaleTag(String($0)) },
      available: row.available.split(separator: " ").map { LocaleTag(canonical: String($0)) },
      default: LocaleTag(canonical: "en-US"))
    #expect(match?.locale.text == row.found)
    #expect(match?.kind == row.kind)
  }

  @Test(arguments: rows)
  func doesNotDependOnTheOrderOfWhatThereIs(row: Row) {
    let available = row.available.split(separator: " ").map { LocaleTag(canonical: String($0)) }
    let match = LocaleMatcher.match(
      wanted: row.wanted.split(separator: " ").compactMap { LocaleTag(String($0)) },
      available: available.reversed(), default: LocaleTag(canonical: "en-US"))
    #expect(match?.locale.text == row.found)
  }

  @Test func findsNothingAmongNothing() {
    let english = LocaleTag(canonical: "en-US")
    #expect(LocaleMatcher.match(wanted: [english], available: [], default: english) == nil)
  }

  @Test func announcesTheDefaultAndAnyOnly() {
    let locale = LocaleTag(canonical: "fr")
    for kind in [LocaleMatcher.Match.Kind.exact, .lookup, .filter] {
      #expect(LocaleMatcher.Match(locale: locale, kind: kind).isWanted)
    }
    for kind in [LocaleMatcher.Match.Kind.default, .any] {
      #expect(!LocaleMatcher.Match(locale: locale, kind: kind).isWanted)
    }
  }
}
