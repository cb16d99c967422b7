internal import Catalogue

/// What all pages of one locale share.
struct LocaleFrame {
  let words: InterfaceWords
  /// The values that are the same on every page.
  let values: SharedValues
  /// An entry of the languages for each locale of the site, without address.
  let languages: [TemplateValues]

  init(_ locale: LocaleTag, among locales: [LocaleTag]) {
    let words = InterfaceWords.for(locale)
    self.words = words
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
  /// As HTML's `dir` has it.
  var direction: String { isRightToLeft ? "rtl" : "ltr" }
}
