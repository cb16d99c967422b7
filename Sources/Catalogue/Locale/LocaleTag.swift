/// A BCP 47 language tag in canonical case: `fr-FR`, `zh-Hant-TW`, `en`.
package struct LocaleTag: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  /// A tag whose text is known to be canonical: it was written by this program.
  package init(canonical text: String) { self.text = text }

  package var description: String { text }

  package static func < (left: LocaleTag, right: LocaleTag) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension LocaleTag {
  /// What stands for the language of a tag that is for private use as a whole: such tags have
  /// nothing in common.
  static let privateUse = "x"

  /// The language: `zh` of `zh-Hant-TW`; `x` where the whole tag is for private use.
  package var language: String {
    String(text[..<(text.utf8.firstIndex(of: UInt8(ascii: "-")) ?? text.endIndex)])
  }

  /// The script, where the tag names one: `Hant` of `zh-Hant-TW`, nil of `zh-TW`.
  package var script: String? {
    let subtags = subtags
    guard subtags.count > 1, Self.isScript(subtags[1]) else { return nil }
    return String(subtags[1])
  }

  /// The region, where the tag names one: `TW` of `zh-Hant-TW`, `419` of `es-419`.
  package var region: String? {
    let subtags = subtags
    guard subtags.count > 1, subtags[0].utf8.count > 1 else { return nil }
    let place = Self.isScript(subtags[1]) ? 2 : 1
    guard subtags.indices.contains(place), Self.isRegion(subtags[place]) else { return nil }
    return String(subtags[place])
  }

  /// The parts between hyphens; there is at least one.
  var subtags: [Substring] {
    var subtags: [Substring] = []
    var start = text.startIndex
    while let hyphen = text.utf8[start...].firstIndex(of: UInt8(ascii: "-")) {
      subtags.append(text[start..<hyphen])
      start = text.utf8.index(after: hyphen)
    }
    subtags.append(text[start...])
    return subtags
  }

  /// The tag with that script, unless it names one already.
  func written(in script: String) -> LocaleTag {
    guard self.script == nil else { return self }
    let language = language
    let rest = String(text[text.utf8.index(text.startIndex, offsetBy: language.utf8.count)...])
    return LocaleTag(canonical: language + "-" + script + rest)
  }

  // In a canonical tag case tells scripts and regions from what follows a singleton.

  private static func isScript(_ subtag: Substring) -> Bool {
    subtag.utf8.count == 4 && subtag.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } == true
  }

  private static func isRegion(_ subtag: Substring) -> Bool {
    switch subtag.utf8.count {
    case 2: subtag.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    case 3: subtag.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    default: false
    }
  }
}
