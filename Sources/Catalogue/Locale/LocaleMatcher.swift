/// Finds the locale to show, among those there are, for a reader who wants others.
///
/// For each wanted tag in turn:
///
/// 1. *exact*: the tag itself;
/// 2. *look-up* (RFC 4647, section 3.4): the tag shortened from its end, a singleton together with
///    what follows it: `fr-CA` finds `fr`;
/// 3. *filtering* (section 3.3.1): a longer tag that begins with the wanted one, then with the
///    wanted one shortened. Of several the one of the likely region comes first, then the
///    alphabetically first: `fr` finds `fr-FR` before `fr-BE`, `pt` and `pt-AO` find `pt-BR`. (In
///    gettext `pt` is Portugal's, but CLDR's facts are the same for every language.)
///
/// Only after the whole list the default is matched in the same way, and then anything goes. That
/// filtering goes on with the shortened tag is a choice: someone who wants `de-AT` reads `de-DE`
/// more readily than English, and wanted the language before the region.
///
/// Steps 2 and 3 compare tags with their likely scripts written out, and never shorten past the
/// script. So a likely script may be left out on either side (`zh-Hant` finds `zh-TW`, `sr-Cyrl`
/// finds `sr`), and none is ever crossed (`zh-HK` finds neither `zh-CN` nor `zh`, `sr-Latn` does
/// not find `sr`).
package enum LocaleMatcher {
  /// The locale to show and how it was come by.
  package struct Match: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      /// The wanted tag itself.
      case exact
      /// A shorter tag, or the same with its likely script left out or written.
      case lookup
      /// A longer tag, or one of the same language and script for another region.
      case filter
      /// What the default locale finds.
      case `default`
      /// The alphabetically first of what there is.
      case any
    }

    package var locale: LocaleTag
    package var kind: Kind

    /// Whether it answers one of the wanted tags, so that no notice is due.
    package var isWanted: Bool {
      switch kind {
      case .exact, .lookup, .filter: true
      case .default, .any: false
      }
    }
  }

  /// The best of the available locales, or nil where there are none.
  ///
  /// An exact hit on the first wanted tag compares strings and does nothing else.
  package static func match(
    wanted: [LocaleTag], available: [LocaleTag], default fallback: LocaleTag
  ) -> Match? {
    if let match = match(wanted: wanted, available: available) { return match }
    if let match = find(fallback, among: available) {
      return Match(locale: match.locale, kind: .default)
    }
    return available.min().map { Match(locale: $0, kind: .any) }
  }

  /// The best of the available locales among what is wanted, or nil where none answers it.
  package static func match(wanted: [LocaleTag], available: [LocaleTag]) -> Match? {
    for tag in wanted {
      if let match = find(tag, among: available) { return match }
    }
    return nil
  }

  private static func find(_ wanted: LocaleTag, among available: [LocaleTag]) -> Match? {
    if available.contains(wanted) { return Match(locale: wanted, kind: .exact) }
    let language = wanted.language
    guard language != LocaleTag.privateUse else { return nil }
    // Most pages exist in a dozen languages: only those of the wanted one are looked at closely.
    var candidates: [Candidate] = []
    for tag in available where tag.language == language {
      candidates.append(Candidate(tag: tag, written: tag.withScript.text))
    }
    guard !candidates.isEmpty else { return nil }

    let ranges = Self.ranges(wanted.withScript)
    for range in ranges {
      let found = candidates.filter { $0.written == range.text }
      // Of two that mean the same, the one that is written as the wanted one is.
      let best = found.first { ($0.tag.script == nil) == (wanted.script == nil) } ?? found.first
      if let best { return Match(locale: best.tag, kind: .lookup) }
    }
    for range in ranges {
      let found = candidates.filter { $0.written.hasPrefix(range.text + "-") }.map(\.tag)
      guard let first = found.min() else { continue }
      let likely = LikelySubtags.region(language: language, script: range.script)
      let best = found.filter { $0.region == likely }.min() ?? first
      return Match(locale: best, kind: .filter)
    }
    return nil
  }

  /// The tag and what is left of it as it is shortened, down to its script.
  private static func ranges(_ tag: LocaleTag) -> [LocaleTag] {
    var ranges = [tag]
    var lengths: [Int] = []
    var length = 0
    for subtag in tag.subtags {
      // A singleton goes with what follows it, so no range ends after one.
      if subtag.utf8.count > 1 { lengths.append(length + subtag.utf8.count) }
      length += subtag.utf8.count + 1
    }
    let shortest = tag.script == nil ? 1 : 2
    for length in lengths.dropFirst(shortest - 1).reversed() where length < tag.text.utf8.count {
      ranges.append(
        LocaleTag(canonical: String(decoding: tag.text.utf8.prefix(length), as: UTF8.self)))
    }
    return ranges
  }

  private struct Candidate {
    var tag: LocaleTag
    /// The tag with its likely script.
    var written: String
  }
}
