package import Catalogue

extension SiteCatalogue {
  /// The locale of pages that are for readers of all languages: the default, or what stands in for it
  /// where the site has nothing in it.
  package var entrance: LocaleTag {
    LocaleMatcher.match(wanted: [], available: locales, default: defaultLocale)?.locale
      ?? defaultLocale
  }
}
