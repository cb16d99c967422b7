/// What a tag means by what it leaves out: `zh-HK` is written in `Hant`, `pt` is that of `BR`.
///
/// The facts are CLDR's and stand in `likely-subtags.txt`, which is read only when asked.
package enum LikelySubtags {
  private static let table = DataTable(PackageResources.likely_subtags_txt)

  /// Whether a language, in lower case, is one that CLDR knows well.
  package static func knows(language: String) -> Bool { table[language] != nil }

  /// The script in which a language is written in a region, or by most of its readers.
  package static func script(language: String, region: String?) -> String? {
    if let region, let script = table[language + "-" + region] { return script }
    return scriptAndRegion(language)?.script
  }

  /// The region where most readers of a language live, or most of those who read it in a script.
  package static func region(language: String, script: String?) -> String? {
    let likely = scriptAndRegion(language)
    guard let script, script != likely?.script else { return likely?.region }
    return table[language + "-" + script]
  }

  private static func scriptAndRegion(_ language: String) -> (script: String, region: String)? {
    guard let value = table[language], let gap = value.utf8.firstIndex(of: UInt8(ascii: " ")) else {
      return nil
    }
    return (String(value[..<gap]), String(value[value.utf8.index(after: gap)...]))
  }
}

extension LocaleTag {
  /// Whether the language is one that CLDR knows well: `fr-fr` is, a folder called `docs` is not.
  package var isKnownLanguage: Bool { LikelySubtags.knows(language: language) }

  /// The script that the tag names or implies, where that is known.
  package var likelyScript: String? {
    script ?? LikelySubtags.script(language: language, region: region)
  }

  /// Whether the language is written from right to left.
  package var isRightToLeft: Bool {
    switch likelyScript {
    case "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa": true
    default: false
    }
  }

  /// The tag with the script that it implies written out: `zh-Hant-HK` for `zh-HK`.
  ///
  /// A language of which no script is known stays as it is.
  var withScript: LocaleTag {
    likelyScript.map { written(in: $0) } ?? self
  }
}
