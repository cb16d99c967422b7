internal import ArgumentParser
internal import Catalogue

/// Which languages the reader wants.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "The languages wanted, best first: BCP 47 tags separated by commas, or 'any'.",
      discussion: "Else LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide, as gettext reads them.",
      valueName: "tags"),
    completion: .locales)
  var tags: String?
}

/// Reads a `--lang` value or the environment.
enum WantedLanguages {
  /// The wanted locales, best first; none where any will do.
  static func tags(option: String?) throws(LocaleListError) -> [LocaleTag] {
    guard let option else { return EnvironmentLocales.wanted(Environment.value) }
    return try WantedLocales(option).tags
  }
}
