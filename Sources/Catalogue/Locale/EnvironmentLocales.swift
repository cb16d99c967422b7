/// The locales that the environment asks for, as GNU gettext reads it.
///
/// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides. Where it is there and
/// is not `C` or `POSIX`, a `LANGUAGE` that is not empty replaces it with a list. The variables are
/// read directly, not through `setlocale`: a locale that is not installed works too.
/// See <https://www.gnu.org/software/gettext/manual/html_node/The-LANGUAGE-variable.html>.
package enum EnvironmentLocales {
  /// The wanted locales in order, given the value of each variable; empty where nothing is asked.
  ///
  /// What is no locale's name is passed over, as gettext does: the reader may not have written it.
  package static func wanted(_ value: (String) -> String?) -> [LocaleTag] {
    func set(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
    guard let locale = set("LC_ALL") ?? set("LC_MESSAGES") ?? set("LANG"), !isNeutral(locale) else {
      return []
    }
    guard let languages = set("LANGUAGE") else { return tag(locale).map { [$0] } ?? [] }
    var wanted: [LocaleTag] = []
    for name in languages.utf8.split(separator: UInt8(ascii: ":")).map({ String(Substring($0)) }) {
      // What comes after the untranslated text is never reached.
      if isNeutral(name) { break }
      if let tag = tag(name), !wanted.contains(tag) { wanted.append(tag) }
    }
    return wanted
  }

  /// The tag for a name such as `sr_RS.UTF-8@latin`, or nil where it names no language.
  package static func tag(_ name: String) -> LocaleTag? {
    let (rest, modifier) = cut(name, at: UInt8(ascii: "@"))
    let (place, _) = cut(rest, at: UInt8(ascii: "."))
    guard !isNeutral(place) else { return nil }
    let spelled = String(decoding: place.utf8.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
    guard let tag = LocaleTag(spelled) else { return nil }
    switch modifier {
    case "latin", "iqtelif": return tag.written(in: "Latn")
    case "cyrillic": return tag.written(in: "Cyrl")
    case "devanagari": return tag.written(in: "Deva")
    case "valencia": return LocaleTag(tag.text + "-valencia")
    default: return tag
    }
  }

  /// Whether a name stands for no language at all; `C.UTF-8` names none either, but gettext still
  /// heeds `LANGUAGE` under it.
  private static func isNeutral(_ name: String) -> Bool { name == "C" || name == "POSIX" }

  private static func cut(_ text: String, at byte: UInt8) -> (String, after: String?) {
    guard let place = text.utf8.firstIndex(of: byte) else { return (text, nil) }
    return (String(text[..<place]), String(text[text.utf8.index(after: place)...]))
  }
}
