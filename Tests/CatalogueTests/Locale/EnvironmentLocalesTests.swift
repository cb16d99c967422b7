import Testing

@testable import Catalogue

struct EnvironmentLocalesTests {
  @Test(
    arguments: [
      ([:], []),
      (["LANG": ""], []),
      (["LANG": "fr_FR.UTF-8"], ["fr-FR"]),
      // The first that is set and not empty.
      (["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "de_DE"], ["de-DE"]),
      (["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "de_DE", "LC_ALL": "ja_JP.eucJP"], ["ja-JP"]),
      (["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "", "LC_ALL": ""], ["fr-FR"]),
      // LANGUAGE replaces the others, where one of them is set and is not C or POSIX.
      (["LANG": "fr_FR.UTF-8", "LANGUAGE": "de:es_MX::de"], ["de", "es-MX"]),
      (["LANG": "fr_FR.UTF-8", "LANGUAGE": ""], ["fr-FR"]),
      (["LANGUAGE": "fr"], []),
      (["LANGUAGE": "fr", "LANG": "C"], []),
      (["LANGUAGE": "fr", "LANG": "POSIX"], []),
      (["LANGUAGE": "fr", "LANG": "de_DE", "LC_ALL": "C"], []),
      (["LANGUAGE": "fr", "LC_MESSAGES": "en_US"], ["fr"]),
      // C.UTF-8 names no language, but it is not C.
      (["LANG": "C.UTF-8"], []),
      (["LANG": "C.UTF-8", "LANGUAGE": "fr"], ["fr"]),
      // Nothing comes after the untranslated text.
      (["LANG": "fr_FR", "LANGUAGE": "sv:C:fr"], ["sv"]),
      // What is no locale's name is passed over.
      (["LANG": "/usr/lib/locale/fr"], []),
      (["LANG": "fr_FR", "LANGUAGE": "é:de"], ["de"]),
    ] as [([String: String], [String])])
  func readsTheVariablesAsGettextDoes(environment: [String: String], wanted: [String]) {
    #expect(EnvironmentLocales.wanted { environment[$0] }.map(\.text) == wanted)
  }

  @Test(arguments: [
    ("fr_FR.UTF-8", "fr-FR"), ("fr_FR@euro", "fr-FR"), ("fr_FR.ISO-8859-15@euro", "fr-FR"),
    ("zh_TW.Big5", "zh-TW"), ("sr_RS@latin", "sr-Latn-RS"), ("sr_RS.UTF-8@latin", "sr-Latn-RS"),
    ("sr@latin", "sr-Latn"), ("uz_UZ@cyrillic", "uz-Cyrl-UZ"), ("ks_IN@devanagari", "ks-Deva-IN"),
    ("ca_ES@valencia", "ca-ES-valencia"), ("tt_RU@iqtelif", "tt-Latn-RU"), ("iw_IL", "he-IL"),
    ("no_NO", "nb-NO"), ("haw_US", "haw-US"), ("es_419", "es-419"), ("zh_Hant_TW", "zh-Hant-TW"),
    ("fr-CA", "fr-CA"), ("C", nil), ("C.UTF-8", nil), ("POSIX", nil), ("C@latin", nil), ("", nil),
    ("fr_", nil), (".UTF-8", nil),
  ])
  func turnsNamesIntoTags(name: String, tag: String?) {
    #expect(EnvironmentLocales.tag(name)?.text == tag)
  }
}
