/// What locales are called in the manner of the C library, by which `man` and the systemd journal look
/// for what a reader understands: `fr`, `pt_BR`, `sr@latin`.
///
/// Each has a name of its own.
///
/// `man` takes a folder for a reader's locale where the languages are the same, and territory and
/// modifier as far as the folder names them (man-db, `src/manp.c`); the journal tries a reader's locale
/// with its territory, then without. So one locale speaks for its language, without a territory, and
/// only what differs from it by its territory names one.
package struct LocaleNames: Sendable {
  /// Empty for the default locale.
  private let names: [LocaleTag: String]

  /// The names of some locales; one that stands for all others needs none.
  package init(_ locales: [LocaleTag], default defaultLocale: LocaleTag? = nil) {
    var names: [LocaleTag: String] = [:]
    if let defaultLocale { names[defaultLocale] = "" }
    var taken: Set<String> = []
    let others = Set(locales).filter { $0 != defaultLocale }.sorted()
    for locale in others where Self.isPlain(locale, among: others, default: defaultLocale) {
      let name = Self.plainName(locale)
      if taken.insert(name).inserted { names[locale] = name }
    }
    for locale in others where names[locale] == nil {
      var name = Self.name(locale)
      // Two tags that mean the same: the second is found by its own name alone.
      if !taken.insert(name).inserted {
        let tag = locale.text.lowercased().split(separator: "-").joined()
        name = "\(Self.territorialName(locale))@\(tag)"
        taken.insert(name)
      }
      names[locale] = name
    }
    self.names = names
  }

  /// The name of one of the locales, empty for the default one.
  package func name(of locale: LocaleTag) -> String { names[locale] ?? Self.name(locale) }

  // MARK: Names

  /// `sr@latin`.
  private static func plainName(_ locale: LocaleTag) -> String {
    locale.language + (modifier(locale).map { "@\($0)" } ?? "")
  }

  /// `sr_ME`.
  private static func territorialName(_ locale: LocaleTag) -> String {
    let territory = territory(locale)
    return territory.map { "\(locale.language)_\($0)" } ?? locale.language
  }

  /// `sr_ME@latin`.
  private static func name(_ locale: LocaleTag) -> String {
    territorialName(locale) + (modifier(locale).map { "@\($0)" } ?? "")
  }

  private static func territory(_ locale: LocaleTag) -> String? {
    locale.region ?? LikelySubtags.region(language: locale.language, script: locale.script)
  }

  /// What the C library calls the script where it is not the language's usual one in that territory,
  /// or a variant.
  private static func modifier(_ locale: LocaleTag) -> String? {
    if let variant = locale.variant { return variant }
    // Chinese is told apart by territories.
    let region = isTerritorial(locale.language) ? territory(locale) : nil
    let usual = LikelySubtags.script(language: locale.language, region: region)
    guard let script = locale.likelyScript, script != usual else { return nil }
    switch script {
    case "Latn": return "latin"
    case "Cyrl": return "cyrillic"
    case "Deva": return "devanagari"
    case "Arab": return "arabic"
    default: return script.lowercased()
    }
  }

  // MARK: Which locale speaks for its language

  /// Whether all territories of a language have names of their own: one without would have
  /// readers find another script, or another language than they know by the name.
  private static func isTerritorial(_ language: String) -> Bool { language == "zh" }

  private static func isPlain(
    _ locale: LocaleTag, among locales: [LocaleTag], default defaultLocale: LocaleTag?
  ) -> Bool {
    let language = locale.language
    guard !isTerritorial(language), language != "x" else { return false }
    let plain = plainName(locale)
    // The default locale speaks for its language already.
    if let defaultLocale, plain == plainName(defaultLocale) { return locale.region == nil }
    let rivals = locales.filter { plainName($0) == plain }
    if let bare = rivals.first(where: { $0.region == nil }) { return locale == bare }
    // To gettext and man, `pt` is Portugal's.
    if language == "pt" {
      let best = rivals.first { $0.region == "PT" } ?? rivals.first { $0.region != "BR" }
      return locale == best
    }
    let likely = LikelySubtags.region(language: language, script: locale.likelyScript)
    return locale == rivals.first { $0.region == likely } ?? rivals.first
  }
}

extension LocaleTag {
  /// The first variant, in small letters: `valencia` of `ca-ES-valencia`.
  fileprivate var variant: String? {
    for subtag in text.split(separator: "-").dropFirst() {
      // What follows a singleton is an extension.
      if subtag.utf8.count == 1 { return nil }
      let startsWithDigit = subtag.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
      if subtag.utf8.count >= 5 || subtag.utf8.count == 4 && startsWithDigit {
        return subtag.lowercased()
      }
    }
    return nil
  }
}
