internal import Catalogue

/// Languages as search engines know them: a language, perhaps its script, perhaps a region.
enum Hreflang {
  /// What `hreflang` has for a locale; nil where it is for private use.
  static func value(_ locale: LocaleTag) -> String? {
    let language = locale.language
    guard (2...3).contains(language.utf8.count) else { return nil }
    return ([language] + [locale.script, locale.region].compactMap(\.self)).joined(separator: "-")
  }
}
