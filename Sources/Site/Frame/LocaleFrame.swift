internal import Catalogue
internal import Synchronization

/// What all pages of one locale share.
final class LocaleFrame: Sendable {
  let words: InterfaceWords
  /// The values that are the same on every page.
  let values: SharedValues
  /// An entry of the languages for each locale of the site, without address.
  let languages: [TemplateValues]
  /// What every page leads to, from the site's root.
  let addresses: [(name: StaticString, address: String)]
  /// The locale as search engines know it.
  let hreflang: String?

  init(_ locale: LocaleTag, among locales: [LocaleTag]) {
    let words = InterfaceWords.for(locale)
    self.words = words
    addresses = [
      ("home", SiteAddress.home(locale)), ("searchPage", SiteAddress.search(locale)),
      ("coveragePage", SiteAddress.coverage(locale)),
      ("openSearch", SiteAddress.openSearch(locale)),
      ("searchIndex", SiteAddress.searchIndex(locale)),
    ]
    hreflang = Hreflang.value(locale)
    let own = [("lang", locale.text), ("dir", locale.direction)]
    values = SharedValues(
      own.map { SharedValues.Entry(name: $0, text: $1) }
        + InterfaceWords.Key.allCases.map {
          SharedValues.Entry(group: "words", name: $0.rawValue, text: words[$0])
        })
    let names = Self.names(of: locales)
    languages = zip(locales, names).map { tag, name in
      TemplateValues { entry in
        entry.set("tag", tag.text)
        entry.set("lang", tag.text)
        entry.set("dir", tag.direction)
        entry.set("name", name)
        entry.set("isCurrent", tag == locale)
      }
    }
  }

  /// The names of languages for themselves; the tag stands with it where two have one name, and alone
  /// where errkb knows none.
  static func names(of locales: [LocaleTag]) -> [String] {
    let names = locales.map { locale in
      let words = InterfaceWords.for(locale)
      let isOwn = LocaleMatcher.match(wanted: [locale], available: [words.locale]) != nil
      return isOwn ? words[.languageName] : locale.text
    }
    return zip(locales, names).map { locale, name in
      names.count { $0 == name } > 1 && name != locale.text ? "\(name) (\(locale))" : name
    }
  }
}

extension LocaleTag {
  /// Asked for on every page, and found by a long way.
  private static let directions = Mutex<[LocaleTag: String]>([:])

  /// As HTML's `dir` has it.
  var direction: String {
    Self.directions.withLock { directions in
      if let known = directions[self] { return known }
      let direction = isRightToLeft ? "rtl" : "ltr"
      directions[self] = direction
      return direction
    }
  }
}
