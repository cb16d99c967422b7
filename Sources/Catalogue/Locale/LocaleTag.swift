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
